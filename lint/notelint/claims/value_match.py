"""Which value of a slot explains a number: one in force, a former one, or none."""

from bisect import bisect_left
from enum import IntEnum

import msgspec

from notelint.claims.known_value import Era, KnownValue
from notelint.claims.slots import Slot, Slots
from notelint.quantities.compare import Point, quantity_ends
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import Reference


class Match(IntEnum):
    """How well a number is explained, from badly to well."""

    NONE = 0
    NEAR = 1
    """Not by the value, but by a slip of the pen: another unit, a digit, a power of ten."""
    PART = 2
    """One end of a range is."""
    FORMER = 3
    NOW = 4


class Explanation(msgspec.Struct, frozen=True, gc=False):
    """The best match, the value that makes it, and how telling it is (see Slots.surprise)."""

    match: Match = Match.NONE
    value: KnownValue | None = None
    surprise: float = 0.0


_UNEXPLAINED = Explanation()
_SLIP = 3.1
"""A number that is as many times as large or small may be a slip of the pen."""


def explain(quantity: Quantity, said: list[Point], slot: Slot, slots: Slots, *, slips: bool = True) -> Explanation:
    """What explains the quantity best; `said` are the numbers that it states. Slips of the pen are looked for where `slips` are wanted."""
    known = slots.values_alike(slot, quantity.dimension)
    best, of = Match.NONE, None
    for value in known if said else ():
        if (match := _match(said, value)) > best:
            best, of = match, value
    if best is Match.NONE:
        if not slips:
            return _UNEXPLAINED
        near = next((value for value in known if any(is_slip(point, other) for point in said for other in value.points)), None)
        return Explanation(Match.NEAR if near else Match.NONE, near)
    surprise = sum(slots.surprise(slot.attribute.dimension, point) for point in said)
    if best is Match.PART and quantity.bound is Bound.RANGE and (both := _by_two(said, known)):
        best = both
    return Explanation(best, of, surprise if best >= Match.FORMER else surprise / 2)


def stated_points(quantity: Quantity, reference: Reference) -> list[Point]:
    """The numbers that the quantity states, each once."""
    ends = quantity_ends(quantity, reference)
    return list(dict.fromkeys(point for point in (ends.low, ends.high) if point is not None))


def _match(said: list[Point], value: KnownValue) -> Match:
    hits = 0
    for point in said:
        for known in value.points:
            if _is_close(known, point) and known.equals(point):
                hits += 1
                break
    if hits == len(said):
        return Match.FORMER if value.era is Era.PAST else Match.NOW
    return Match.PART if hits else Match.NONE


def _is_close(one: Point, other: Point) -> bool:
    """Whether the numbers may be equal, in one of their readings. Quick, and rules out most."""
    return 0.8 * abs(one.strict) <= abs(other.strict) <= 1.25 * abs(one.strict)


def _by_two(said: list[Point], known: list[KnownValue]) -> Match | None:
    """A range may be explained by two values, one an end."""
    for match, values in ((Match.NOW, [one for one in known if one.era is not Era.PAST]), (Match.FORMER, known)):
        if all(any(point.equals(other) for value in values for other in value.points) for point in said):
            return match
    return None


def is_slip(said: Point, known: Point) -> bool:
    """Whether the number is off by a little, or by a factor that is ten or one between units of time or data."""
    if said.strict <= 0 or known.strict <= 0:
        return False
    ratio = max(said.strict / known.strict, known.strict / said.strict)
    if said.share and known.share:
        return True
    place = bisect_left(_FACTORS, ratio * (1 - _EQUAL))
    return ratio <= _SLIP or (place < len(_FACTORS) and _FACTORS[place] <= ratio * (1 + _EQUAL))


_EQUAL = 0.03
_FACTORS = (7, 8, 9, 10, 12, 24, 30, 60, 100, 365, 1000, 1024, 1440, 3600, 86400)
"""Between neighbouring units, and of a digit too few or too many."""
