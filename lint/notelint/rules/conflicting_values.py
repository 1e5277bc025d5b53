"""Numbers in the notes that contradict each other.

## What it finds

Claims on the same attribute of the same entity, in one note or in several, that cannot both be right. Where a canonical value says which one is
right, `wrong-value` or `outdated-value` reports the other, with all that contradicts it as related places; this rule reports the rest: where there is
no canonical value, or it is a quota that can be raised. The odd one out is reported, or else the last one; the others are shown as related places. Only properties that the packs know an entity to have are
compared. Claims of different scope (per shard and on demand), a default inside a range, and rounded numbers agree.

## Why it matters

A reader who meets both does not know which one to learn.

## Example

```md
# AWS Lambda

- Concurrency: 1,000 concurrent executions by default
- Concurrency: 3,000 concurrent executions by default
```

## Use instead

```md
# AWS Lambda

- Concurrency: 1,000 concurrent executions by default
- Concurrency: 1,000 concurrent executions by default
```
"""

from collections.abc import Iterator

from notelint.claims.claim import Claim
from notelint.claims.conflicts import clash, same_condition, says_the_same
from notelint.claims.judge import is_judged
from notelint.claims.model import load_model
from notelint.diagnostic import Finding, Severity
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.reference.shown import shown_property
from notelint.rules.protocol import Scope
from notelint.rules.slot_claims import contradicted, quoted, related, slot_claims

ID = "conflicting-values"
CATEGORY = "facts"
SEVERITY = Severity.ERROR
SCOPE = Scope.CORPUS

_KINDS = 50
"""Different statements on one slot that are held against each other; notes with more do not speak of one thing."""


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Claim]]:
    """The claims of the note, by slot."""
    yield from slot_claims(note)


def check(group: list[Claim], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per claim that the canonical value and other notes contradict; without such a value, per claim that most of the others contradict."""
    if len(group) < 2:
        return
    if is_judged(group[0].entity, group[0].attribute, reference):
        yield from (_finding(claim, against, reference) for claim, against in contradicted(group, reference) if against)
        return
    bar = load_model().bars.conflict
    yield from _odd_ones([claim for claim in group if claim.certainty >= bar and not (claim.told or claim.doubted)], reference)


def _odd_ones(group: list[Claim], reference: Reference) -> Iterator[Finding]:
    """The claims that most of the others contradict, or the earlier ones where neither side has more."""
    alike: list[list[Claim]] = []
    for claim in group:
        same = next((one for one in alike if same_condition(claim, one[0]) and says_the_same(claim, one[0], reference)), None)
        if same is not None:
            same.append(claim)
        elif len(alike) < _KINDS:
            alike.append([claim])
    for index, few in enumerate(alike):
        for claim in few:
            many = [
                one
                for place, others in enumerate(alike)
                if (len(others), -place) > (len(few), -index)
                for one in others
                if same_condition(claim, one) and clash(claim, one, reference)
            ]
            if many:
                yield _finding(claim, many, reference)


def _finding(claim: Claim, against: list[Claim], reference: Reference) -> Finding:
    others = ", ".join(dict.fromkeys(map(quoted, against)))
    message = f"{shown_property(claim.entity, claim.attribute, reference)}: {quoted(claim)} here, but {others} elsewhere"
    return Finding(claim.place, message, related(against), subject=f"{claim.entity} {claim.attribute} {claim.quote}")
