"""Something that is no more, or closed to new customers.

## What it finds

The first mention, in each note, of an entity that has ended, is deprecated, or takes no new customers.

## Why it matters

A learner should know that it cannot be tried any more. Older exams still ask for it: the finding is for information.

## Example

```md
AWS Data Pipeline moves data every night.
```

## Use instead

```md
AWS Glue moves data every night.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.facts import Note
from notelint.facts.spelling.finding import slip_finding, slips
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "retired-term"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE
_STATES = {"ended": "has ended", "closed": "is closed to new customers", "deprecated": "is deprecated"}


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding an entity."""
    for slip in slips(note, ID):
        status = reference.entities[slip.entity].status
        if status is None:
            continue
        since = f" since {status.since}" if status.since else ""
        yield slip_finding(note, slip, f"{reference.name(slip.entity)} {_STATES.get(status.state, status.state)}{since}", status.source)
