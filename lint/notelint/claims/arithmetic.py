"""Sums that a note states with both sides, and availabilities with their downtime.

equation   := [lead] expression ("=" | "≈") operand
expression := operand (operator operand)+, with brackets
operand    := number [unit | counted noun] {"/" unit}

An equation is read as a whole or not at all: whatever stands beside it must end it.
"""

import re
from collections.abc import Iterator

from notelint.claims.sum import Sum
from notelint.document import Document, Style
from notelint.language import Language, whole_words
from notelint.quantities.operands import Operand, OperandReader
from notelint.quantities.quantities import Found, QuantityReader
from notelint.quantities.quantity import Quantity
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import sentence_span
from notelint.subjects.subjects import Reading

_NO_PROSE = Style.URL | Style.MATH | Style.IMAGE | Style.CODE | Style.STRUCK
_EQUALS = lazy_pattern(r"[=≈]")
_START = lazy_pattern(r"[\d(\[$€£]")
_END = lazy_pattern(r"\s*(?:$|[.,;:)](?!\d)|\n|[^\W\d_])")
_OTHER_SIGNS = r"[√∑∏∫^²³⊕]|\*\*|!"
"""Signs of other kinds of arithmetic."""
_FAR = 120
"""Characters before the equals sign in which an equation begins."""
_NEAR = 16
"""Characters before an equation in which a word must lead to it."""
_ROUNDED = 0.15


class SumReader:
    """Reads the sums of statements with the units of one QuantityReader."""

    def __init__(self, quantities: QuantityReader, language: Language) -> None:
        words = language.sums
        self._quantities = quantities
        self._operands = OperandReader(quantities, language)
        self._lead = lazy_pattern(rf"(?:^|[:;,.(→>]\s|(?:^|\s)\(|{whole_words(words.leads)}\s)\s*$", re.IGNORECASE)
        self._other = lazy_pattern(f"{whole_words(words.other_arithmetic)}|{_OTHER_SIGNS}", re.IGNORECASE)
        self._downtime_words = lazy_pattern(whole_words(words.downtime), re.IGNORECASE)

    def read(self, document: Document, reading: Reading) -> Iterator[Sum]:
        """Every sum of a statement, right or wrong."""
        text = reading.text
        if "=" in text or "≈" in text:
            yield from self._equations(document, reading)
        if "%" in text and self._downtime_words.search(text):
            yield from self._downtime(document, reading)

    def _equations(self, document: Document, reading: Reading) -> Iterator[Sum]:
        text = self._quantities.mask.hide(reading.statement.text.masked(_NO_PROSE))
        for sign in _EQUALS.finditer(text):
            result = self._operands.operand(text, _skip(text, sign.end()))
            if result is None or self._operands.goes_on(text, result.end) or not _END.match(text, result.end):
                continue
            left = self._left(text, sign.start())
            if left is None or self._other.search(text, *sentence_span(text, left.start, result.end)):
                continue
            if not _is_verbatim(document, reading, left.start, result.end) or not left.comparable(result):
                continue
            yield _sum(document, reading, result, left, _ROUNDED if sign[0] == "≈" else left.tolerance(result))

    def _left(self, text: str, end: int) -> Operand | None:
        """The longest expression that ends right before the equals sign and begins where an equation may begin."""
        start = max(0, end - _FAR)
        for match in _START.finditer(text, start, end):
            if match.start() > start and not self._lead.search(text, max(0, match.start() - _NEAR), match.start()):
                continue
            if start and match.start() == start:
                continue
            found = self._operands.expression(text, match.start())
            if found is not None and found.many and _skip(text, found.end) == end:
                return found
        return None

    def _downtime(self, document: Document, reading: Reading) -> Iterator[Sum]:
        """99.99 % available, so 53 minutes a year are not."""
        found = self._quantities.read(reading.statement.text.masked(_NO_PROSE))
        shares = [one for one in found if one.quantity.dimension == "ratio" and (one.quantity.low or 0) >= 90]
        lost = [one for one in found if one.quantity.dimension == "time/time"]
        if len(shares) != 1 or len(lost) != 1:
            return
        share, down = _single(shares[0].quantity), _single(lost[0].quantity)
        if share is not None and down:
            yield _downtime_sum(document, reading, lost[0], 1 - share, down)


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\u00a0":
        position += 1
    return position


def _is_verbatim(document: Document, reading: Reading, start: int, end: int) -> bool:
    """Whether the equation is written as it is read. A pair of stars between factors may have become emphasis."""
    span = reading.statement.text.span(start, end)
    return document.source.text[span.start : span.end].replace("\\", "") == reading.statement.text.plain[start:end]


def _single(quantity: Quantity) -> float | None:
    return quantity.low_base if quantity.low_base is not None else quantity.high_base


def _sum(document: Document, reading: Reading, result: Operand, left: Operand, tolerance: float) -> Sum:
    """The expected result goes back into the unit that the note wrote it in."""
    span = reading.statement.text.span(result.start, result.end)
    factor = result.base / result.value if result.value else 1.0
    right = abs(left.base - result.base) <= tolerance * max(abs(left.base), abs(result.base))
    return Sum(document.source.place(span), document.source.text[span.start : span.end], left.base / factor, result.symbol, right)


def _downtime_sum(document: Document, reading: Reading, found: Found, expected: float, stated: float) -> Sum:
    span = reading.statement.text.span(found.start, found.end)
    written = found.quantity.low if found.quantity.low is not None else found.quantity.high
    scale = (written or 0) / stated
    right = abs(expected - stated) <= _ROUNDED * max(abs(expected), abs(stated))
    return Sum(document.source.place(span), document.source.text[span.start : span.end], expected * scale, found.quantity.unit, right)
