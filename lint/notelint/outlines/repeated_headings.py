"""Headings of a note that read the same."""

from collections.abc import Iterator

from notelint.document import Document, Section, Style
from notelint.language import load_language


def repeated_headings(document: Document) -> Iterator[tuple[Section, Section]]:
    """Pairs of sections with the same heading, by the second one in document order: under one parent, or the only two under parents that are not built alike."""
    by_parent: dict[int, list[Section]] = {}
    by_title: dict[str, list[Section]] = {}
    for section in document.sections:
        by_parent.setdefault(id(section.parent), []).append(section)
        by_title.setdefault(_title(section), []).append(section)
    found = [pair for siblings in by_parent.values() if len(siblings) > 1 for pair in _pairs(siblings)]
    found += [(same[0], same[1]) for title, same in by_title.items() if title and len(same) == 2 and _is_far_off(*same)]
    yield from sorted(found, key=lambda pair: pair[1].span)


def _pairs(siblings: list[Section]) -> Iterator[tuple[Section, Section]]:
    """The siblings with the same heading, of two blocks of the same headings the first pair; three or more of one heading are labels of a recurring block."""
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


def _is_far_off(first: Section, second: Section) -> bool:
    """Whether the two are under different parents of the same level, and nothing explains that there are two: a common word, code, parents built alike."""
    one, other = first.parent, second.parent
    if one is None or other is None or one is other or first.level != second.level or _is_common(_title(first)) or _is_code(first):
        return False
    shared = {_title(child) for child in one.children} & {_title(child) for child in other.children}
    return _title(one) != _title(other) and shared == {_title(first)}


def _title(section: Section) -> str:
    return " ".join(section.title.split()).casefold().rstrip(":. ")


def _is_part(title: str) -> bool:
    """Whether the title only says which part of a section it is, as "Question" does. Best practices, a part of two words, are collected once."""
    return len(_words(title)) < 2 and _is_common(title)


def _is_common(title: str) -> bool:
    """Whether each word is one that any section may have."""
    parts = load_language().sections.parts
    return all(word in parts or len(word) == 1 for word in _words(title))


def _words(title: str) -> list[str]:
    return "".join(letter if letter.isalpha() else " " for letter in title).split()


def _is_code(section: Section) -> bool:
    """Names of functions and options recur where two things have one of the same name."""
    return section.heading is not None and bool(section.heading.text.styles & Style.CODE)
