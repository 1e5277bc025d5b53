"""Canonical values as quantities are held against them: their numbers in base units, and whether they hold on the day of the run."""

from datetime import date
from enum import StrEnum
from functools import lru_cache

import msgspec

from notelint.claims.tokens import Phrase, phrase
from notelint.packs.amount import parse_amount
from notelint.quantities.compare import Ends, Point, narrowing, value_ends
from notelint.quantities.compare import point as point_of
from notelint.reference import CanonicalValue, Reference


class Era(StrEnum):
    """When a value holds, seen from the day as of which notes are judged."""

    PAST = "past"
    UNCLEAR = "unclear"
    """It ended some time in the year, or month, of that day."""
    NOW = "now"
    FUTURE = "future"


class KnownValue(msgspec.Struct, frozen=True, eq=False):
    """A canonical value with its numbers; `points` are all that a note may state of it, `conditions` the words of the `cases` that it is limited to."""

    value: CanonicalValue
    ends: Ends
    points: tuple[Point, ...]
    era: Era
    dimension: str
    cases: tuple[str, ...]
    conditions: tuple[Phrase, ...]


@lru_cache(maxsize=1 << 13)
def known_value(value: CanonicalValue, reference: Reference) -> KnownValue:
    """The value as quantities are held against it."""
    ends = value_ends(value, reference)
    limits = narrowing(value)
    conditions = tuple(map(phrase, limits))
    return KnownValue(
        value, ends, points_of(value, reference), era_of(value, reference.as_of), dimension_of(value, reference), limits, conditions
    )


def points_of(value: CanonicalValue, reference: Reference) -> tuple[Point, ...]:
    """All numbers that a note may state of the value."""
    if value.role == "one_of":
        return _choices(value, reference)
    ends = value_ends(value, reference)
    return tuple(point for point in (ends.low, ends.high) if point is not None)


def _choices(value: CanonicalValue, reference: Reference) -> tuple[Point, ...]:
    """The numbers of which the value is one; none where one of them is no number."""
    amounts = [parse_amount(choice) for choice in value.choices]
    points = [point_of(one.low, "/".join([one.unit, *one.per]), reference) if one else None for one in amounts]
    return tuple(point for point in points if point) if all(points) else ()


def dimension_of(value: CanonicalValue, reference: Reference) -> str:
    """The dimension of a value: of its unit, "count" for a noun, "number" for none; with what it is divided by where that is a unit."""
    head, *divisors = [value.unit, *value.per]
    known = reference.unit(head) if head else None
    dimension = known.dimension if known else "count" if head else "number"
    units = [reference.unit(divisor) for divisor in divisors]
    return "/".join([dimension, *(unit.dimension for unit in units if unit)])


def era_of(value: CanonicalValue, as_of: date) -> Era:
    """When the value holds."""
    if value.until and len(value.until) < 10 and as_of.isoformat().startswith(value.until):
        return Era.UNCLEAR
    if value.since and _first_day(value.since) > as_of:
        return Era.FUTURE
    return Era.PAST if value.until and _first_day(value.until) <= as_of else Era.NOW


@lru_cache
def _first_day(when: str) -> date:
    year, month, day = ([*when.split("-"), "1", "1"])[:3]
    return date(int(year), int(month), int(day))
