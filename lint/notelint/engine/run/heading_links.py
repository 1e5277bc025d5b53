"""A heading that is fixed gets another anchor: links to it, in whichever note, are changed by the same fix."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from notelint.diagnostic import Applicability, Diagnostic, Edit, Fix
from notelint.document import slug
from notelint.links.heading import Heading
from notelint.links.link import Link
from notelint.notes import Corpus
from notelint.source import Place, Position, Span

_CATEGORIES = frozenset({"spelling", "terminology"})


def follow(diagnostics: Iterable[Diagnostic], corpus: Corpus, *, complete: bool) -> Iterator[Diagnostic]:
    """Fixes of headings together with the links to them; safe only if every note that may hold one was read (`complete`)."""
    links = _Links(corpus)
    for diagnostic in diagnostics:
        fix = diagnostic.finding.fix
        heading = _heading(corpus, diagnostic.place) if mends_heading(diagnostic, corpus) else None
        if fix is None or heading is None:
            yield diagnostic
            continue
        followed = _followed(fix, heading, corpus, links, complete=complete)
        yield msgspec.structs.replace(diagnostic, finding=msgspec.structs.replace(diagnostic.finding, fix=followed))


def mends_heading(diagnostic: Diagnostic, corpus: Corpus) -> bool:
    """Whether its fix would change the words of a heading."""
    return diagnostic.finding.fix is not None and diagnostic.category in _CATEGORIES and _heading(corpus, diagnostic.place) is not None


def holds_every_note(corpus: Corpus) -> bool:
    """Whether every note was read that lies in the folders around."""
    return all(path in corpus.notes for path in corpus.tree.ending(".md", ".markdown", ".mdx"))


def _heading(corpus: Corpus, place: Place) -> Heading | None:
    facts = corpus.notes.get(place.path)
    headings = facts.headings if facts else ()
    return next((one for one in headings if one.place.span.start <= place.span.start and place.span.end <= one.place.span.end), None)


def _followed(fix: Fix, heading: Heading, corpus: Corpus, to: "_Links", *, complete: bool) -> Fix:
    unsafe = msgspec.structs.replace(fix, applicability=Applicability.UNSAFE)
    title = _renamed(fix.edits[0], heading, corpus)
    if title is None:
        return unsafe
    anchor = slug(title)
    if anchor == heading.anchor:
        return fix
    links = to.heading(heading)
    edits = tuple(edit for link in links if (edit := _edit(link, title if link.wiki else anchor)))
    if not edits:
        return fix if complete and not links else unsafe
    applicability = fix.applicability if complete and len(edits) == len(links) else Applicability.UNSAFE
    return Fix(f"{fix.title}, and change the links to this heading", (*fix.edits, *edits), applicability)


def _renamed(edit: Edit, heading: Heading, corpus: Corpus) -> str | None:
    """The words of the heading once the edit is made; None where its anchor or its words are not certain."""
    old = edit.place.span.end - edit.place.span.start
    words = [slip.text for slip in corpus.notes[edit.place.path].slips if slip.place == edit.place and len(slip.text) == old]
    if not words or heading.title.count(words[0]) != 1 or slug(heading.title) != heading.anchor:
        return None
    return heading.title.replace(words[0], edit.replacement)


class _Links:
    """The links to places inside notes, looked up once, when first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _into(self) -> dict[str, list[tuple[str, Link]]]:
        """Path of a note -> fragments with the links to them."""
        found: dict[str, list[tuple[str, Link]]] = {}
        for note in self._corpus.notes.values():
            for jump in self._corpus.jumps(note):
                found.setdefault(jump.path, []).append((jump.fragment, jump.link))
        return found

    def heading(self, heading: Heading) -> list[Link]:
        """Those that lead to the heading, by its anchor or, in wikis, by its words."""
        return [link for fragment, link in self._into.get(heading.place.path, ()) if fragment in (heading.anchor, heading.title)]


def _edit(link: Link, fragment: str) -> Edit | None:
    """Put another fragment behind the "#"; None where the destination is written with escapes, so that its place is not certain."""
    place = link.place
    if place.span.end - place.span.start != len(link.destination):
        return None
    shift = link.destination.index("#") + 1
    start = Position(place.start.line, place.start.column + shift)
    return Edit(Place(place.path, Span(place.span.start + shift, place.span.end), start, place.end), fragment)
