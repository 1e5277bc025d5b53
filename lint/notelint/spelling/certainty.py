"""Which known misspellings can be corrected without asking: those that can be nothing else, and whose correction fits every sentence."""

from notelint.dictionary.word_flags import WordList
from notelint.language import load_language
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line
from notelint.spelling.suggest import guesses
from notelint.spelling.unknown import Unknown

_SHORTEST = 5
_MARGIN = 1.0
"""By how much the correction must score better than any other word."""


def is_only_reading(word: str, right: str, line: Line, index: int, unknown: Unknown) -> bool:
    """Whether a known misspelling can be nothing else: no form of a known word, no near match for another, no word of another language or subject."""
    lexicon = unknown.lexicon
    if (
        len(word) < _SHORTEST
        or any(_is_form(word, ending, right, lexicon) for ending in load_language().spelling.doubtful_endings)
        or not _keeps_number_and_tense(word, right)
    ):
        return False
    if lexicon.words.subjects(word) & WordList.SCIENCE:
        return False
    if any(other in unknown.places and not lexicon.words.corrections(other) for other in (line.before(index), line.after(index))):
        return False
    if right.replace(" ", "") == word:
        return True
    if right.startswith(word) or (word.startswith(right) and word != right + right[-1]):  # transferrin, but not untill
        return False
    best = guesses(word, line.before(index), line.after(index), lexicon)
    return bool(best) and best[0].word == right.lower() and (len(best) == 1 or best[0].score - best[1].score > _MARGIN)


def _is_form(word: str, ending: str, right: str, lexicon: Lexicon) -> bool:
    """Whether it is a known word with the ending. A last letter that should be doubled is a slip of spelling: occured."""
    stem = word.removesuffix(ending)
    return stem != word and lexicon.knows(stem) and right != f"{stem}{stem[-1]}{ending}"


def _keeps_number_and_tense(wrong: str, right: str) -> bool:
    return all(wrong.endswith(ending) == right.endswith(ending) for ending in load_language().spelling.number_and_tense)
