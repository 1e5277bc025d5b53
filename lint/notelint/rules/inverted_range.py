"""A range whose first end is greater than its last.

## What it finds

`365 to 1 days`: a range of times, sizes, or rates that runs downwards once the units are converted.

## Why it matters

The ends were swapped, or one of them has the wrong unit.

## Example

```md
- Retention: 365 to 1 days
```

## Use instead

```md
- Retention: 1 to 365 days
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.quantities.quantity import Bound
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "inverted-range"
CATEGORY = "facts"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

_MEASURED = ("time", "data")


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding a measured range with its ends the wrong way round."""
    for claim in note.facts.claims:
        quantity = claim.quantity
        if quantity is None or quantity.bound is not Bound.RANGE or not quantity.dimension.startswith(_MEASURED):
            continue
        if quantity.low_base is not None and quantity.high_base and quantity.low_base > quantity.high_base:
            quote = " ".join(claim.quote.split())
            yield Finding(claim.place, f"the range {quote} runs downwards; swap its ends or correct a unit", subject=quote)
