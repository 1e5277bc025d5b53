"""Headings of a note that read the same."""

from collections.abc import Iterator

from notelint.document import Document, Section
from notelint.language import load_language


def repeated_headings(document: Document) -> Iterator[tuple[Section, Section]]:
    """Pairs of sections under one parent with the same heading, by the second one in document order; of two blocks of the same headings the first pair."""
    by_parent: dict[int, list[Section]] = {}
    for section in document.sections:
        by_parent.setdefault(id(section.parent), []).append(section)
    found = [pair for siblings in by_parent.values() if len(siblings) > 1 for pair in _pairs(siblings)]
    yield from sorted(found, key=lambda pair: pair[1].span)


def _pairs(siblings: list[Section]) -> Iterator[tuple[Section, Section]]:
    """The siblings with the same heading; three or more of one heading are labels of a recurring block."""
    titles = [_title(section) for section in siblings]
    places: dict[str, list[int]] = {}
    for number, title in enumerate(titles):
        places.setdefault(title, []).append(number)
    for title, same in places.items():
        if len(same) != 2 or not title or _is_part(title):
            continue
        first, again = same
        if not (first and titles[first - 1] == titles[again - 1] and again - 1 != first):
            yield siblings[first], siblings[again]


def _title(section: Section) -> str:
    return " ".join(section.title.split()).casefold().rstrip(":. ")


def _is_part(title: str) -> bool:
    """Does the title only say which part of a section it is, as "Question" does? Best practices, a part of two words, are collected once."""
    words = "".join(letter if letter.isalpha() else " " for letter in title).split()
    parts = load_language().sections.parts
    return len(words) < 2 and all(word in parts or len(word) == 1 for word in words)
