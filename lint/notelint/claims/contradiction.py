"""Whether a canonical value contradicts a claim."""

from enum import Enum

from notelint.claims.claim import Claim
from notelint.claims.known_value import known_value
from notelint.claims.value_match import is_slip, stated_points
from notelint.quantities.compare import Ends, Point, narrowing, quantity_ends
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import CanonicalValue, Reference

_ORDER = 5
"""A number that is known only roughly is contradicted by one that is this many times as large or small."""


class Nearness(Enum):
    """How a wrong number differs from the right one: one end of a range only, as by a slip of the pen, or in another way."""

    FAR = "far"
    NEAR = "near"
    PART = "part"


def contradicting(claim: Claim, values: list[CanonicalValue], reference: Reference) -> CanonicalValue | None:
    """The value that the claim contradicts, if any says the same kind of thing; an adjustable quota contradicts nothing."""
    assert claim.quantity is not None
    if any(value.adjustable for value in values):
        return None
    said = quantity_ends(claim.quantity, reference)
    if claim.role == "exact" and _is_allowed(said, values, reference):
        return None
    for value in values:
        if not set(narrowing(value)) <= set(claim.qualifiers) or varies(value, reference) or _is_of_another(claim, value):
            continue
        if value.role == "one_of" or _contradicts(claim, said, value, known_value(value, reference).ends):
            return value
    return None


def _is_allowed(said: Ends, values: list[CanonicalValue], reference: Reference) -> bool:
    """Whether the number is one that may be chosen between the limits of a property that has a default."""
    roles = {value.role for value in values}
    if "default" not in roles or roles.isdisjoint(("min", "max", "range")) or said.low is None or said.high is None:
        return False
    ends = [known_value(value, reference).ends for value in values if value.role in ("min", "max", "range")]
    return not any((one.low and said.low.below(one.low)) or (one.high and one.high.below(said.high)) for one in ends)


def nearness(claim: Claim, value: CanonicalValue, reference: Reference) -> Nearness:
    """How far the numbers of the claim are from those of the value that they contradict."""
    assert claim.quantity is not None
    known = known_value(value, reference).points
    said = stated_points(claim.quantity, reference)
    right = [any(point.equals(other) for other in known) for point in said]
    if any(right):
        return Nearness.PART
    return Nearness.NEAR if any(is_slip(point, other) for point in said for other in known) else Nearness.FAR


def varies(value: CanonicalValue, reference: Reference) -> bool:
    """Whether the figure is one that differs by Region: a price, a quota per Region."""
    return known_value(value, reference).dimension.startswith("money/") or any("region" in case.lower() for case in value.qualifiers)


def _is_of_another(claim: Claim, value: CanonicalValue) -> bool:
    """Whether the claim divides by what the value is not divided by: "260,000 IOPS per instance"."""
    said = {case for case in claim.qualifiers if case.startswith("per ")}
    known = {f"per {name}" for name in (*value.per, claim.entity.rpartition(".")[2])} | set(value.qualifiers)
    return not said <= known


def _contradicts(claim: Claim, said: Ends, value: CanonicalValue, known: Ends) -> bool:
    point = said.low or said.high
    if point is None:
        return False
    if claim.quantity is not None and claim.quantity.bound is Bound.RANGE:
        return value.role in ("range", "min", "max", "exact") and not _overlapping_approx(said, value, known)
    if _loosely_true(claim, point, known):
        return False
    if value.role == "approx":
        return claim.role in ("approx", "exact") and not _near(point, known) and claim.quantity is not None and _is_measured(claim.quantity)
    if value.role == "range" and claim.quantity is not None and claim.quantity.bound in (Bound.BELOW, Bound.ABOVE):
        return _outside(point, known, value)
    if claim.role in ("max", "min"):
        return value.role in (claim.role, "range", "exact") or _outside(point, known, value) or _is_turned_round(claim, point, known, value)
    if claim.role == "default":
        return value.role in ("default", "exact") or _outside(point, known, value)
    if claim.role == "approx":
        return value.role in ("exact", "default") or _outside(point, known, value)
    if value.role in ("max", "min") and claim.quantity is not None and claim.quantity.dimension.endswith("/time"):
        return True
    return value.role in ("exact", "default") or _outside(point, known, value)


def _is_turned_round(claim: Claim, point: Point, known: Ends, value: CanonicalValue) -> bool:
    """Whether "at least" is said of what is the maximum, or "at most" of what is the minimum."""
    if claim.quantity is None or {claim.role, value.role} != {"max", "min"}:
        return False
    end = known.low if claim.role == "max" else known.high
    return claim.quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST) and end is not None and point.equals(end)


def _is_measured(quantity: Quantity) -> bool:
    return quantity.dimension not in ("number", "count", "factor")


def _near(point: Point, known: Ends) -> bool:
    """Whether a number that is only roughly known is of the same order."""
    return any(
        end is not None and end.strict <= _ORDER * point.strict and point.strict <= _ORDER * end.strict for end in (known.low, known.high)
    )


def _loosely_true(claim: Claim, point: Point, known: Ends) -> bool:
    """Whether "less than 1 s" is said of 200 ms, "more than 1000" of 5000."""
    bound = claim.quantity.bound if claim.quantity else None
    if bound is Bound.BELOW:
        return known.high is not None and not point.below(known.high)
    return bound is Bound.ABOVE and known.low is not None and not known.low.below(point)


def _outside(point: Point, known: Ends, value: CanonicalValue) -> bool:
    if value.role not in ("range", "min", "max"):
        return False
    return bool((known.low and point.below(known.low)) or (known.high and known.high.below(point)))


def _overlapping_approx(said: Ends, value: CanonicalValue, known: Ends) -> bool:
    """A range is not contradicted by one end alone when the other is what the note leaves open."""
    if value.role == "min":
        return bool(said.low and known.low and said.low.equals(known.low))
    if value.role == "max":
        return bool(said.high and known.high and said.high.equals(known.high))
    return False
