"""Numbers in the notes that contradict each other.

## What it finds

Claims on the same attribute of the same entity, in one note or in several, that cannot both be right. The claim that the canonical value
contradicts is reported, or else the last one; all the others are shown as related places. Claims of different scope (per shard and on demand),
a default inside a range, and rounded numbers agree.

## Why it matters

A reader who meets both does not know which one to learn.

## Example

```md
# Video archive

- Retention: 1 to 10 years

## Video archive

- Retention: 1 hour to 10 years
```

## Use instead

```md
# Video archive

- Retention: 1 hour to 10 years

## Video archive

- Retention: 1 hour to 10 years
```
"""

from collections.abc import Iterator

from notelint.claims.claim import SURE, Claim
from notelint.claims.conflicts import clash, contradict
from notelint.claims.judge import Status, Verdict, judge
from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.reference.shown import dated, shown_property, shown_value
from notelint.rules.protocol import Scope

ID = "conflicting-values"
CATEGORY = "facts"
SEVERITY = Severity.ERROR
SCOPE = Scope.CORPUS

_KINDS = 50
"""Different claims on one attribute that a claim is held against; a corpus with more does not speak of one thing."""
_AGREEING = 200
"""Agreeing claims that a wrong one is held against at most."""
_PLACES = 20
"""Related places that are shown at most: of claims that agree, or of those that say the same."""


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Claim]]:
    """The claims that are sure of their entity and attribute, by the two."""
    for claim in note.claims:
        if claim.entity and claim.attribute and claim.confidence >= SURE:
            yield f"{claim.entity} {claim.attribute}", claim


def check(group: list[Claim], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding a claim that stands against others, with all of these as related places."""
    if len(group) < 2:
        return
    judged = [(claim, judge(claim, reference)) for claim in group]
    if not any(verdict.value for _, verdict in judged):
        yield from _among_equals(group, reference)
        return
    agreeing = [(claim, verdict) for claim, verdict in judged if verdict.status is Status.AGREES][:_AGREEING]
    seen: dict[tuple[object, ...], bool] = {}
    for claim, verdict in judged:
        if verdict.status in (Status.CONTRADICTS, Status.OUTDATED):
            against = []
            for other, known in agreeing:
                pair = (*_said(claim), *_said(other))
                if pair not in seen:
                    seen[pair] = _same_case(verdict, known) and clash(claim, other, reference)
                if seen[pair]:
                    against.append(other)
            if against:
                yield _finding(claim, against[:_PLACES], reference)


def _said(claim: Claim) -> tuple[object, ...]:
    """What a claim says of the attribute, wherever it stands: those that say the same clash with the same."""
    return claim.quantity, claim.role, claim.qualifiers, claim.text


def _among_equals(group: list[Claim], reference: Reference) -> Iterator[Finding]:
    """Claims that no canonical value judges: each is held against the earlier ones, those that say the very same taken together."""
    alike: dict[object, list[Claim]] = {}
    for claim in group:
        firsts = [claims for claims in list(alike.values())[:_KINDS] if contradict(claim, claims[0], reference)]
        against = [other for claims in firsts for other in claims[:_PLACES]]
        if against:
            yield _finding(claim, against, reference)
        alike.setdefault((claim.quantity, claim.role, claim.qualifiers, claim.words), []).append(claim)


def _same_case(one: Verdict, other: Verdict) -> bool:
    """Are both judged by values that hold under the same condition?"""
    return one.value is not None and other.value is not None and one.value.qualifiers == other.value.qualifiers


def _finding(claim: Claim, against: list[Claim], reference: Reference) -> Finding:
    verdict = judge(claim, reference)
    others = ", ".join(dict.fromkeys(" ".join(other.quote.split()) for other in against))
    about = shown_property(claim.entity, claim.attribute, reference)
    message = f"{about}: {' '.join(claim.quote.split())} here, but {others} elsewhere"
    if verdict.value:
        message += f"; right is {shown_value(verdict.value, reference)}{dated(verdict.value, reference)}"
    related = tuple(Related(other.place, f"{' '.join(other.quote.split())} is said here") for other in against)
    return Finding(
        claim.place,
        message,
        related,
        url=verdict.value.source if verdict.value else None,
        subject=f"{claim.entity} {claim.attribute} {claim.quote}",
    )
