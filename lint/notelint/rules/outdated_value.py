"""A number that was right once and has changed since.

## What it finds

A claim that agrees with a former canonical value, when another one is in force on the day as of which the notes are judged (`as-of`).

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

from notelint.claims.judge import Status
from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import shown_amount, shown_value
from notelint.rules.protocol import Scope
from notelint.rules.slot_claims import accused, quoted, slot_finding

ID = "outdated-value"
CATEGORY = "facts"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per claim that only a former value confirms."""
    for claim, verdict, value in accused(note, Status.OUTDATED, reference):
        since = f" since {when}" if (when := _changed(value, verdict.former)) else ""
        former = shown_amount(verdict.former, reference) if verdict.former else ""
        before = f"; {former} was right before" if former else f", not {quoted(claim)}"
        yield slot_finding(claim, f"{shown_value(value, reference)}{since}{before}", value, reference)


def _changed(value: CanonicalValue, former: CanonicalValue | None) -> str:
    return value.since or (former.until if former else None) or ""
