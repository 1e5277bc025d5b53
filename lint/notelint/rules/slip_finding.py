"""A Slip as a Finding with its fix."""

from collections.abc import Iterator

from notelint.diagnostic import Applicability, Edit, Finding, Fix
from notelint.notes.note import Note
from notelint.source import Span
from notelint.spelling.slip import Slip


def slips(note: Note, rule: str) -> Iterator[Slip]:
    """The slips of a note that one rule reports."""
    return (slip for slip in note.facts.slips if slip.rule == rule)


def slip_finding(note: Note, slip: Slip, message: str, url: str | None = None) -> Finding:
    """The finding at the words of a slip; the fix puts the first suggestion in their stead."""
    return Finding(slip.place, message, suggestions=slip.suggestions, fix=_fix(note, slip), url=url, subject=slip.text)


def _fix(note: Note, slip: Slip) -> Fix | None:
    if not slip.suggestions or not _is_verbatim(note, slip) or _in_wiki_link(note, slip.place.span):
        return None
    applicability = Applicability.SAFE if slip.sure else Applicability.UNSAFE
    return Fix(f'write "{slip.suggestions[0]}"', (Edit(slip.place, slip.suggestions[0]),), applicability)


def _is_verbatim(note: Note, slip: Slip) -> bool:
    """Do the words stand in the source as they are read, without markup between them?"""
    return note.source.text[slip.place.span.start : slip.place.span.end] == slip.text


def _in_wiki_link(note: Note, span: Span) -> bool:
    """The text of a wiki link is its target."""
    before = note.source.text.rfind("[[", max(0, span.start - 200), span.start)
    if before < 0 or "]]" in note.source.text[before : span.start]:
        return False
    return any(node.kind == "wiki_link" and node.start <= span.start < node.end for node in note.document.links)
