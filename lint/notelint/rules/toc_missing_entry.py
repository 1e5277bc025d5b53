"""A heading that the table of contents leaves out.

## What it finds

Headings behind a table of contents (a list of three links or more, most of them to sections of the same note) that have no entry in it,
of the levels that it covers: those of which it names three headings and at least a third. A list that nothing calls "contents" has to
name most headings of a level to count. A list within a section is expected to name the parts of that section only.

## Why it matters

Readers of a long note go by its table of contents: what is not in it will not be found.

## Example

```md
# Streams

## Contents

- [Producers](#producers)
- [Consumers](#consumers)
- [Shards](#shards)

## Producers

Write records.

## Consumers

Read records.

## Retention

A day.

## Shards

Hold records.
```

## Use instead

```md
# Streams

## Contents

- [Producers](#producers)
- [Consumers](#consumers)
- [Retention](#retention)
- [Shards](#shards)

## Producers

Write records.

## Consumers

Read records.

## Retention

A day.

## Shards

Hold records.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Related, Severity
from notelint.document import Section
from notelint.notes import Note
from notelint.outlines.contents import tables_of_contents
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope
from notelint.source import Span

ID = "toc-missing-entry"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

LEVEL = Option(ID, "deepest-level", 6, 1, 6, "the deepest level of headings that a table of contents must list")


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding for each heading that is not listed."""
    for contents in tables_of_contents(note.document):
        place = note.place(contents.node.span)
        for section in contents.missing():
            if section.level > LEVEL.of(reference):
                continue
            entry = f"[{section.title}](#{section.slug})"
            message = f'"{section.title}" is missing in the table of contents (line {place.start.line}): add {entry}'
            related = (Related(place, "the table of contents"),)
            yield Finding(note.place(_mark(section)), message, related, (entry,), subject=section.slug)


def _mark(section: Section) -> Span:
    """The marks before the heading's words; of a heading that is underlined, its first character."""
    assert section.heading is not None
    node = section.heading.node
    return Span(node.start, min(node.start + (1 if node.attributes["setext"] else section.level), node.end))
