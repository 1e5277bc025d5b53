"""Two headings with the same text where a reader expects one.

## What it finds

Headings that read the same under the same parent; and headings that read the same under two different parents, unless the words are such
as any section may have ("Example", "Summary"), or the two parents are built alike and share other headings too.

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
    """One finding for each heading but the first of its text, with the place of the one before it."""
    for first, again in repeated_headings(note.document):
        place, before = note.heading(again), note.heading(first)
        where = "in this section" if again.parent is first.parent and again.level > 1 else "in this note"
        message = f'duplicate heading {where}: "{again.title}" is on line {before.start.line}, too'
        yield Finding(place, message, (Related(before, "the same heading"),), subject=again.slug)
