"""A heading that is more than one level below the heading before it.

## What it finds

Headings such as `####` right after a section of level `##`. The first heading of a note may have any level, and going back up may skip levels.
Where a note leaves out a level throughout, each way of leaving it out is reported once, with the number of its places.

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
from notelint.document import HeadingLevel
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope

ID = "skipped-heading-level"
CATEGORY = "structure"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE

ALLOWED = Option(ID, "allowed", 0, 0, 4, "how many levels may be left out between two headings")
_SHOWN = 3
"""Other places of the same skip that a finding lists."""


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding for each heading that goes down two levels or more; one in all for a skip over levels that the note never uses."""
    levels = note.document.heading_levels
    used = {heading.level for heading in levels}
    skips: dict[tuple[int, int, int], list[tuple[HeadingLevel, HeadingLevel]]] = {}
    for number, (above, heading) in enumerate(pairwise(levels)):
        if heading.html or heading.level <= above.level + 1 + ALLOWED.of(reference):
            continue
        is_habit = used.isdisjoint(range(above.level + 1, heading.level))
        skips.setdefault((above.level, heading.level, -1 if is_habit else number), []).append((above, heading))
    for same in skips.values():
        yield _finding(note, same)


def _finding(note: Note, same: list[tuple[HeadingLevel, HeadingLevel]]) -> Finding:
    (above, heading), *others = same
    wanted = "#" * (above.level + 1)
    message = f"heading level {heading.level} after level {above.level}: expected {wanted}"
    if others:
        message += f" ({len(same)} places in this note)"
    related: tuple[Related, ...] = (Related(note.place(above.span), f"level {above.level}"),)
    related += tuple(Related(note.place(other.span), "the same skip") for _, other in others[:_SHOWN])
    return Finding(note.place(heading.span), message, related, (wanted,))
