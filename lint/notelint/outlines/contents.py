"""Tables of contents."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from urllib.parse import unquote

import msgspec

from notelint.document import Document, Node, Section
from notelint.language import load_language, whole_words
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_SIGNS = lazy_pattern(r"[\W_]+")
_FEWEST = 3
_MARKS = ("](#", "[[#", 'href="#')


class Entry(msgspec.Struct, frozen=True):
    """One item: `anchor` is None where it has no link; `section` is the one it leads to, or was meant to; `exact` if the anchor is right."""

    label: str
    span: Span
    anchor: str | None
    section: Section | None
    exact: bool
    leaf: bool


class Contents(msgspec.Struct, frozen=True, dict=True):
    """A list of links to sections of the same note; `scope` are the sections that it may be expected to name, in document order.

    `named` if a heading or a line before it calls it contents.
    """

    node: Node
    entries: tuple[Entry, ...]
    scope: tuple[Section, ...]
    named: bool

    @cached_property
    def listed(self) -> set[int]:
        """Ids of the sections that have an entry."""
        return {id(entry.section) for entry in self.entries if entry.section is not None}

    @cached_property
    def levels(self) -> frozenset[int]:
        """The heading levels that it covers: those of which it names three headings and a third of all; most, where it is not named contents."""
        there = Counter(section.level for section in self.scope)
        listed = Counter(section.level for section in self.scope if id(section) in self.listed)
        share = 1 / 3 if self.named else 3 / 4
        return frozenset(level for level, count in listed.items() if count >= there[level] * share and count >= min(_FEWEST, there[level]))

    def missing(self) -> Iterator[Section]:
        """Sections of the levels that it covers which have no entry."""
        for section in self.scope:
            if section.level in self.levels and id(section) not in self.listed and letters(section.title):
                yield section


def letters(text: str) -> str:
    """The text without case, spaces and punctuation."""
    return _SIGNS.sub("", text).casefold()


def tables_of_contents(document: Document) -> tuple[Contents, ...]:
    """Those of a note: lists of three links or more, most of them to sections further down."""
    if len(document.sections) < _FEWEST:
        return ()
    finder = _Finder(document)
    text = document.source.text
    lists = ((section, block) for section in document.root_section.walk() for block in section.blocks if block.kind == "list")
    likely = (pair for pair in lists if sum(text.count(mark, pair[1].start, pair[1].end) for mark in _MARKS) >= _FEWEST)
    return tuple(contents for section, block in likely if (contents := finder.read(section, block)) is not None)


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_slug = {section.slug: section for section in document.sections}
        self._by_letters: dict[str, Section] = {}
        for section in document.sections:
            self._by_letters.setdefault(letters(section.title), section)
        self._html_starts = [link.destination_span.start for link in document.html_links]

    def read(self, holder: Section, block: Node) -> Contents | None:
        items = [node for node in block.walk() if node.kind == "item"]
        entries = [entry for item in items if (entry := self._entry(item)) is not None]
        linked = [entry for entry in entries if entry.anchor is not None]
        found = {id(entry.section): entry.section for entry in linked if entry.section is not None}
        if len(linked) < _FEWEST or len(linked) * 3 < len(items) * 2 or len(found) * 3 < len(linked) * 2:
            return None
        scope = self._scope(holder, block, list(found.values()))
        return Contents(block, tuple(entries), tuple(scope), self._is_named(holder, block)) if scope else None

    def _is_named(self, holder: Section, block: Node) -> bool:
        before = [one for one in holder.blocks if one.end <= block.start][-1:]
        text = " ".join([holder.title, *(self._document.source.text[one.start : one.end] for one in before)])
        return len(text) < 200 and _heading_pattern().search(text) is not None

    def _entry(self, item: Node) -> Entry | None:
        first = item.children[0] if item.children else None
        if first is None or first.kind != "paragraph":
            return None
        leaf = len(item.children) == 1
        link = next((node for top in self._document.inlines(first) for node in top.walk() if node.kind in ("link", "wiki_link")), None)
        if link is None:
            return self._html_entry(first, leaf=leaf)
        wiki = link.kind == "wiki_link"
        destination: str = link.attributes["target" if wiki else "destination"]
        if not destination.startswith("#"):
            return None
        start = link.children[0].start if link.children else link.start
        end = link.children[-1].end if link.children else link.end
        label = link.attributes["label"] or destination[1:] if wiki else _plain(self._document, link)
        return self._linked(label, Span(start, end), unquote(destination[1:]), leaf=leaf, by_words=wiki)

    def _html_entry(self, first: Node, *, leaf: bool) -> Entry | None:
        label = self._document.text_of(first).plain.strip()
        index = bisect_left(self._html_starts, first.start)
        if index < len(self._html_starts) and self._html_starts[index] < first.end:
            destination = self._document.html_links[index].destination
            return self._linked(label, first.span, unquote(destination[1:]), leaf=leaf) if destination.startswith("#") else None
        return Entry(label, first.span, None, None, exact=False, leaf=leaf)

    def _linked(self, label: str, span: Span, anchor: str, *, leaf: bool, by_words: bool = False) -> Entry:
        exact = self._by_letters.get(letters(anchor)) if by_words else self._by_slug.get(anchor)
        section = exact or self._by_letters.get(letters(anchor)) or self._by_letters.get(letters(label))
        return Entry(label, span, anchor, section, exact=exact is not None, leaf=leaf)

    def _scope(self, holder: Section, block: Node, found: list[Section]) -> list[Section]:
        """The sections behind the list, within the section whose parts it names; none if it names what is before it."""
        if sum(section.span.start < block.start for section in found) * 3 > len(found):
            return []
        root = self._document.root_section
        below = {id(section) for section in holder.walk()} if holder.level and holder.children else set()
        base = holder if below and all(id(section) in below for section in found) else root
        return [section for section in base.walk() if section.level and section.span.start > block.start]


def _plain(document: Document, link: Node) -> str:
    """The label of a link as read."""
    text = document.source.text
    kinds = ("text", "code", "math", "autolink")
    return "".join(text[slice(*node.attributes.get("content", node.span))] for node in link.walk() if node.kind in kinds).strip()


class Stale(msgspec.Struct, frozen=True):
    """An entry that leads elsewhere than it says; `meant` is the section that it names, None if there is no such section."""

    entry: Entry
    meant: Section | None


def stale_entries(document: Document, contents: Contents) -> Iterator[Stale]:
    """Those of one table of contents, in order; entries whose link leads nowhere are not among them."""
    by_letters: dict[str, list[Section]] = {}
    for section in document.sections:
        by_letters.setdefault(letters(section.title), []).append(section)
    uses: Counter[str] = Counter()
    linked = sum(entry.anchor is not None for entry in contents.entries)
    for entry in contents.entries:
        same = by_letters.get(letters(entry.label), [])
        if entry.anchor is None:
            if entry.leaf and not same and linked * 5 >= len(contents.entries) * 4:
                yield Stale(entry, None)
        elif entry.exact and entry.section is not None:
            if same and entry.section not in same:
                yield Stale(entry, same[0])
            elif entry.section in same:
                uses[entry.section.slug] += 1
                again = uses[entry.section.slug]
                if 1 < again <= len(same):
                    yield Stale(entry, same[again - 1])


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(whole_words(load_language().sections.contents), re.IGNORECASE)
