"""A heading that is more than one level below the heading before it.

## What it finds

Headings such as `####` right after a section of level `##`. The first heading of a note may have any level, and going back up may skip levels.

## Why it matters

The outline has a hole: tables of contents and screen readers show a subsection without the section that it belongs to.

## Example

```md
## Storage classes

#### Glacier

For archives.
```

## Use instead

```md
## Storage classes

### Glacier

For archives.
```
"""

from collections.abc import Iterator
from itertools import pairwise

from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "skipped-heading-level"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding for each heading that goes down two levels or more."""
    for above, heading in pairwise(note.document.heading_levels):
        if heading.html or heading.level <= above.level + 1:
            continue
        wanted = "#" * (above.level + 1)
        message = f"heading level {heading.level} after level {above.level}: expected {wanted}"
        yield Finding(note.place(heading.span), message, (Related(note.place(above.span), f"level {above.level}"),), (wanted,))
