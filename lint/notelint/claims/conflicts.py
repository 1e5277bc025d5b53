"""Whether two claims on the same slot contradict each other."""

from notelint.claims.claim import Claim
from notelint.claims.judge import Status, compare
from notelint.claims.value_match import stated_points
from notelint.quantities.compare import Ends, Point, quantity_ends
from notelint.quantities.quantity import Bound
from notelint.reference import Reference


def clash(one: Claim, other: Claim, reference: Reference) -> bool:
    """Same dimension, role and condition, and numbers that cannot both be right; wordings clash if one agrees with the canonical value."""
    if one.text is not None and other.text is not None:
        verdicts = {compare(one, reference).status, compare(other, reference).status}
        return Status.AGREES in verdicts and verdicts != {Status.AGREES}
    if one.quantity is None or other.quantity is None or one.quantity.dimension != other.quantity.dimension:
        return False
    if one.quantity.dimension.startswith("count") and one.quantity.unit != other.quantity.unit:
        return False
    return _differ(one, quantity_ends(one.quantity, reference), other, quantity_ends(other.quantity, reference))


def same_condition(one: Claim, other: Claim) -> bool:
    """Whether both are made of the same case: divided by the same things, under the same labels."""
    return set(one.qualifiers) == set(other.qualifiers)


def says_the_same(one: Claim, other: Claim, reference: Reference) -> bool:
    """Whether both state the same numbers."""
    if one.quantity is None or other.quantity is None:
        return one.text == other.text
    first, second = stated_points(one.quantity, reference), stated_points(other.quantity, reference)
    return len(first) == len(second) and all(point.equals(known) for point, known in zip(first, second, strict=True))


def _differ(one: Claim, first: Ends, other: Claim, second: Ends) -> bool:
    ranges = [claim.quantity is not None and claim.quantity.bound is Bound.RANGE for claim in (one, other)]
    if all(ranges):
        return not (_same(first.low, second.low) and _same(first.high, second.high))
    if any(ranges):
        wide, single, role = (first, second, other.role) if ranges[0] else (second, first, one.role)
        return _outside(wide, single, role)
    if "approx" in (one.role, other.role) or one.role != other.role:
        return False
    return not _same(first.low or first.high, second.low or second.high)


def _same(one: Point | None, other: Point | None) -> bool:
    return one is None or other is None or one.equals(other)


def _outside(wide: Ends, single: Ends, role: str) -> bool:
    point = single.low or single.high
    if point is None or role == "approx":
        return False
    if role == "max":
        return not _same(wide.high, point)
    if role == "min":
        return not _same(wide.low, point)
    return bool((wide.low and point.below(wide.low)) or (wide.high and wide.high.below(point)))
