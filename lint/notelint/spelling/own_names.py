"""Names of code that are one slip from another name of the same note: RequetParam beside RequestParam."""

from collections import Counter
from collections.abc import Iterator

from notelint.document import Document, Style
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import OPAQUE, Line, Shapes
from notelint.spelling.slip import Slip

_NAME = lazy_pattern(r"(?<![\w/.\\#=-])(?=\w*?[a-z][A-Z])[A-Za-z]{8,}(?![\w/\\-]|\.\w)")
_EVERY_NAME = lazy_pattern(r"(?<![A-Za-z])(?=[A-Za-z]*?[a-z][A-Z])[A-Za-z]{7,}")
_PARTS = lazy_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHORTEST_PART = 5
_NO_NAMES = Style.URL | Style.IMAGE | Style.STRUCK | Style.MATH


def own_name_slips(document: Document, lines: list[Line], shapes: Shapes, lexicon: Lexicon) -> Iterator[Slip]:
    """Each name of which one part is no word, where the note has the same name with a word there, at least as often."""
    doubtful = list(_doubtful(lines, shapes, lexicon))
    if not doubtful:
        return
    names = Counter(_EVERY_NAME.findall(document.source.text))
    for line, start, name, odd in doubtful:
        rights = [right for right in names if names[right] >= names[name] and _is_slip(name, right, odd, lexicon)]
        if len(rights) == 1:
            place = document.source.place(line.statement.text.span(start, start + len(name)))
            yield Slip("misspelt-identifier", place, name, (rights[0],), sure=False)


def _doubtful(lines: list[Line], shapes: Shapes, lexicon: Lexicon) -> Iterator[tuple[Line, int, str, int]]:
    """Each name with one part that no list knows: its line, its offset, and which part that is."""
    seen: dict[str, int] = {}
    for line in lines:
        text = line.statement.text
        if OPAQUE not in line.text and shapes.humps.isdisjoint(line.chunks):
            continue
        for match in _NAME.finditer(text.plain):
            if match[0] not in seen:
                seen[match[0]] = _odd_part(match[0], lexicon)
            if seen[match[0]] >= 0 and not text.style_at(match.start()) & _NO_NAMES:
                yield line, match.start(), match[0], seen[match[0]]


def _odd_part(name: str, lexicon: Lexicon) -> int:
    """Which part of a name no list knows; -1 where it is none, more than one, or a short one."""
    parts = _PARTS.findall(name)
    odd = [index for index, part in enumerate(parts) if len(part) > 1 and not part.isupper() and not lexicon.knows(part.lower())]
    return odd[0] if len(odd) == 1 and len(parts) > 1 and len(parts[odd[0]]) >= _SHORTEST_PART else -1


def _is_slip(name: str, right: str, odd: int, lexicon: Lexicon) -> bool:
    """Whether the two differ in the odd part alone, by one slip from a word."""
    if abs(len(name) - len(right)) > 1 or name == right:
        return False
    parts, others = _PARTS.findall(name), _PARTS.findall(right)
    if len(parts) != len(others) or parts[:odd] + parts[odd + 1 :] != others[:odd] + others[odd + 1 :]:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where something may be wrong

    return lexicon.knows(others[odd].lower()) and OSA.distance(parts[odd], others[odd]) == 1
