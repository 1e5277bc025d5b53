"""A calculation whose two sides do not agree.

## What it finds

A statement that gives a product with its result (`3 shards x 2 MB/s = 8 MB/s`), or an availability with its downtime
(`99.99 % available, so 530 minutes a year are downtime`), where the figures do not fit. Rounded figures fit.

## Why it matters

One of the figures is wrong, and exams ask for exactly these sums.

## Example

```md
- 99.99% available, which means 530 minutes a year of downtime
```

## Use instead

```md
- 99.99% available, which means 53 minutes a year of downtime
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "wrong-arithmetic"
CATEGORY = "facts"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per result that the other side does not give."""
    for stated in note.facts.sums:
        if not stated.right:
            figure = f"{stated.expected:,.0f}" if stated.expected >= 1000 else f"{stated.expected:.3g}"
            expected = f"{figure} {stated.unit}".strip()
            yield Finding(stated.place, f"the other figures give {expected}, not {' '.join(stated.quote.split())}", subject=stated.quote)
