"""A Slip as a Finding with its fix."""

from collections.abc import Callable, Iterator

from notelint.diagnostic import Applicability, Edit, Finding, Fix, Related
from notelint.notes.note import Note
from notelint.reference import Reference
from notelint.source import Span
from notelint.spelling.slip import Repeat, Slip


def slips(note: Note, rule: str) -> Iterator[Slip]:
    """The slips of a note that one rule reports."""
    return (slip for slip in note.facts.slips if slip.rule == rule)


def slip_rule(rule: str, message: Callable[[Slip, Reference], str]) -> Callable[[Note, Reference], Iterator[Finding]]:
    """The `check` of a rule that reports each slip of its own with a message; "" for a slip that is left alone."""

    def check(note: Note, reference: Reference) -> Iterator[Finding]:
        for slip in slips(note, rule):
            if text := message(slip, reference):
                yield slip_finding(note, slip, text)

    return check


def slip_finding(note: Note, slip: Slip, message: str, url: str | None = None) -> Finding:
    """The finding at the words of a slip, its repeats as related places; the fix puts the first suggestion in their place, everywhere."""
    related = tuple(Related(one.place, f'"{one.text}" here, too') for one in slip.repeats)
    return Finding(slip.place, message, related, suggestions=slip.suggestions, fix=_fix(note, slip), url=url, subject=slip.text)


def _fix(note: Note, slip: Slip) -> Fix | None:
    if not slip.suggestions:
        return None
    every = (Repeat(slip.place, slip.text, slip.suggestions[0]), *slip.repeats)
    edits = tuple(
        Edit(one.place, one.right) for one in every if one.right and _is_verbatim(note, one) and not _in_wiki_link(note, one.place.span)
    )
    if not edits:
        return None
    applicability = Applicability.SAFE if slip.sure else Applicability.UNSAFE
    return Fix(f'write "{slip.suggestions[0]}"', edits, applicability)


def _is_verbatim(note: Note, slip: Repeat) -> bool:
    """Whether the words are in the source as they are read, without markup between them."""
    return note.source.text[slip.place.span.start : slip.place.span.end] == slip.text


def _in_wiki_link(note: Note, span: Span) -> bool:
    """The text of a wiki link is its target."""
    before = note.source.text.rfind("[[", max(0, span.start - 200), span.start)
    if before < 0 or "]]" in note.source.text[before : span.start]:
        return False
    return any(node.kind == "wiki_link" and node.start <= span.start < node.end for node in note.document.links)
