"""Renaming a heading, with the links to it in all notes."""

from collections.abc import Iterator
from urllib.parse import quote

from notelint.diagnostic import Edit
from notelint.engine.fixing.edits import edited
from notelint.engine.run.analyse import analyse_bytes
from notelint.links.heading import Heading
from notelint.links.link import Link
from notelint.links.link_target import Anchors
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.source import Place, Source, Span, Texts


class RenameError(Exception):
    """A heading that cannot be renamed; the text is for the user."""


def heading_at(note: Facts, offset: int) -> Heading | None:
    """The heading on the line of an offset into the note."""
    return next((one for one in note.headings if one.place.span.start <= offset <= one.place.span.end), None)


def title_place(heading: Heading, source: Source) -> Place | None:
    """Where the words of the heading are, less the markup around all of them; None where they are written otherwise than they read."""
    start, end = heading.place.span
    once = source.text.count(heading.title, start, end) == 1
    words = heading.title if once else heading.written or heading.title
    at = source.text.find(words, start, end) if words else -1
    return source.place(Span(at, at + len(words))) if at >= 0 else None


def rename_heading(heading: Heading, title: str, corpus: Corpus, texts: Texts, reference: Reference) -> list[Edit]:
    """The edits that make `title` the words of a heading and let all links to headings of the note lead where they lead now; raises RenameError.

    Other headings may get another anchor, too: a second one of the same words is numbered.
    """
    path = heading.place.path
    source = texts.source(path)
    place = title_place(heading, source) if source else None
    title = " ".join(title.split())
    if source is None or place is None:
        raise RenameError("the heading is written otherwise than it reads")
    if not title:
        raise RenameError("a heading needs words")
    edit = Edit(place, title)
    before = corpus.notes[path]
    after = analyse_bytes(path, edited(source, [edit]).encode(), reference, outlined=False).facts
    if [one.level for one in before.headings] != [one.level for one in after.headings]:
        raise RenameError(f"“{title}” would be read as something else than the words of a heading")
    return [edit, *(other for other in _links(before, after, corpus, texts) if not _overlaps(other.place, place))]


def _links(before: Facts, after: Facts, corpus: Corpus, texts: Texts) -> Iterator[Edit]:
    """Edits of the links into the note."""
    program = corpus.targets.generator(before)
    old, new = Anchors(before, program), Anchors(after, program)
    renamed = dict(zip(before.headings, after.headings, strict=True))
    for link, fragment in links_into(before.path, corpus):
        by_words = link.wiki or corpus.wiki.is_vault
        followed = old.followed(fragment, renamed, new, wiki=link.wiki, by_words=by_words)
        if followed != fragment and (edit := _edit(link, followed, texts)):
            yield edit


def links_into(path: str, corpus: Corpus) -> Iterator[tuple[Link, str]]:
    """The links of all notes to places inside the note at `path`, with their fragments."""
    for note in corpus.notes.values():
        for jump in corpus.jumps(note):
            if jump.path == path:
                yield jump.link, jump.fragment


def _edit(link: Link, fragment: str, texts: Texts) -> Edit | None:
    """Put another fragment behind the first "#" of the destination as it is written."""
    source = texts.source(link.place.path)
    start, end = link.place.span
    sign = source.text.find("#", start, end) if source else -1
    if source is None or sign < 0:
        return None
    written = fragment if link.wiki else quote(fragment) if "%" in source.text[sign:end] else fragment.replace(" ", "%20")
    return Edit(source.place(Span(sign + 1, end)), written)


def _overlaps(one: Place, other: Place) -> bool:
    return one.path == other.path and one.span.start < other.span.end and other.span.start < one.span.end
