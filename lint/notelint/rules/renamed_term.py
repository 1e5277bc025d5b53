"""A former name of a product or service.

## What it finds

Once per note, with all mentions: an entity by a former name, unless the note says beside it that it is one, or gives the name of today with it. A name
that is plain English ("text analytics") must be written as a name, in a note that speaks of its vendor or of other things of the kind. The fix puts
the name of today everywhere; a person should look at it.

## Why it matters

The console, the documentation and newer exams use the new name only. Older exams use the old one: the finding is for information.

## Example

```md
CloudWatch Events starts the job.
```

## Use instead

```md
EventBridge starts the job.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_finding, slips

ID = "renamed-term"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per entity."""
    for slip in slips(note, ID):
        name = reference.name(slip.entity)
        entity = reference.entities.get(slip.entity)
        since = "since" if slip.about <= reference.as_of.isoformat() else "from"
        yield slip_finding(
            note, slip, f'"{slip.text}" is called "{name}" {since} {slip.about}', entity.status.source if entity and entity.status else None
        )
