"""How much must speak for a neighbour in spelling before an unknown word is accused."""

from notelint.dictionary.word_flags import WordList
from notelint.spelling.capital import Capital
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line
from notelint.spelling.suggest import Guess
from notelint.spelling.unknown import Unknown

_NEEDED = {3: 8.4, 4: 7.6, 5: 6.9, 6: 5.6, 7: 4.6, 8: 4.0, 9: 3.6}
"""Length of the word -> the score that its best guess needs; longer words need the last."""
_PENALTIES = {Capital.NONE: 0.0, Capital.PLAIN: 0.3, Capital.MILD: 0.2, Capital.MIDDLE: 1.6}
_SPECIALIST = 1.0
"""More is needed in notes full of scientific words."""
_NAME = 1.0
"""More is needed for what is also the name of a person or place."""
_HYPHENED = 0.8
"""More is needed for a part of a compound, and less if the guess makes a known word with the part before it: meta-deta."""
_LIKELY = 0.6
"""Less is needed for a likely slip in a long word: a letter lost, added, doubled or swapped."""
_LONG = 8
_SWAPPED = 0.3
_SWAPPED_CAPITAL = 0.8
"""Less of what a capital in the middle of a sentence asks for, where two letters are swapped: Glaicer."""
_FITTING = 4
_FITS_BOTH = 1.5
"""Less is needed for a short word whose guess often stands beside both of its neighbours."""
_AGAIN = 0.7
"""More is needed for each further time that a word with a capital is met: names come again."""
_OTHER_ENDING = 1.2
"""More is needed in such notes where only the ending differs: pneumoniae, pneumonia."""


def bar(word: str, best: Guess, line: Line, index: int, unknown: Unknown, says: Capital) -> float:
    """The score that the best guess needs: more for short words, names and words that the note uses often, less where the note has the guess itself."""
    lexicon = unknown.lexicon
    needed = _NEEDED.get(min(len(word), 9), 9.0) + _PENALTIES[says]
    uses = unknown.uses(word)
    if uses > 2:
        needed += min(2.0, 0.35 * (uses - 2))
    if unknown.counts[best.word]:
        needed -= 1.5 if best.word in lexicon.written else 0.5
    if unknown.specialist:
        needed += _SPECIALIST + (_OTHER_ENDING if _differ_in_ending(word, best.word) else 0.0)
    if lexicon.words.subjects(word) & (WordList.PEOPLE | WordList.PLACES):
        needed += _NAME
    if line.is_hyphened(index):
        needed += -_HYPHENED if makes_compound(best.word, line, index, lexicon) else _HYPHENED
    if len(word) < 6 and not unknown.specialist and _fits_both(best.word, line, index, unknown):
        needed -= _FITS_BOTH
    if len(word) >= _LONG and best.cost <= _LIKELY:
        needed -= _LIKELY
    if says is Capital.MIDDLE and best.cost <= _SWAPPED:
        needed -= _SWAPPED_CAPITAL
    if says is not Capital.NONE:
        needed += _AGAIN * (unknown.counts[word] - 1)
    return needed


def makes_compound(word: str, line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether the word, put at a piece, makes a known one with the word before its hyphen: data in meta-deta."""
    return (
        index > 1 and line.pieces[index - 1].text == "-" and bool(line.lowers[index - 2]) and lexicon.knows(line.lowers[index - 2] + word)
    )


def _differ_in_ending(word: str, right: str) -> bool:
    """Whether all but the last two letters are alike."""
    return word[: max(len(word), len(right)) - 2] == right[: max(len(word), len(right)) - 2]


def _fits_both(guess: str, line: Line, index: int, unknown: Unknown) -> bool:
    words = unknown.lexicon.words
    before, after = line.before(index), line.after(index)
    if words.fits(before, guess, after, _FITTING):
        return True
    return bool(before and after and words.pair(before, guess) and words.pair(guess, after))
