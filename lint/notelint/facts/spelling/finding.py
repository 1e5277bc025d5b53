"""A Slip as a Finding, with a fix that keeps what points to the words."""

from collections.abc import Iterator

from notelint.diagnostic import Applicability, Edit, Finding, Fix
from notelint.document import Node, Section, slug
from notelint.facts.model import Slip
from notelint.facts.note import Note
from notelint.source import Span


def slips(note: Note, rule: str) -> Iterator[Slip]:
    """The slips of a note that one rule reports."""
    return (slip for slip in note.facts.slips if slip.rule == rule)


def slip_finding(note: Note, slip: Slip, message: str, url: str | None = None) -> Finding:
    """The finding at the words of a slip; the fix puts the first suggestion in their stead."""
    return Finding(slip.place, message, suggestions=slip.suggestions, fix=_fix(note, slip), url=url, subject=slip.text)


def _fix(note: Note, slip: Slip) -> Fix | None:
    if not slip.suggestions or not _is_verbatim(note, slip) or _in_wiki_link(note, slip.place.span):
        return None
    edits = (Edit(slip.place, slip.suggestions[0]),)
    applicability = Applicability.SAFE if slip.sure else Applicability.UNSAFE
    heading = _heading(note, slip.place.span)
    if heading is not None:
        links = _links(note, heading, slip)
        return Fix(f'write "{slip.suggestions[0]}", and change links to the heading', (*edits, *links), Applicability.UNSAFE)
    return Fix(f'write "{slip.suggestions[0]}"', edits, applicability)


def _is_verbatim(note: Note, slip: Slip) -> bool:
    """Do the words stand in the source as they are read, without markup between them?"""
    return note.source.text[slip.place.span.start : slip.place.span.end] == slip.text


def _in_wiki_link(note: Note, span: Span) -> bool:
    """The text of a wiki link is its target."""
    before = note.source.text.rfind("[[", max(0, span.start - 200), span.start)
    if before < 0 or "]]" in note.source.text[before : span.start]:
        return False
    return any(node.kind == "wiki_link" and node.start <= span.start < node.end for node in note.document.links)


def _heading(note: Note, span: Span) -> Section | None:
    return next((section for section in note.document.sections if section.heading and _holds(section.heading.node, span)), None)


def _holds(node: Node, span: Span) -> bool:
    return node.start <= span.start and span.end <= node.end


def _links(note: Note, section: Section, slip: Slip) -> Iterator[Edit]:
    """Links of this note to the heading, changed to its new anchor."""
    assert section.heading is not None
    text = section.heading.text
    start = text.plain.find(slip.text)
    if start < 0 or slug(text.plain) != section.slug:
        return
    renamed = slug(text.plain[:start] + slip.suggestions[0] + text.plain[start + len(slip.text) :])
    for node in note.document.links:
        span = node.attributes.get("destination_span")
        if span and node.attributes.get("destination") == f"#{section.slug}":
            yield Edit(note.place(Span(*span)), f"#{renamed}")
