"""What the rules on values share: the claims of a run on one slot, and how those that are accused are shown."""

from collections.abc import Iterator

from notelint.claims.claim import Claim
from notelint.claims.conflicts import clash
from notelint.claims.judge import Status, Verdict, compare, judge
from notelint.diagnostic import Finding, Related
from notelint.notes import Facts, Note
from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import dated, shown_property
from notelint.rules.value_fix import value_fix, value_suggestion

_READ = 0.5
"""Probability of the reading from which on a claim is shown beside another one."""
_PLACES = 20
"""Related places that are shown at most."""
_AGREEING = 200
"""Agreeing claims that an accused one is held against at most."""


def slot_claims(note: Facts) -> Iterator[tuple[str, Claim]]:
    """The claims of a note on known attributes of known entities, by the two."""
    for claim in note.claims:
        if claim.entity and claim.attribute and max(claim.confidence, claim.certainty) >= _READ:
            yield f"{claim.entity} {claim.attribute}", claim


def accused(note: Note, status: Status, reference: Reference) -> Iterator[tuple[Claim, Verdict, CanonicalValue]]:
    """The claims of a note that have this verdict, with the value that speaks against them."""
    for _, claim in slot_claims(note.facts):
        verdict = judge(claim, reference)
        if verdict.status is status and verdict.value is not None:
            yield claim, verdict, verdict.value


def contradicted(group: list[Claim], reference: Reference) -> Iterator[tuple[Claim, list[Claim]]]:
    """The claims of a group that a canonical value judges, each with those that it confirms and that contradict the claim."""
    found = [(claim, verdict) for claim in group if (verdict := judge(claim, reference)).status in (Status.OUTDATED, Status.CONTRADICTS)]
    if found:
        right = [(claim, verdict) for claim in group if (verdict := compare(claim, reference)).status is Status.AGREES][:_AGREEING]
        for claim, verdict in found:
            yield claim, [one for one, known in right if _same_case(verdict, known) and clash(claim, one, reference)]


def related(claims: list[Claim]) -> tuple[Related, ...]:
    """Claims as related places."""
    return tuple(Related(claim.place, f"{quoted(claim)} is said here") for claim in claims[:_PLACES])


def slot_finding(claim: Claim, expected: str, value: CanonicalValue, reference: Reference) -> Finding:
    """The finding on a claim that `value` speaks against; `expected` says what is right, unless the value has a sentence for wordings that it rules out."""
    fix = value_fix(claim, value, reference)
    said = value.says if claim.text is not None and value.says else expected
    return Finding(
        claim.place,
        f"{shown_property(claim.entity, claim.attribute, reference)}: {said}{dated(value, reference)}",
        suggestions=(value_suggestion(fix, claim, value, reference),),
        fix=fix,
        url=value.source,
        subject=f"{claim.entity} {claim.attribute} {claim.quote}",
    )


def quoted(claim: Claim) -> str:
    """The words of the claim on one line."""
    return " ".join(claim.quote.split())


def _same_case(one: Verdict, other: Verdict) -> bool:
    """Whether both are judged by values that hold under the same condition."""
    return one.value is not None and other.value is not None and one.value.qualifiers == other.value.qualifiers
