"""A property given in a unit of the wrong kind.

## What it finds

An item whose label is the name of a known property of its subject, and whose value is of another kind: a retention in terabytes.

## Why it matters

The unit is a slip of the pen, or the value belongs to another property.

## Example

```md
# Kinesis Data Streams

- **Retention**: 365 MB
```

## Use instead

```md
# Kinesis Data Streams

- **Retention**: 365 days
```
"""

from collections.abc import Iterator

from notelint.claims.claim import SURE
from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "wrong-dimension"
CATEGORY = "facts"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE

_MEASURED = ("time", "data", "data/time")


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per measured value whose dimension is not that of its attribute."""
    for claim in note.facts.claims:
        attribute = reference.attributes.get(claim.attribute)
        if attribute is None or claim.quantity is None or claim.confidence < SURE:
            continue
        given = claim.quantity.dimension
        if attribute.dimension in _MEASURED and given in _MEASURED and given != attribute.dimension:
            name = reference.name(claim.entity)
            message = f"{name}: {attribute.title} is a matter of {attribute.dimension}, not of {given} ({' '.join(claim.quote.split())})"
            yield Finding(claim.place, message, subject=f"{claim.entity} {claim.attribute} {claim.quote}")
