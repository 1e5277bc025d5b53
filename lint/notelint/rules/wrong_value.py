"""A number that the canonical value contradicts.

## What it finds

A claim (a retention period, a limit, a price ...) whose entity and attribute are known for certain and whose value is neither the canonical one
nor one that was right before. Values are compared by meaning: `24 h` is `1 day`, a default may stand inside its range, `KB` may mean 1000 or 1024.

## Why it matters

Whoever learns from the note learns something wrong.

## Example

```md
# Kinesis Data Streams

- Retention: 24 hours by default, up to 7 years
```

## Use instead

```md
# Kinesis Data Streams

- Retention: 24 hours by default, up to 365 days
```
"""

from collections.abc import Iterator

from notelint.claims.claim import SURE, Claim
from notelint.claims.judge import Status, judge
from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import dated, shown_property, shown_value
from notelint.rules.protocol import Scope
from notelint.rules.value_fix import value_fix, value_suggestion

ID = "wrong-value"
CATEGORY = "facts"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding a claim that contradicts what the packs know."""
    for claim in note.facts.claims:
        if claim.confidence < SURE:
            continue
        verdict = judge(claim, reference)
        if verdict.status is Status.CONTRADICTS and verdict.value:
            yield _finding(claim, verdict.value, reference)


def _finding(claim: Claim, value: CanonicalValue, reference: Reference) -> Finding:
    expected = f"{shown_value(value, reference)}, not {' '.join(claim.quote.split())}"
    message = f"{shown_property(claim.entity, claim.attribute, reference)}: {expected}{dated(value, reference)}"
    fix = value_fix(claim, value, reference)
    return Finding(
        claim.place,
        message,
        suggestions=(value_suggestion(fix, claim, value, reference),),
        fix=fix,
        url=value.source,
        subject=f"{claim.entity} {claim.attribute} {claim.quote}",
    )
