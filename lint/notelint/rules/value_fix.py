"""The fix of a number that a canonical value contradicts: the end that is wrong, in the author's own unit and wording."""

import re
from collections.abc import Iterator

from notelint.claims.claim import Claim
from notelint.diagnostic import Applicability, Edit, Fix
from notelint.quantities.compare import Point, quantity_ends, value_ends
from notelint.quantities.numbers import NUMBER_AFTER_DASH, magnitude
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import shown_amount
from notelint.source import Place, Position, Span
from notelint.source.lazy_pattern import lazy_pattern

_UNIT = lazy_pattern(r"(?P<gap>[ \u00a0-]?)(?P<word>[A-Za-zµμ%]+)")
_CLEAN = 1e-9
_MANY = 1000
"""From this number on a larger unit is easier to read, if the pack has one."""
_LONG = 3
"""Letters of a unit that is written out: "day", not "d"."""


def value_fix(claim: Claim, value: CanonicalValue, reference: Reference) -> Fix | None:
    """Never safe; None where it is not certain which number stands for what, or which of several values is meant."""
    if claim.quantity is None or "\n" in claim.quote:
        return None
    edits = []
    for number, target in _wrong_ends(claim, claim.quantity, value, reference):
        edit = _edit(claim, claim.quantity, number, target, value, reference)
        if edit is None:
            return None
        edits.append(edit)
    return Fix(f'write "{_edited(claim, edits)}"', tuple(edits), Applicability.UNSAFE) if edits else None


def value_suggestion(fix: Fix | None, claim: Claim, value: CanonicalValue, reference: Reference) -> str:
    """What a person may write in place of the claim's words; without a fix, the canonical value."""
    return _edited(claim, fix.edits) if fix else shown_amount(value, reference)


class _Target:
    """An end of the canonical value: in base units, and as the pack writes it."""

    def __init__(self, point: Point, number: float, unit: str, *, high: bool) -> None:
        self.base = point.strict
        self.number = number
        self.unit = unit
        self.high = high


def _wrong_ends(claim: Claim, quantity: Quantity, value: CanonicalValue, reference: Reference) -> Iterator[tuple[re.Match[str], _Target]]:
    """The numbers of the quote that are wrong, and what they should be."""
    numbers = list(NUMBER_AFTER_DASH.finditer(claim.quote))
    low, high = _targets(value, reference)
    if quantity.bound is not Bound.RANGE:
        target = high if claim.role == "max" else low if claim.role == "min" else (high or low) if value.low == value.high else None
        said = quantity.low if quantity.low is not None else quantity.high
        if target and len(numbers) == 1 and magnitude(numbers[0]) == said:
            yield numbers[0], target
        return
    if len(numbers) != 2 or [magnitude(number) for number in numbers] != [quantity.low, quantity.high] or quantity.open_end:
        return
    if value.role not in ("range", "max", "min"):
        return
    ends = quantity_ends(quantity, reference)
    known = value_ends(value, reference)
    for number, target, said_end, known_end in ((numbers[0], low, ends.low, known.low), (numbers[1], high, ends.high, known.high)):
        if target and said_end and known_end and not said_end.equals(known_end):
            yield number, target


def _targets(value: CanonicalValue, reference: Reference) -> tuple[_Target | None, _Target | None]:
    known = value_ends(value, reference)
    low = _Target(known.low, value.low, value.unit, high=False) if known.low and value.low is not None else None
    high = _Target(known.high, value.high, value.high_unit or value.unit, high=True) if known.high and value.high is not None else None
    return low, high


def _edit(
    claim: Claim, quantity: Quantity, number: re.Match[str], target: _Target, value: CanonicalValue, reference: Reference
) -> Edit | None:
    """The number in the author's unit where it comes out clean, else with the unit of the pack."""
    said = magnitude(number)
    base = (quantity.high_base if target.high and quantity.high_base is not None else quantity.low_base) or quantity.high_base
    if not said or not base:
        return None
    unit = _unit_after(claim.quote, number, reference)
    there = target.base / (base / said)
    clean = abs(there - round(there, 2)) <= _CLEAN * max(1.0, abs(there))
    awkward = not clean or there < 1 or (there >= _MANY and target.number < _MANY)
    if awkward and (edit := _with_unit_of_pack(claim, quantity, number, unit, target, value, reference)):
        return edit
    if clean:
        new = _number(there, number[0])
        if unit is None or (there == 1) == (said == 1):
            return Edit(_place(claim, number.start(), number.end()), new)
        return Edit(_place(claim, number.start(), unit.end()), f"{new}{unit['gap']}{_agreeing(unit['word'], there)}")
    return None


def _with_unit_of_pack(
    claim: Claim,
    quantity: Quantity,
    number: re.Match[str],
    unit: re.Match[str] | None,
    target: _Target,
    value: CanonicalValue,
    reference: Reference,
) -> Edit | None:
    if value.per or quantity.per or "/" in quantity.unit or quantity.dimension in ("count", "number", "factor"):
        return None
    if unit is None and (quantity.bound is not Bound.RANGE or target.high):
        return None
    shared = _UNIT.search(claim.quote, number.end())
    word = unit["word"] if unit else claim.quote.split()[-1]
    if unit is not None and quantity.bound is Bound.RANGE and target.high and not _has_own_unit(claim.quote, reference):
        return None
    gap = unit["gap"] if unit else " " if shared is None or shared["gap"] else ""
    named = _named(target.unit, target.number, reference) if len(word) >= _LONG and word.isalpha() else target.unit
    end = unit.end() if unit else number.end()
    return Edit(
        _place(claim, number.start(), end), f"{_number(target.number, number[0])}{gap or (' ' if len(named) >= _LONG else '')}{named}"
    )


def _has_own_unit(quote: str, reference: Reference) -> bool:
    """Whether the first end of a range has a unit of its own. Otherwise it is written with that of the second."""
    first = NUMBER_AFTER_DASH.search(quote)
    return first is not None and _unit_after(quote, first, reference) is not None


def _unit_after(quote: str, number: re.Match[str], reference: Reference) -> re.Match[str] | None:
    match = _UNIT.match(quote, number.end())
    return match if match and (reference.unit(match["word"]) is not None or match.end() == len(quote)) else None


def _number(value: float, like: str) -> str:
    """With commas between thousands where the author writes them."""
    rounded = round(value, 2)
    text = f"{rounded:,.2f}" if "," in like else f"{rounded:.2f}"
    return text.rstrip("0").rstrip(".")


def _agreeing(word: str, number: float) -> str:
    """A written-out unit or noun in the singular or plural."""
    if len(word) < _LONG or not word.islower():
        return word
    single = word.removesuffix("s")
    return single if number == 1 else f"{single}s"


def _named(symbol: str, number: float, reference: Reference) -> str:
    """The unit written out; the symbol where it has no such name."""
    unit = reference.unit(symbol)
    names = (name for name, one in reference.units.items() if one == unit and name.isalpha() and name.islower() and len(name) >= _LONG)
    name = next(names, "")
    return _agreeing(name, number) if name else symbol


def _place(claim: Claim, start: int, end: int) -> Place:
    """Of a part of the quote, which is on one line."""
    at, (line, column) = claim.place.span.start, claim.place.start
    return Place(claim.place.path, Span(at + start, at + end), Position(line, column + start), Position(line, column + end))


def _edited(claim: Claim, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """The quote as it will read."""
    text, at = claim.quote, claim.place.span.start
    for edit in reversed(edits):
        text = text[: edit.place.span.start - at] + edit.replacement + text[edit.place.span.end - at :]
    return text
