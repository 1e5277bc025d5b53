"""Spaces in the wrong place: "base don", "eachother", "fromt he"."""

from collections.abc import Iterator
from itertools import islice

from notelint.dictionary.word_flags import FREQUENT
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SURE = 8.0


class Shifts:
    """Two words of which one holds a letter of the other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        little = lexicon.words.listed("shifted")
        self._heads = {letter + word: (letter, word) for word in little for letter in _LETTERS}
        """A little word with the last letter of the word before it: don = d + on."""
        self._tails = {word + letter: (word, letter) for word in little for letter in _LETTERS}
        """A little word with the first letter of the word after it: oft = of + t."""
        self._odd = frozenset(self._heads.keys() | self._tails.keys()) - lexicon.words.frequent
        """Those that may be the remains of a slip."""

    def read(self, line: Line) -> Iterator[LineSlip]:
        """Every two words of a line of which that holds."""
        lowers = line.lowers
        if self._odd.isdisjoint(lowers):
            return
        for index in range(1, len(lowers)):
            one, two = lowers[index - 1], lowers[index]
            if one and two and (one in self._odd or two in self._odd) and (found := self._at(line, index, one, two)):
                yield found

    def _at(self, line: Line, index: int, one: str, two: str) -> LineSlip | None:
        for left, right in self._readings(one, two):
            if self._is_better(one, two, left, right):
                first, second = line.pieces[index - 1], line.pieces[index]
                between = line.text[first.end : second.start]
                if not between.isspace() or "\n" in between or not second.text.islower() or first.text[1:] != first.lower[1:]:
                    return None
                sure = f"{one}|{two}" in self._lexicon.words.listed("closed-shifts")
                return LineSlip("split-word", line, index - 1, index, cased((f"{left} {right}",), first.text), sure)
        return None

    def _readings(self, one: str, two: str) -> Iterator[tuple[str, str]]:
        if two in self._heads:
            letter, word = self._heads[two]
            yield one + letter, word
        if one in self._tails:
            word, letter = self._tails[one]
            yield word, letter + two

    def _is_better(self, one: str, two: str, left: str, right: str) -> bool:
        """Whether `left right` is a common pair of words, while `one two` is none."""
        knows, words = self._lexicon.knows, self._lexicon.words
        if len(left) < 2 or not knows(left) or not knows(right) or words.pair(one, two):
            return False
        count = words.pair(left, right)
        if not knows(one) or not knows(two):
            common = count >= 6.5 or (words.count(left) > 6 and words.count(right) > FREQUENT)
            return common and min(len(one), len(two)) > 1 and max(len(one), len(two)) > 3
        odd = two if left == one + two[:1] else one
        return len(one) > 1 and odd not in words.frequent and count >= _SURE and count > words.count(odd) + 1.6


class Compounds:
    """Words that are always written as one: checkpoint."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.pairs = frozenset(
            (first, second) for first, _, second in (word.partition("|") for word in lexicon.words.listed("closed-compounds"))
        )

    def read(self, line: Line) -> Iterator[LineSlip]:
        """Every two words of a line that make such a word."""
        lowers = line.lowers
        if self.pairs.isdisjoint(zip(lowers, islice(lowers, 1, None), strict=False)):
            return
        for index in range(1, len(lowers)):
            if (lowers[index - 1], lowers[index]) in self.pairs and (found := self._at(line, index)):
                yield found

    def _at(self, line: Line, index: int) -> LineSlip | None:
        first, second = line.pieces[index - 1], line.pieces[index]
        if (
            line.text[first.end : second.start] != " "
            or first.weak
            or second.weak
            or line.is_hyphened(index - 1)
            or line.is_hyphened(index)
        ):
            return None
        if (
            first.text[1:] != first.lower[1:]
            or second.text[1:] != second.lower[1:]
            or (second.text[0].isupper() and (first.text[0].islower() or not line.titled))
        ):
            return None
        if f"{first.lower} {second.lower}" in self._lexicon.phrases:
            return None
        return LineSlip("split-word", line, index - 1, index, cased((first.lower + second.lower,), first.text))
