"""A claim against the canonical values of its entity and attribute: agrees, contradicts, outdated or unknown."""

from datetime import date
from enum import StrEnum
from functools import lru_cache

import msgspec

from notelint.claims.claim import Claim
from notelint.quantities.compare import Ends, Point, comparable, narrowing, quantity_ends, value_ends
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import CanonicalValue, Reference
from notelint.source import Place, Position, Span


class Status(StrEnum):
    """How a claim stands to what the packs know."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """`value` is the canonical value that decided; for an outdated claim `former` is the one that it agrees with."""

    status: Status
    value: CanonicalValue | None = None
    former: CanonicalValue | None = None


_ORDER = 5
"""A number that is known only roughly is contradicted by one that is this many times as large or small."""
_UNKNOWN = Verdict(Status.UNKNOWN)
_NOWHERE = Place("", Span(0, 0), Position(1, 1), Position(1, 1))


def judge(claim: Claim, reference: Reference) -> Verdict:
    """The verdict on one claim as of the reference's day."""
    if claim.text is None and (claim.quantity is None or not claim.attribute):
        return _UNKNOWN
    return _judged(claim.entity, claim.attribute, claim.role, claim.quantity, claim.qualifiers, claim.text, reference)


@lru_cache(maxsize=1 << 14)
def _judged(
    entity: str,
    attribute: str,
    role: str,
    quantity: Quantity | None,
    qualifiers: tuple[str, ...],
    text: str | None,
    reference: Reference,
) -> Verdict:
    """The verdict on whatever says the same, wherever it stands: several rules ask, and notes repeat each other."""
    claim = Claim(_NOWHERE, "", entity, attribute, role, quantity, qualifiers, text)
    return _judge_text(claim, reference) if text is not None else _judge_quantity(claim, reference)


def _judge_quantity(claim: Claim, reference: Reference) -> Verdict:
    assert claim.quantity is not None
    values = [
        value
        for value in reference.values_of.get(claim.entity, ())
        if value.attribute == claim.attribute and value.low is not None and comparable(claim.quantity, value, reference)
    ]
    if not values:
        return _UNKNOWN
    values = _in_scope(claim, values)
    groups = {name: [value for value in values if _era(value, reference.as_of) == name] for name in ("past", "unclear", "now", "future")}
    agreeing = _agreeing(claim, groups["now"], reference)
    if agreeing:
        return Verdict(Status.AGREES, agreeing)
    agreeing = _agreeing(claim, groups["future"], reference) or _agreeing(claim, groups["unclear"], reference)
    if agreeing:
        return Verdict(Status.AGREES, agreeing)
    against = _against(claim, groups["now"], reference)
    if against is None:
        return _UNKNOWN
    former = _agreeing(claim, groups["past"], reference)
    if former:
        return Verdict(Status.OUTDATED, against, former)
    return Verdict(Status.CONTRADICTS, against)


def _in_scope(claim: Claim, values: list[CanonicalValue]) -> list[CanonicalValue]:
    """A claim that mentions the case of one value is not about the other cases."""
    said = set(claim.qualifiers)
    if not any(said.intersection(narrowing(value)) for value in values):
        return values
    return [value for value in values if not narrowing(value) or said.intersection(narrowing(value))]


def _judge_text(claim: Claim, reference: Reference) -> Verdict:
    """A wording that a value in force rules out is wrong, or outdated if it was the wording of a former value."""
    values = [value for value in reference.values_of.get(claim.entity, ()) if value.attribute == claim.attribute and value.low is None]
    now = [value for value in values if _era(value, reference.as_of) == "now"]
    against = next((value for value in now if claim.text in value.against), None)
    if against is None:
        agreeing = next((value for value in values if claim.text in (value.value, *value.choices, *value.cues)), None)
        return Verdict(Status.AGREES, agreeing) if agreeing in now else _UNKNOWN
    past = (value for value in values if _era(value, reference.as_of) == "past")
    former = next((value for value in past if claim.text in (value.value, *value.choices, *value.cues, *value.against)), None)
    if former or against.since:
        return Verdict(Status.OUTDATED, against, former)
    return Verdict(Status.CONTRADICTS, against)


def _era(value: CanonicalValue, as_of: date) -> str:
    """Past, now or future; "unclear" if the value ended some time in the year, or month, of `as_of`."""
    if value.until and len(value.until) < 10 and as_of.isoformat().startswith(value.until):
        return "unclear"
    if value.since and _first_day(value.since) > as_of:
        return "future"
    return "past" if value.until and _first_day(value.until) <= as_of else "now"


@lru_cache
def _first_day(when: str) -> date:
    year, month, day = ([*when.split("-"), "1", "1"])[:3]
    return date(int(year), int(month), int(day))


def _agreeing(claim: Claim, values: list[CanonicalValue], reference: Reference) -> CanonicalValue | None:
    """The value that bears the claim out; a range may be borne out by two values, one an end."""
    assert claim.quantity is not None
    said = quantity_ends(claim.quantity, reference)
    ends = [(value, value_ends(value, reference)) for value in values]
    if claim.quantity.bound is Bound.RANGE:
        return _agreeing_range(said, ends, open_end=claim.quantity.open_end)
    point = said.low or said.high
    has_default = any(value.role == "default" for value in values)
    for value, known in ends:
        if point and _same_point(point, value, known, claim, has_default=has_default):
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
    """Is the number one that the value allows in the claim's role? A maximum is the upper end, a minimum the lower one."""
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


def _against(claim: Claim, values: list[CanonicalValue], reference: Reference) -> CanonicalValue | None:
    """The value that the claim contradicts, if any says the same kind of thing; an adjustable quota contradicts nothing."""
    assert claim.quantity is not None
    said = quantity_ends(claim.quantity, reference)
    for value in values:
        if value.adjustable and claim.role != "default":
            return None
    for value in values:
        if not set(narrowing(value)) <= set(claim.qualifiers):
            continue
        if _contradicts(claim, said, value, value_ends(value, reference)):
            return value
    return None


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
    """Is "at least" said of what is the maximum, or "at most" of what is the minimum?"""
    if claim.quantity is None or {claim.role, value.role} != {"max", "min"}:
        return False
    end = known.low if claim.role == "max" else known.high
    return claim.quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST) and end is not None and point.equals(end)


def _is_measured(quantity: Quantity) -> bool:
    return quantity.dimension not in ("number", "count", "factor")


def _near(point: Point, known: Ends) -> bool:
    """Is a number that is only roughly known of the same order?"""
    return any(
        end is not None and end.strict <= _ORDER * point.strict and point.strict <= _ORDER * end.strict for end in (known.low, known.high)
    )


def _loosely_true(claim: Claim, point: Point, known: Ends) -> bool:
    """Is "less than 1 s" said of 200 ms, "more than 1000" of 5000?"""
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
