"""A claim against the canonical values of its entity and attribute: agrees, contradicts, outdated or unknown."""

from enum import StrEnum
from functools import lru_cache

import msgspec

from notelint.claims.agreement import agreeing
from notelint.claims.claim import SURE, Claim
from notelint.claims.contradiction import Nearness, contradicting, nearness, varies
from notelint.claims.known_value import Era, known_value
from notelint.claims.model import Bars, load_model
from notelint.quantities.compare import comparable, narrowing
from notelint.quantities.quantity import Quantity
from notelint.reference import CanonicalValue, Reference
from notelint.source import Place, Position, Span


class Status(StrEnum):
    """How a claim compares with what the packs know."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """`value` is the canonical value that decided; for an outdated claim `former` is the one that it agrees with."""

    status: Status
    value: CanonicalValue | None = None
    former: CanonicalValue | None = None


_LIMITS = frozenset(["min", "max", "range"])
_UNKNOWN = Verdict(Status.UNKNOWN)
_NOWHERE = Place("", Span(0, 0), Position(1, 1), Position(1, 1))


def judge(claim: Claim, reference: Reference) -> Verdict:
    """The verdict on one claim as of the reference's day; what is not certain enough to be accused is unknown."""
    verdict = compare(claim, reference)
    if verdict.status in (Status.OUTDATED, Status.CONTRADICTS) and not _is_certain(claim, verdict, load_model().bars, reference):
        return _UNKNOWN
    return verdict


def compare(claim: Claim, reference: Reference) -> Verdict:
    """How the claim compares with the canonical values if it is read rightly."""
    if claim.text is None and (claim.quantity is None or not claim.attribute):
        return _UNKNOWN
    return _compared(claim.entity, claim.attribute, claim.role, claim.quantity, claim.qualifiers, claim.text, reference)


def is_judged(entity: str, attribute: str, reference: Reference) -> bool:
    """Whether a canonical value says what is right, and not only what is usual: a quota that can be raised, a price that varies."""
    values = [value for value in reference.values_of.get(entity, ()) if value.attribute == attribute]
    return any(not value.adjustable and not varies(value, reference) for value in values)


def _is_certain(claim: Claim, verdict: Verdict, bars: Bars, reference: Reference) -> bool:
    """Outdated: the number itself is telling, so that the bar is low. Wrong: the words alone must be certain."""
    if claim.text is not None:
        return claim.confidence >= SURE
    if claim.told or verdict.value is None:
        return False
    if verdict.status is Status.OUTDATED:
        if claim.role == "exact" and verdict.former and verdict.former.role in _LIMITS and claim.certainty < bars.outdated_exact:
            return False
        return claim.confidence >= (bars.outdated if claim.certainty >= bars.outdated_certainty else bars.outdated_alone)
    if claim.doubted:
        return False
    bar = {Nearness.FAR: bars.wrong, Nearness.NEAR: bars.wrong_near, Nearness.PART: bars.wrong_part}
    return claim.certainty >= bar[nearness(claim, verdict.value, reference)]


@lru_cache(maxsize=1 << 14)
def _compared(
    entity: str,
    attribute: str,
    role: str,
    quantity: Quantity | None,
    qualifiers: tuple[str, ...],
    text: str | None,
    reference: Reference,
) -> Verdict:
    """The verdict on whatever says the same, wherever it is: several rules ask, and notes repeat each other."""
    claim = Claim(_NOWHERE, "", entity, attribute, role, quantity, qualifiers, text)
    return _compare_text(claim, reference) if text is not None else _compare_quantity(claim, reference)


def _compare_quantity(claim: Claim, reference: Reference) -> Verdict:
    assert claim.quantity is not None
    values = [
        value
        for value in reference.values_of.get(claim.entity, ())
        if value.attribute == claim.attribute and known_value(value, reference).points and comparable(claim.quantity, value, reference)
    ]
    values = _in_scope(claim, values)
    eras = {era: [value for value in values if known_value(value, reference).era is era] for era in Era}
    for era in (Era.NOW, Era.FUTURE, Era.UNCLEAR):
        if found := agreeing(claim, eras[era], reference):
            return Verdict(Status.AGREES, found)
    against = contradicting(claim, eras[Era.NOW], reference)
    former = agreeing(claim, eras[Era.PAST], reference)
    successor = against or (_successor(former, eras[Era.NOW]) if former else None)
    if successor is None:
        return _UNKNOWN
    return Verdict(Status.OUTDATED, successor, former) if former else Verdict(Status.CONTRADICTS, successor)


def _successor(former: CanonicalValue, present: list[CanonicalValue]) -> CanonicalValue | None:
    """The value that took the place of a former one: of the same case, and of its role if there is one."""
    alike = [value for value in present if narrowing(value) == narrowing(former)]
    return next((value for value in alike if value.role == former.role), next(iter(alike), None))


def _in_scope(claim: Claim, values: list[CanonicalValue]) -> list[CanonicalValue]:
    """A claim that mentions the case of one value is not about the other cases."""
    said = set(claim.qualifiers)
    if not any(said.intersection(narrowing(value)) for value in values):
        return values
    return [value for value in values if not narrowing(value) or said.intersection(narrowing(value))]


def _compare_text(claim: Claim, reference: Reference) -> Verdict:
    """A wording that a value in force rules out is wrong, or outdated if it was the wording of a former value."""
    values = [value for value in reference.values_of.get(claim.entity, ()) if value.attribute == claim.attribute and value.low is None]
    now = [value for value in values if known_value(value, reference).era is Era.NOW]
    against = next((value for value in now if claim.text in value.against), None)
    if against is None:
        agreeing = next((value for value in values if claim.text in (value.value, *value.choices, *value.cues)), None)
        return Verdict(Status.AGREES, agreeing) if agreeing in now else _UNKNOWN
    past = (value for value in values if known_value(value, reference).era is Era.PAST)
    former = next((value for value in past if claim.text in (value.value, *value.choices, *value.cues, *value.against)), None)
    if former or against.since:
        return Verdict(Status.OUTDATED, against, former)
    return Verdict(Status.CONTRADICTS, against)
