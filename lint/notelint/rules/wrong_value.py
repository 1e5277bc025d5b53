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

from notelint.claims.judge import Status
from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.reference.shown import shown_value
from notelint.rules.protocol import Scope
from notelint.rules.slot_claims import accused, quoted, slot_finding

ID = "wrong-value"
CATEGORY = "facts"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per claim that contradicts what the packs know."""
    for claim, _, value in accused(note, Status.CONTRADICTS, reference):
        yield slot_finding(claim, f"{shown_value(value, reference)}, not {quoted(claim)}", value, reference)
