"""What a fix must not do: make a heading, link or claim vanish that it was not about, change a number and call it safe, or put a wrong number in its place."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notelint.claims.judge import Status, judge
from notelint.diagnostic import Edit
from notelint.engine.fixing.edits import Shift
from notelint.notes import Facts
from notelint.reference import Reference
from notelint.source import Place, Source, Span

_NUMBER = re.compile(r"\d+")


class _Item(NamedTuple):
    """Something that a note holds; `key` is what must not change where no edit touches it, `words` name it to people."""

    kind: str
    key: str
    words: str
    place: Place


class Lost(NamedTuple):
    """What a note no longer holds: `words` for people, and where it was."""

    words: str
    place: Place


def lost(before: Facts, after: Facts, edits: Iterable[Edit]) -> list[Lost]:
    """What the note no longer holds once `edits` are made."""
    shift = Shift(edits)
    left = list(_items(after))
    exact = {(item.kind, item.key, item.place.span.start) for item in left}
    found = []
    for item in _items(before):
        moved = shift.moved(item.place.span)
        if not shift.touched(item.place.span):
            kept = (item.kind, item.key, moved.start) in exact
        else:
            kept = shift.replaced(item.place.span) or any(
                one.kind == item.kind and one.place.span.start <= moved.end and moved.start <= one.place.span.end for one in left
            )
        if not kept:
            found.append(Lost(f"the {item.kind} “{item.words}” at line {item.place.start.line}", item.place))
    return found


def _items(facts: Facts) -> Iterator[_Item]:
    for heading in facts.headings:
        yield _Item("heading", f"{heading.level} {heading.title}", heading.title, heading.place)
    for link in facts.links:
        yield _Item("image" if link.image else "link", "", link.destination, link.place)
    for claim in facts.claims:
        yield _Item("claim", claim.quote, claim.quote, claim.place)


def agrees_after(edit: Edit, before: Facts, after: Facts, edits: Iterable[Edit], reference: Reference) -> bool:
    """Whether a claim that the edit corrects, read again with all `edits` made, agrees with the canonical values in the same role. True where it corrects none."""
    claim = next((one for one in before.claims if _holds(one.place.span, edit.place.span)), None)
    if claim is None or judge(claim, reference).status not in (Status.CONTRADICTS, Status.OUTDATED):
        return True
    span = Shift(edits).moved(claim.place.span)
    said = (claim.entity, claim.attribute, claim.role)
    again = (one for one in after.claims if (one.entity, one.attribute, one.role) == said and _overlap(one.place.span, span))
    return any(judge(one, reference).status is Status.AGREES for one in again)


def _holds(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def changes_number(edit: Edit, source: Source, facts: Facts) -> bool:
    """Whether the edit puts another number in the place of one. Numbers in the destination of a link are names and do not count."""
    start, end = edit.place.span
    old = _NUMBER.findall(source.text[start:end])
    if not old or old == _NUMBER.findall(edit.replacement) or not _NUMBER.search(edit.replacement):
        return False
    return not any(link.place.span.start <= start and end <= link.place.span.end for link in facts.links)
