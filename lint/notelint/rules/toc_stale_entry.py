"""A table of contents entry that names one section and links to another.

## What it finds

Entries whose words are those of one heading while their link leads to a different one, entries that lead where an earlier entry of the
same words led already though there is a second such heading, and entries without a link whose words no heading has. Entries whose link
leads nowhere at all are found by broken-anchor.

## Why it matters

The reader lands in the wrong section, or looks for one that was renamed or removed.

## Example

```md
# Streams

- [Producers](#producers)
- [Consumers](#producers)
- [Shards](#shards)

## Producers

Write records.

## Consumers

Read records.

## Shards

Hold records.
```

## Use instead

```md
# Streams

- [Producers](#producers)
- [Consumers](#consumers)
- [Shards](#shards)

## Producers

Write records.

## Consumers

Read records.

## Shards

Hold records.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Note
from notelint.outlines.contents import Stale, stale_entries, tables_of_contents
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "toc-stale-entry"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding an entry, at its words."""
    for contents in tables_of_contents(note.document):
        for stale in stale_entries(note.document, contents):
            yield Finding(note.place(stale.entry.span), _message(stale), tuple(_related(note, stale)), _instead(stale))


def _message(stale: Stale) -> str:
    if stale.meant is None:
        return f'the entry "{stale.entry.label}" has no section'
    assert stale.entry.section is not None
    if stale.entry.section.title == stale.meant.title:
        return f'the entry "{stale.entry.label}" leads to the first heading of that name, as an entry above does; did you mean "#{stale.meant.slug}"?'
    return f'the entry "{stale.entry.label}" leads to "{stale.entry.section.title}"; did you mean "#{stale.meant.slug}"?'


def _related(note: Note, stale: Stale) -> Iterator[Related]:
    if stale.meant is not None:
        yield Related(note.heading(stale.meant), "the heading that the entry names")


def _instead(stale: Stale) -> tuple[str, ...]:
    return () if stale.meant is None else (f"#{stale.meant.slug}",)
