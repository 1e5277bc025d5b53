"""Headings of a note that read the same."""

from collections.abc import Iterator
from itertools import pairwise

from notelint.document import Document, Section, Style
from notelint.language import load_language


def repeated_headings(document: Document) -> Iterator[tuple[Section, Section]]:
    """Pairs of a section and the one before it with the same heading, in document order."""
    by_title: dict[str, list[Section]] = {}
    for section in document.sections:
        by_title.setdefault(_title(section), []).append(section)
    by_title.pop("", None)
    alike = _Likeness()
    pairs = [pair for same in by_title.values() if len(same) > 1 for pair in (*_siblings(same), *_far_off(same, alike))]
    yield from sorted(pairs, key=lambda pair: pair[1].span)


def _title(section: Section) -> str:
    return " ".join(section.title.split()).casefold().rstrip(":. ")


def _siblings(same: list[Section]) -> Iterator[tuple[Section, Section]]:
    """Pairs under one parent, unless the title only says which part of a section it is: question, answer, question, answer. Two of several words are a pair."""
    by_parent: dict[int, list[Section]] = {}
    for section in same:
        by_parent.setdefault(id(section.parent), []).append(section)
    for siblings in by_parent.values():
        title = _title(same[0])
        if not _is_common(title) or (len(siblings) == 2 and " " in title):
            yield from pairwise(siblings)


def _far_off(same: list[Section], alike: "_Likeness") -> Iterator[tuple[Section, Section]]:
    """The pair if there are exactly two, under different parents of the same level, and nothing explains that there are two."""
    first, second = same[0], same[1]
    if len(same) > 2 or first.parent is second.parent or first.level != second.level or _is_common(_title(first)) or _is_code(first):
        return
    assert first.parent is not None
    assert second.parent is not None
    if not alike.of(first.parent, second.parent, _title(first)):
        yield first, second


class _Likeness:
    """Whether two sections are built alike: called the same, or with another heading in common."""

    def __init__(self) -> None:
        self._titles: dict[int, set[str]] = {}

    def of(self, one: Section, other: Section, title: str) -> bool:
        return _title(one) == _title(other) or bool((self._below(one) & self._below(other)) - {title})

    def _below(self, section: Section) -> set[str]:
        if id(section) not in self._titles:
            self._titles[id(section)] = {_title(child) for child in section.children}
        return self._titles[id(section)]


def _is_common(title: str) -> bool:
    words = "".join(letter if letter.isalpha() else " " for letter in title).split()
    parts = load_language().sections.parts
    return all(word in parts or len(word) == 1 for word in words)


def _is_code(section: Section) -> bool:
    """Names of functions and options recur where two things have one of the same name."""
    return section.heading is not None and bool(section.heading.text.styles & Style.CODE)
