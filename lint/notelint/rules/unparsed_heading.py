"""A line that is meant as a heading but shown as text.

## What it finds

Lines such as `##Retention` (no space), `##` with a no-break space, or a heading behind an invisible character or four spaces: Markdown
shows them as text, with their `#`. Tags (`#aws`), commands, comments and preprocessor lines are left alone: a line with a single `#` and
no space counts only where the note has other such headings, or has it as its very first line. Headings that a code block swallows, since it is
never closed, are reported, too.

## Why it matters

The section is missing in the outline, its text belongs to the section above, and no link can reach it.

## Example

```md
# Storage

##Storage classes

Standard, infrequent access, archive.
```

## Use instead

```md
# Storage

## Storage classes

Standard, infrequent access, archive.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Edit, Finding, Fix, Related, Severity
from notelint.document import NearHeading
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

ID = "unparsed-heading"
CATEGORY = "structure"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


_SWALLOWED = lazy_pattern(r"(?<=\n\n)#{2,6} (?P<title>[A-Z][^\n]*)")
"""A heading of level 2 or deeper after a blank line: a comment in code would rather follow code."""


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per line, and one per code block that swallows headings."""
    yield from _swallowed(note)
    for near in note.document.near_headings:
        marks = "#" * near.level
        message = f'"{near.title}" is not read as a heading: {_reason(note, near, marks)}'
        yield Finding(note.place(near.span), message, suggestions=(f"{marks} {near.title}",), fix=_fix(note, near), subject=near.title)


def _swallowed(note: Note) -> Iterator[Finding]:
    for block in note.document.code_blocks:
        if block.attributes["closed"]:
            continue
        start, end = block.attributes["content"]
        if match := _SWALLOWED.search(note.source.text, start, end):
            title = match["title"].strip()
            fence = note.place(Span(block.start, block.start + len(block.attributes["fence"])))
            message = f'"{title}" is not read as a heading: the code block from line {fence.start.line} on is never closed'
            yield Finding(note.place(Span(*match.span())), message, (Related(fence, "the code block begins here"),), subject=title)


def _reason(note: Note, near: NearHeading, marks: str) -> str:
    gap = note.source.text[near.gap.start : near.gap.end]
    if near.lead.start < near.lead.end:
        return f"remove the invisible character (U+{ord(note.source.text[near.lead.start]):04X}) before {marks}"
    if near.is_glued:
        return f"put a space after {marks}"
    if gap.strip(" \t"):
        odd = next(character for character in gap if character not in " \t")
        return f"the character after {marks} is U+{ord(odd):04X}, not a space"
    return f"a line indented this far continues the paragraph above; put a blank line before it and {marks} at the margin"


def _fix(note: Note, near: NearHeading) -> Fix | None:
    edits = []
    if near.lead.start < near.lead.end:
        edits.append(Edit(note.place(near.lead), ""))
    if note.source.text[near.gap.start : near.gap.end] != " ":
        edits.append(Edit(note.place(Span(*near.gap)), " "))
    return Fix("make it a heading", tuple(edits)) if edits else None
