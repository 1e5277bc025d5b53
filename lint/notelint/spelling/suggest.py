"""What an unknown word may have been meant to be: words near in spelling, by how common they are and how well they fit their neighbours."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from notelint.spelling.lexicon import Lexicon

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACES = {letter: (row, column) for row, letters in enumerate(_ROWS) for column, letter in enumerate(letters)}
_VOWELS = frozenset("aeiouy")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PER_COST = 2.2
"""A slip of cost 1 weighs as much as a word that is 10^2.2 times as common."""


class Guess(msgspec.Struct, frozen=True):
    """A word that may be meant; `score` is its count (log10) less what the slip costs and plus what the neighbours say."""

    word: str
    score: float
    cost: float
    fits: bool


def guesses(word: str, before: str, after: str, lexicon: Lexicon) -> list[Guess]:
    """Words within two slips of `word`, the likeliest first."""
    found: dict[str, Guess] = {}
    for near, cost in _near(word, lexicon):
        context = _context(near, before, after, lexicon)
        score = lexicon.count(near) - _PER_COST * cost + context
        known = found.get(near)
        if known is None or known.score < score:
            found[near] = Guess(near, score, cost, context > 0)
    return sorted(found.values(), key=lambda guess: (-guess.score, guess.word))


def _context(word: str, before: str, after: str, lexicon: Lexicon) -> float:
    """Between 0 and 2: do the words around it often stand with it?"""
    best = 0.0
    for count, other in ((before and lexicon.words.pair(before, word), before), (after and lexicon.words.pair(word, after), after)):
        if count:
            best = max(best, min(2.0, max(0.3, (count - lexicon.words.count(other) * 0.5) / 2)))
    return best


@lru_cache(maxsize=1 << 12)
def _near(word: str, lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    """Words within two slips of `word`, each with what the slips cost; kept, since notes repeat their unknown words."""
    return tuple(_look_near(word, lexicon))


def _look_near(word: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    from rapidfuzz import process  # noqa: PLC0415 - a run without unknown words need not import it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = 1 if len(word) < 6 else 2
    for length in range(max(3, len(word) - most), len(word) + most + 1):
        for near, distance, _ in process.extract(word, lexicon.bucket(word[0], length), scorer=OSA.distance, score_cutoff=most, limit=None):
            if distance == 1:
                yield near, slip_cost(word, near)
            elif distance == 2 and not _is_other_ending(word, near):
                yield near, _two(word, near)
    for near in _first_letter(word):
        if lexicon.is_target(near):
            yield near, slip_cost(word, near)


def _first_letter(word: str) -> Iterator[str]:
    """Words of another first letter."""
    if word[0] != word[1]:
        yield word[1] + word[0] + word[2:]
        yield word[1:]
    for letter in _LETTERS:
        yield letter + word
        yield letter + word[1:]


def slip_cost(wrong: str, right: str) -> float:
    """How unlikely it is to write `wrong` for `right`, one slip apart: 0.2 (a letter doubled) to 1.6."""
    start = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right)))
    extra = 0.6 if start == 0 else 0.0
    last = start >= max(len(wrong), len(right)) - 1
    if len(wrong) == len(right):
        if sorted(wrong) == sorted(right):
            return 0.3 + extra / 2
        return extra + _swap_cost(wrong[start], right[start]) + (0.4 if last else 0.0)
    longer = max(wrong, right, key=len)
    if longer[start] in (longer[start - 1 : start] or "0", longer[start + 1 : start + 2]):
        return extra + 0.2
    if longer is wrong and (start == 0 or (last and wrong[-1] not in "eds")):
        return extra + 1.0
    return extra + (0.7 if last else 0.6)


def _swap_cost(wrong: str, right: str) -> float:
    if wrong in _VOWELS and right in _VOWELS:
        return 0.5
    (row, column), (other_row, other_column) = _PLACES.get(wrong, (9, 9)), _PLACES.get(right, (0, 0))
    if abs(row - other_row) <= 1 and abs(column - other_column) <= 1:
        return 0.6
    return 0.8 if {wrong, right} in ({"c", "s"}, {"c", "k"}, {"s", "z"}, {"g", "j"}, {"f", "v"}) else 1.0


def _two(wrong: str, right: str) -> float:
    """The cost of two slips: less where both only concern doubled letters or vowels."""
    if _bones(wrong) == _bones(right):
        return 1.5
    return 2.1


def _is_other_ending(wrong: str, right: str) -> bool:
    """Whether the two share a long beginning, and end differently, as words of one family do. extremal, extremely."""
    return wrong[-2:] != right[-2:] and wrong[:5] == right[:5]


def _bones(word: str) -> str:
    """The consonants, doubled ones once."""
    found = ""
    for letter in word:
        if letter not in _VOWELS and found[-1:] != letter:
            found += letter
    return word[0] + found
