"""A capital too many at the start of a word, or at the end of a plural: COnsumers, VHDS."""

import re

from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import LineSlip
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line

_TWO_CAPITALS = lazy_pattern(r"[A-Z]{2}[a-z]{3,}")


def two_capitals(line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """A capital too many at the start of a common word, unless the capitals spell an acronym, or a short name as in "Vim (Vi IMproved)"."""
    text = line.pieces[index].text
    if not _TWO_CAPITALS.fullmatch(text) or not lexicon.is_english(text.lower()) or text in lexicon.forms:
        return None
    above = [statement.text.plain for statement in line.statement.ancestors()]
    if any(text[:2] in word for words in (line.text, *above) for word in re.findall(r"[A-Z]{3,}", words)):
        return None
    if any(text[:2].lower() in word for word in re.findall(r"\b[A-Z]([a-z]{2,5})s?\b", line.text)):
        return None  # Vi IMproved is Vim
    return LineSlip("misspelling", line, index, index, (text[0] + text[1:].lower(),), sure=True)


def acronym_plural(line: Line, index: int, lexicon: Lexicon, plurals: frozenset[str]) -> LineSlip | None:
    """An acronym whose last letter is written large here and small elsewhere in the note, or the other way round, as VHDS and IOPs."""
    text = line.pieces[index].text
    if text not in plurals or line.pieces[index].weak or line.is_hyphened(index):
        return None
    stem, other = text[:-1], text[:-1] + text[-1].swapcase()
    if other not in plurals or lexicon.is_english(text.lower()):
        return None
    is_wrong = text not in lexicon.forms if text[-1] == "S" else other in lexicon.forms and stem not in lexicon.forms
    return LineSlip("miscased-term", line, index, index, (other,)) if is_wrong else None
