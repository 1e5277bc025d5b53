"""Sums that a note states with both sides: a product with its result, an availability with its downtime."""

import re
from collections.abc import Iterator

from notelint.claims.claims import readable
from notelint.claims.sum import Sum
from notelint.document import Document
from notelint.quantities.quantities import Found, QuantityReader
from notelint.quantities.quantity import Quantity
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.subjects import Reading

_TIMES = lazy_pattern(r"\s*(?:[x×*·]|times)\s*", re.IGNORECASE)
_EQUALS = lazy_pattern(r"\s*[=≈]\s*")
_MAY_HOLD = lazy_pattern(r"[=≈]|%.*(?:down|unavail|outage|not avail)", re.IGNORECASE | re.DOTALL)
_EXACT = 0.005
_ROUNDED = 0.15
_DOWNTIME = lazy_pattern(r"\b(?:down(?:time)?|unavailab|outage|not available)", re.IGNORECASE)


def sums(document: Document, reading: Reading, quantities: QuantityReader) -> Iterator[Sum]:
    """Every sum of a statement, right or wrong."""
    text = reading.text
    if not ("=" in text or "≈" in text or "%" in text) or not _MAY_HOLD.search(text):
        return
    text = readable(reading)
    found = quantities.read(text)
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        if _TIMES.fullmatch(text, first.end, second.start) and _EQUALS.fullmatch(text, second.end, third.start):
            yield from _product(document, reading, first, second, third)
    yield from _downtime(document, reading, text, found)


def _product(document: Document, reading: Reading, first: Found, second: Found, third: Found) -> Iterator[Sum]:
    left, right, result = (_single(one.quantity) for one in (first, second, third))
    units = {one.quantity.dimension for one in (first, second)}
    if left is None or right is None or result is None or not (units & {"count", "number"}):
        return  # two measures make a third kind of measure
    if len(units - {"count", "number"}) and third.quantity.dimension not in units:
        return
    yield _sum(document, reading, third, left * right, result, _EXACT)


def _downtime(document: Document, reading: Reading, text: str, found: list[Found]) -> Iterator[Sum]:
    """99.99 % available, so 53 minutes a year are not."""
    shares = [one for one in found if one.quantity.dimension == "ratio" and (one.quantity.low or 0) >= 90]
    lost = [one for one in found if one.quantity.dimension == "time/time"]
    if len(shares) != 1 or len(lost) != 1 or not _DOWNTIME.search(text):
        return
    share, down = _single(shares[0].quantity), _single(lost[0].quantity)
    if share is not None and down is not None:
        yield _sum(document, reading, lost[0], 1 - share, down, _ROUNDED)


def _single(quantity: Quantity) -> float | None:
    return quantity.low_base if quantity.low_base is not None else quantity.high_base


def _sum(document: Document, reading: Reading, found: Found, expected: float, stated: float, tolerance: float) -> Sum:
    """`expected` goes back into the unit that the note wrote the result in."""
    span = reading.statement.text.span(found.start, found.end)
    written = found.quantity.low if found.quantity.low is not None else found.quantity.high
    scale = (written or 0) / stated if stated else 1.0
    right = abs(expected - stated) <= tolerance * max(abs(expected), abs(stated))
    return Sum(document.source.place(span), document.source.text[span.start : span.end], expected * scale, found.quantity.unit, right)
