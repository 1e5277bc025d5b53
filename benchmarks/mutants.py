"""Mutants: a note with one true claim made false, by kind of change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec
from notelint.claims.claim import Claim
from notelint.quantities.compare import Point, quantity_ends, value_ends
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import CanonicalValue, Reference

KINDS = ("digit", "magnitude", "role", "swap", "unit")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNITS = (
    ("seconds", "minutes", "hours", "days", "weeks", "months", "years"),
    ("second", "minute", "hour", "day", "week", "month", "year"),
    ("ms", "s", "min", "h", "d"),
    ("KB", "MB", "GB", "TB", "PB"),
    ("KiB", "MiB", "GiB", "TiB", "PiB"),
    ("Kbps", "Mbps", "Gbps"),
)
_ROLES = (
    ("up to", "at least"),
    ("at most", "at least"),
    ("at least", "at most"),
    ("maximum", "minimum"),
    ("max", "min"),
    ("minimum", "maximum"),
    ("min", "max"),
    ("by default", "at most"),
    ("default", "maximum"),
)
_BEFORE, _AFTER = 32, 16


@dataclass(frozen=True)
class Mutant:
    """The text of the note at `path` with the claim at `line` changed: `before` became `after` between `start` and `end` of the new text."""

    kind: str
    path: str
    line: int
    before: str
    after: str
    text: str
    start: int
    end: int
    claim: Claim


def mutants(path: str, text: str, claims: list[tuple[Claim, CanonicalValue]], reference: Reference) -> Iterator[Mutant]:
    """All mutants of one note; `claims` are its true ones, each with the canonical value that bears it out."""
    for claim, value in claims:
        yield from _digits(path, text, claim, value, reference)
        yield from _units(path, text, claim, value, reference)
        yield from _roles(path, text, claim, reference)
    yield from _swaps(path, text, [claim for claim, _ in claims], reference)


def _edited(kind: str, path: str, text: str, claim: Claim, start: int, end: int, after: str) -> Mutant:
    return Mutant(
        kind, path, claim.place.start.line, text[start:end], after, text[:start] + after + text[end:], start, start + len(after), claim
    )


def _digits(path: str, text: str, claim: Claim, value: CanonicalValue, reference: Reference) -> Iterator[Mutant]:
    """The last number of the quote with another first digit, and ten times as large."""
    start, end = claim.place.span
    numbers = list(_NUMBER.finditer(text, start, end))
    if not numbers or claim.quantity is None:
        return
    number = numbers[-1] if claim.quantity.bound is Bound.RANGE else numbers[0]
    old = float(number[0].replace(",", ""))
    first = next((character for character in number[0] if character in "123456789"), "")
    if first:
        place = number[0].index(first)
        other = str(int(first) % 9 + 1)
        written = number[0][:place] + other + number[0][place + 1 :]
        if _is_false(claim, float(written.replace(",", "")) / old, value, reference):
            yield _edited("digit", path, text, claim, *number.span(), written)
    if old and "." not in number[0] and "%" not in text[number.end() : end] and _is_false(claim, 10, value, reference):
        yield _edited("magnitude", path, text, claim, *number.span(), f"{old * 10:.0f}")


def _units(path: str, text: str, claim: Claim, value: CanonicalValue, reference: Reference) -> Iterator[Mutant]:
    """The unit of the same kind that is next larger, or next smaller."""
    start, end = claim.place.span
    for family in _UNITS:
        for index, unit in enumerate(family):
            found = list(re.finditer(rf"(?<![A-Za-z]){unit}(?![A-Za-z])", text[start:end]))
            if not found:
                continue
            other = family[index + 1] if index + 1 < len(family) else family[index - 1]
            one, two = reference.unit(unit), reference.unit(other)
            if one and two and _is_false(claim, two.factor / one.factor, value, reference):
                yield _edited("unit", path, text, claim, start + found[-1].start(), start + found[-1].end(), other)
            return


def _roles(path: str, text: str, claim: Claim, reference: Reference) -> Iterator[Mutant]:
    """The word that says which end or default it is, turned round; where what the packs know of the other role differs."""
    start, end = claim.place.span
    low = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    line_end = text.find("\n", end)
    high = min(line_end if line_end >= 0 else len(text), end + _AFTER)
    for word, other in _ROLES:
        for match in re.finditer(rf"\b{word}\b", text[low:high], re.IGNORECASE):
            at = low + match.start()
            between = text[at + len(word) : start] if at < start else text[end:at]
            if start <= at < end or re.search(r"[\d.;,:|\n]", between.rstrip(": ")):
                continue
            role = {"at least": "min", "minimum": "min", "min": "min"}.get(other, "max")
            if claim.quantity and _other_role_differs(claim, role, reference):
                yield _edited("role", path, text, claim, at, at + len(word), other.capitalize() if match[0][0].isupper() else other)
                return


def _other_role_differs(claim: Claim, role: str, reference: Reference) -> bool:
    """Do the packs know the end `role` of the attribute, and is it another number?"""
    assert claim.quantity is not None
    point = _point(claim.quantity, reference)
    ends = [value_ends(value, reference) for value in _values(claim, reference) if value.role in (role, "range")]
    points = [known for end in ends if (known := end.low if role == "min" else end.high)]
    return bool(point and points) and not any(point.equals(known) for known in points if point)


def _swaps(path: str, text: str, claims: list[Claim], reference: Reference) -> Iterator[Mutant]:
    """Default and maximum of one attribute, in one line or next to each other, changed for each other."""
    for one in claims:
        for other in claims:
            near = abs(one.place.start.line - other.place.start.line) <= 1 and one.place.span.end <= other.place.span.start
            same = (one.entity, one.attribute) == (other.entity, other.attribute)
            if not near or not same or {one.role, other.role} != {"default", "max"} or one.quantity is None or other.quantity is None:
                continue
            first, second = _point(one.quantity, reference), _point(other.quantity, reference)
            if first and second and not first.equals(second):
                (a, b), (c, d) = one.place.span, other.place.span
                after = text[c:d] + text[b:c] + text[a:b]
                yield _edited("swap", path, text, one, a, d, after)


def _is_false(claim: Claim, factor: float, value: CanonicalValue, reference: Reference) -> bool:
    """Is the claim false once its number is multiplied, for all that the packs know? A rounded number needs more than a digit."""
    assert claim.quantity is not None
    quantity = _scaled(claim.quantity, factor)
    if claim.quantity.bound in (Bound.BELOW, Bound.ABOVE) and (factor > 1) == (claim.quantity.bound is Bound.BELOW):
        return False
    if "approx" in (claim.role, value.role) and 0.5 < factor < 2:
        return False
    point = _point(quantity, reference)
    ends = [value_ends(known, reference) for known in _values(claim, reference)]
    others = [end for pair in ends for end in (pair.low, pair.high) if end]
    return point is not None and not any(point.equals(end) for end in others)


def _values(claim: Claim, reference: Reference) -> Iterable[CanonicalValue]:
    return (value for value in reference.values_of.get(claim.entity, ()) if value.attribute == claim.attribute and value.low is not None)


def _scaled(quantity: Quantity, factor: float) -> Quantity:
    """The number that is changed, alone: the upper end of a range, else the only one."""
    return msgspec.structs.replace(
        quantity,
        low=None if quantity.bound is Bound.RANGE or quantity.low is None else quantity.low * factor,
        high=None if quantity.high is None else quantity.high * factor,
    )


def _point(quantity: Quantity, reference: Reference) -> Point | None:
    ends = quantity_ends(quantity, reference)
    return ends.high or ends.low
