"""Whether two amounts are the same. By meaning: converted, KB as 1000 or 1024, calendar units within 2 %."""

from functools import lru_cache

import msgspec

from notelint.packs.unit import Unit
from notelint.quantities.nouns import singular
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import CanonicalValue, Reference

_EXACT = 1e-6
_CALENDAR = 0.02
_NINES = 1e-3
_DECIMAL = 0.025
"""1 MB may be meant for 1000 KiB."""
_ROUNDED = 0.25


class Point(msgspec.Struct, frozen=True, gc=False):
    """A number in base units, in its strict reading and in the one that takes KB for 1024 bytes."""

    strict: float
    loose: float
    calendar: bool = False
    share: bool = False
    """Whether it is a part of a whole. Then 99.9 % and 99.99 % are far apart."""

    def equals(self, other: "Point", tolerance: float = _EXACT) -> bool:
        """Within the tolerance, or that of calendar units where one of the two is a month or a year."""
        if self.strict == other.strict:
            return True
        if self.share and other.share and min(self.strict, other.strict) > 0.9:
            return _near(1 - self.strict, 1 - other.strict, _NINES)
        if self.calendar != other.calendar:
            tolerance = max(tolerance, _CALENDAR)
        if self.strict != self.loose or other.strict != other.loose:
            tolerance = max(tolerance, _DECIMAL)
        else:
            return _near(self.strict, other.strict, tolerance)
        return (
            _near(self.strict, other.strict, tolerance)
            or _near(self.loose, other.loose, tolerance)
            or _near(self.strict, other.loose, tolerance)
            or _near(self.loose, other.strict, tolerance)
        )

    def below(self, other: "Point") -> bool:
        """Certainly less."""
        return not self.equals(other) and self.loose < other.loose

    def rounds_to(self, other: "Point") -> bool:
        """Close enough for "about"."""
        return self.equals(other, _ROUNDED)


def _near(one: float, other: float, tolerance: float) -> bool:
    return abs(one - other) <= tolerance * max(abs(one), abs(other), 1e-12)


class Ends(msgspec.Struct, frozen=True, gc=False):
    """The ends of a claimed or canonical amount; None where it is open."""

    low: Point | None
    high: Point | None


@lru_cache(maxsize=1 << 14)
def quantity_ends(quantity: Quantity, reference: Reference) -> Ends:
    """The ends of a Quantity in base units."""
    return Ends(
        point(quantity.low, quantity.unit, reference, quantity.low_base),
        point(quantity.high, quantity.high_unit or quantity.unit, reference, quantity.high_base),
    )


@lru_cache(maxsize=1 << 12)
def value_ends(value: CanonicalValue, reference: Reference) -> Ends:
    """The ends of a CanonicalValue; `max` has no low end, `min` no high one."""
    unit = "/".join([value.unit, *value.per])
    high_unit = "/".join([value.high_unit or value.unit, *value.per])
    low = None if value.role == "max" else point(value.low, unit, reference)
    high = None if value.role == "min" else point(value.high, high_unit, reference)
    return Ends(low, high)


def point(number: float | None, unit: str, reference: Reference, base: float | None = None) -> Point | None:
    """The number in `unit`, which may be divided ("MB/s"), in base units."""
    if number is None:
        return None
    strict = loose = 1.0
    calendar = False
    head, *divisors = unit.split("/")
    known = reference.unit(head) if head else None
    if known:
        strict, loose, calendar = known.factor, _loose(known, reference), known.calendar
    for divisor in divisors:
        per = reference.unit(divisor)
        if per:
            strict, loose = strict / per.factor, loose / per.loose_factor
    return Point(number * strict, number * loose, calendar, share=known is not None and known.dimension == "ratio")


def _loose(unit: Unit, reference: Reference) -> float:
    """MB may mean MiB, and 1000 KiB are often called 1 MB."""
    metric = reference.unit(unit.symbol.replace("iB", "B")) if unit.symbol.endswith("iB") else None
    return metric.factor if metric else unit.loose_factor


def comparable(quantity: Quantity, value: CanonicalValue, reference: Reference) -> bool:
    """Whether they have the same dimension, and for counts a noun that may mean the same."""
    head, *divisors = [value.unit, *value.per]
    known = reference.unit(head) if head else None
    dimension = known.dimension if known else "count" if head else "number"
    for divisor in divisors:
        per = reference.unit(divisor)
        if per:
            dimension += f"/{per.dimension}"
    if quantity.dimension == dimension:
        return True
    return {quantity.dimension, dimension} <= {"count", "number", "factor"} or {quantity.dimension, dimension} == {
        "count/time",
        "number/time",
    }


def narrowing(value: CanonicalValue) -> tuple[str, ...]:
    """The qualifiers that make the value hold for some cases only: "asynchronous", but not "per shard"."""
    return tuple(qualifier for qualifier in value.qualifiers if qualifier != "default" and not qualifier.startswith("per "))


def same_noun(one: str, other: str) -> bool:
    """Whether two counted nouns agree in number-free form."""
    return singular(one.lower()) == singular(other.lower())


def is_about(quantity: Quantity) -> bool:
    """Whether the amount was given as approximate."""
    return quantity.bound is Bound.ABOUT
