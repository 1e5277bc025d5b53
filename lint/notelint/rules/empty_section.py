"""A heading with nothing under it.

## What it finds

Headings that are followed by the next heading, or the end of the note, with nothing between but blank lines, `&nbsp;`, comments, rules
(`---`) or a promise such as "TODO" and "coming soon". A heading whose subsections have content is not empty; one that is empty together
with all its subsections is reported, and so is each of them, since each is to be filled. An image, a table or code is content, and so is a heading that is a link.

Forms are left alone: notes in a folder called templates or with tags to fill in (`{{title}}`), boards of cards, and the page of a folder
(README, index) that holds its title and nothing else.

## Why it matters

The outline promises a topic that the note does not treat: whoever learns from it believes that the topic is done.

## Example

```md
## Streams

Records are kept for a day.

## Firehose

## Analytics

Coming soon.
```

## Use instead

```md
## Streams

Records are kept for a day.

## Firehose

Delivers records to S3 in batches.
```
"""

import os
from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.outlines.emptiness import EmptySection, empty_sections
from notelint.outlines.forms import is_form
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope

ID = "empty-section"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

LEVEL = Option(ID, "deepest-level", 6, 1, 6, "the deepest level of headings that must have something under them")
_COVERS = frozenset({"readme", "index", "_index"})


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per heading."""
    if _is_cover(note) or is_form(note.document):
        return
    for empty in empty_sections(note.document):
        if empty.section.level <= LEVEL.of(reference):
            yield Finding(note.heading(empty.section), _problem(empty), subject=empty.section.title)


def _problem(empty: EmptySection) -> str:
    if empty.later:
        return f'empty section: only "{empty.later}"'
    if empty.below:
        subsections = "is its subsection" if empty.below == 1 else f"are all of its {empty.below} subsections"
        return f"empty section, as {subsections}"
    return "empty section"


def _is_cover(note: Note) -> bool:
    """Whether it is the page of a folder, with a title and nothing else. Site generators list the pages of the folder below it."""
    stem = os.path.basename(note.source.path).partition(".")[0].lower()
    return stem in _COVERS and len(note.document.root.children) == 1
