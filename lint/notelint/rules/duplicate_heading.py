"""Two headings with the same text where a reader expects one.

## What it finds

Two headings that read the same, unless the words are such as any section may have ("Example", "Summary"). A heading that recurs three times
or more is the label of a recurring block and not reported; of two blocks with the same headings the first heading is. Under two different
parents, the headings are reported only if the parents have no other heading in common.

## Why it matters

Half of what is to be known stands in a second place that the reader does not look for, and a link to the heading reaches the first only.

## Example

```md
## Streams

### Retention

A day.

### Retention

Up to a year, for a price.
```

## Use instead

```md
## Streams

### Retention

A day; up to a year, for a price.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Note
from notelint.outlines.repeated_headings import repeated_headings
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "duplicate-heading"
CATEGORY = "structure"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding for each second heading, with the place of the first."""
    for first, again in repeated_headings(note.document):
        place, before = note.heading(again), note.heading(first)
        where = "section" if again.parent is first.parent and again.level > 1 else "note"
        message = f'duplicate heading in this {where}: "{again.title}" is also on line {before.start.line}'
        yield Finding(place, message, (Related(before, "the same heading"),), subject=again.slug)
