"""What the capital of an unknown word says: that it begins a sentence, or that it is a name."""

from enum import Enum

from notelint.packs.vendors import VENDORS
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Sort

_HYPHENS = frozenset({"-", "–", "'"})

_MOST_INITIALS = 3


class Capital(Enum):
    """From saying nothing to saying "name"."""

    NONE = 0
    PLAIN = 1
    MILD = 2
    MIDDLE = 3
    NAME = 4


def capital(line: Line, index: int, lexicon: Lexicon) -> Capital:
    """How the word at a piece is capitalised, and among whom."""
    if line.pieces[index].text.islower():
        return Capital.NONE
    if any(_is_joined(line, index, step, lexicon) for step in (-1, 1)):
        return Capital.NAME
    if _before_initials(line, index):
        return Capital.NAME
    beside = [other for step in (-1, 1) if (other := _beside(line, index, step)) is not None]
    if any(_is_name(line, other, lexicon) for other in beside) or (index and line.pieces[index - 1].text in VENDORS):
        return Capital.NAME
    if line.starts_sentence(index):
        return Capital.PLAIN
    common = any(
        line.pieces[other].text[0].isupper() and lexicon.is_common(line.lowers[other]) and not lexicon.is_name(line.lowers[other])
        for other in beside
        if line.lowers[other]
    )
    return Capital.MILD if common else Capital.MIDDLE


def _before_initials(line: Line, index: int) -> bool:
    """Whether the initials of an author follow, and then a comma: Forst DA, Childs CA, et al."""
    if index + 2 >= len(line.pieces):
        return False
    initials, after = line.pieces[index + 1], line.pieces[index + 2]
    return initials.sort is Sort.WORD and initials.text.isupper() and len(initials.text) <= _MOST_INITIALS and after.text[0] in ",;."


def is_after_name(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised name is before it that belongs to no pack: Kaiser Permanente, but not Azure Functons."""
    before = line.before(index)
    return bool(before) and line.pieces[index - 1].text.istitle() and lexicon.is_name(before) and before not in lexicon.terms


def _is_joined(line: Line, index: int, step: int, lexicon: Lexicon) -> bool:
    """Two capitalised words with a hyphen between them are names, but for common ones in titles."""
    other = index + 2 * step
    if not 0 <= other < len(line.pieces) or line.pieces[index + step].text not in _HYPHENS or not line.lowers[other]:
        return False
    first, last = min(index, other), max(index, other)
    if line.pieces[last].start - line.pieces[first].end > 1:
        return False
    return line.pieces[other].text[0].isupper() and not (line.titled and lexicon.is_english(line.lowers[other]))


def _beside(line: Line, index: int, step: int) -> int | None:
    """The word or initial next to a piece, across a hyphen too."""
    other = index + step
    if 0 <= other < len(line.pieces) and line.pieces[other].text in _HYPHENS:
        other += step
    if not 0 <= other < len(line.pieces) or line.pieces[other].sort is Sort.MARK:
        return None
    return other


def _is_name(line: Line, index: int, lexicon: Lexicon) -> bool:
    """A capitalised word that is no common one, or an initial: Stephane Maarek, Shapiro-Wilk, J. Doe."""
    text = line.pieces[index].text
    if not text[0].isupper() or (text.isupper() and len(text) > 2):
        return False
    if len(text.strip(".")) < 2:
        return text not in ("A", "I")
    return text[1:].islower() and not lexicon.is_common(line.lowers[index] or text.lower())
