"""Do two claims on the same attribute of the same entity contradict each other?"""

from notelint.claims.claim import Claim
from notelint.claims.judge import Status, judge
from notelint.quantities.compare import Ends, Point, quantity_ends
from notelint.quantities.quantity import Bound
from notelint.reference import Reference

_MEASURED = ("time", "data", "money", "count/time")


def contradict(one: Claim, other: Claim, reference: Reference) -> bool:
    """Claims that no canonical value judges: same scope, same words, and numbers that cannot both be right."""
    measured = one.quantity is not None and one.quantity.dimension.startswith(_MEASURED)
    return measured and scope(one) == scope(other) and _says_the_same(one, other) and clash(one, other, reference)


def clash(one: Claim, other: Claim, reference: Reference) -> bool:
    """Same dimension and kind of statement, and numbers that cannot both be right; wordings clash if one agrees with the canonical value."""
    if one.text is not None and other.text is not None:
        verdicts = {judge(one, reference).status, judge(other, reference).status}
        return Status.AGREES in verdicts and verdicts != {Status.AGREES}
    if one.quantity is None or other.quantity is None or one.quantity.dimension != other.quantity.dimension:
        return False
    if one.quantity.dimension.startswith("count") and one.quantity.unit != other.quantity.unit:
        return False
    return _clash(one, quantity_ends(one.quantity, reference), other, quantity_ends(other.quantity, reference))


def _says_the_same(one: Claim, other: Claim) -> bool:
    """Do the clauses share half of their words?"""
    first, second = set(one.words.split()), set(other.words.split())
    return bool(first and second) and 2 * len(first & second) >= len(first | second)


def scope(claim: Claim) -> frozenset[str]:
    """What narrows the claim: "per shard", the labels above it that do not name the attribute."""
    return frozenset(qualifier for qualifier in claim.qualifiers if qualifier not in _EMPTY)


_EMPTY = frozenset(
    [
        "features",
        "feature",
        "key",
        "features",
        "properties",
        "property",
        "limits",
        "limit",
        "limitations",
        "quotas",
        "general",
        "overview",
        "details",
        "notes",
        "info",
        "information",
        "facts",
        "characteristics",
        "specs",
        "specifications",
        "basics",
        "summary",
        "intro",
        "introduction",
        "pricing",
        "cost",
        "costs",
        "price",
        "configuration",
        "settings",
    ]
) | {"key features", "good to know", "important", "cost model", "data retention", "storage"}


def _clash(one: Claim, first: Ends, other: Claim, second: Ends) -> bool:
    ranges = [bound is Bound.RANGE for bound in (_bound(one), _bound(other))]
    if all(ranges):
        return not (_same(first.low, second.low) and _same(first.high, second.high))
    if any(ranges):
        wide, single, role = (first, second, other.role) if ranges[0] else (second, first, one.role)
        return _outside(wide, single, role)
    if {one.role, other.role} & {"approx"}:
        return False
    if one.role != other.role:
        return False
    return not _same(first.low or first.high, second.low or second.high)


def _bound(claim: Claim) -> Bound | None:
    return claim.quantity.bound if claim.quantity else None


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
