"""Whether a quantity is one that canonical values confirm."""

from notelint.claims.claim import Claim
from notelint.claims.known_value import known_value
from notelint.claims.value_match import stated_points
from notelint.quantities.compare import Ends, Point, quantity_ends
from notelint.quantities.quantity import Bound
from notelint.reference import CanonicalValue, Reference


def agreeing(claim: Claim, values: list[CanonicalValue], reference: Reference) -> CanonicalValue | None:
    """The value that bears the claim out; a range may be confirmed by two values, one an end."""
    assert claim.quantity is not None
    said = quantity_ends(claim.quantity, reference)
    ends = [(value, known_value(value, reference).ends) for value in values]
    if chosen := _chosen(claim, values, reference):
        return chosen
    if claim.quantity.bound is Bound.RANGE:
        return _agreeing_range(said, ends, open_end=claim.quantity.open_end)
    point = said.low or said.high
    has_default = any(value.role == "default" for value in values)
    for value, known in ends:
        if point and _same_point(point, value, known, claim, has_default=has_default):
            return value
    return None


def _chosen(claim: Claim, values: list[CanonicalValue], reference: Reference) -> CanonicalValue | None:
    """The value that is one of several numbers, all of which the claim gives as one of them."""
    assert claim.quantity is not None
    said = stated_points(claim.quantity, reference)
    for value in values:
        points = known_value(value, reference).points if value.role == "one_of" else ()
        if points and said and all(any(point.equals(known) for known in points) for point in said):
            return value
    return None


def _agreeing_range(said: Ends, ends: list[tuple[CanonicalValue, Ends]], *, open_end: bool) -> CanonicalValue | None:
    lows = [(value, known.low) for value, known in ends if value.role in ("min", "range", "default")]
    highs = [(value, known.high) for value, known in ends if value.role in ("max", "range")]
    low = next((value for value, point in lows if point and said.low and point.equals(said.low)), None)
    high = next(
        (value for value, point in highs if point and said.high and (point.equals(said.high) or (open_end and said.high.below(point)))),
        None,
    )
    if low and high:
        return high
    if high and not any(value.role in ("min", "range") for value, _ in lows):
        return high
    if low and not highs:
        return low
    if highs or any(value.role in ("min", "range") for value, _ in lows):
        return next((value for value, known in ends if value.role == "approx" and _inside(known, said)), None)
    return next((value for value, known in ends if _inside(known, said)), None)


def _inside(known: Ends, said: Ends) -> bool:
    point = known.low or known.high
    return bool(point and said.low and said.high and not point.below(said.low) and not said.high.below(point))


def _same_point(point: Point, value: CanonicalValue, known: Ends, claim: Claim, *, has_default: bool) -> bool:
    """Whether the number is one that the value allows in the claim's role. A maximum is the upper end, a minimum the lower one."""
    if claim.role == "approx" or value.role == "approx":
        return any(end is not None and point.rounds_to(end) for end in (known.low, known.high)) or _within(point, known)
    if claim.role == "default" and (value.role in ("max", "min") or (value.role == "range" and has_default)):
        return False
    if claim.role in ("max", "min") and value.role == "default":
        return False
    ends = (known.high,) if claim.role == "max" else (known.low,) if claim.role == "min" else (known.low, known.high)
    return any(end is not None and point.equals(end) for end in ends)


def _within(point: Point, known: Ends) -> bool:
    return known.low is not None and known.high is not None and not point.below(known.low) and not known.high.below(point)
