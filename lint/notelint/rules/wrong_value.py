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
    title = reference.attributes[claim.attribute].title
    message = f"{reference.name(claim.entity)}: {title} is {describe(value)}, not {' '.join(claim.quote.split())}"
    fix = value_fix(claim, value, reference)
    return Finding(
        claim.place,
        message,
        suggestions=(value_suggestion(fix, claim, value),),
        fix=fix,
        url=value.source,
        subject=f"{claim.entity} {claim.attribute} {claim.quote}",
    )


def describe(value: CanonicalValue) -> str:
    """The value in words, with when it was checked: "at most 365 d (checked 2026-11-21)"."""
    word = {"max": "at most ", "min": "at least ", "default": "by default ", "approx": "about "}.get(value.role, "")
    qualifiers = f", {', '.join(value.qualifiers)}" if value.qualifiers else ""
    return f"{word}{value.value.replace(' .. ', ' to ')}{qualifiers} (checked {value.checked})"
