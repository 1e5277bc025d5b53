"""A number that was right once and has changed since.

## What it finds

A claim that agrees with a former canonical value, when another one is in force on the day as of which the notes are judged (`as_of`).

## Why it matters

Limits and prices change; the exam, and the service, go by the new value.

## Example

```md
# Kinesis Data Streams

- Retention can be extended to 7 days
```

## Use instead

```md
# Kinesis Data Streams

- Retention can be extended to 365 days
```
"""

from collections.abc import Iterator

from notelint.claims.claim import SURE
from notelint.claims.judge import Status, judge
from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import dated, shown_amount, shown_property, shown_value
from notelint.rules.protocol import Scope
from notelint.rules.value_fix import value_fix, value_suggestion

ID = "outdated-value"
CATEGORY = "facts"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding a claim that only a former value bears out."""
    for claim in note.facts.claims:
        if claim.confidence < SURE:
            continue
        verdict = judge(claim, reference)
        if verdict.status is Status.OUTDATED and verdict.value:
            since = f" since {when}" if (when := _changed(verdict.value, verdict.former)) else ""
            before = (
                f"; {shown_amount(verdict.former, reference)} was right before"
                if verdict.former
                else f", not {' '.join(claim.quote.split())}"
            )
            expected = f"{shown_value(verdict.value, reference)}{since}{before}"
            message = f"{shown_property(claim.entity, claim.attribute, reference)}: {expected}{dated(verdict.value, reference)}"
            fix = value_fix(claim, verdict.value, reference)
            yield Finding(
                claim.place,
                message,
                suggestions=(value_suggestion(fix, claim, verdict.value, reference),),
                fix=fix,
                url=verdict.value.source,
                subject=f"{claim.entity} {claim.attribute} {claim.quote}",
            )


def _changed(value: CanonicalValue, former: CanonicalValue | None) -> str:
    return value.since or (former.until if former else None) or ""
