"""Blanks in the wrong place: "base don", "eachother", "fromt he"."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from notelint.facts.spelling.found import Found, cased
from notelint.facts.spelling.lexicon import Lexicon
from notelint.facts.spelling.prose import Line

_LITTLE = tuple(
    [
        "on",
        "in",
        "to",
        "of",
        "the",
        "with",
        "and",
        "for",
        "from",
        "by",
        "as",
        "at",
        "is",
        "it",
        "an",
        "a",
        "or",
        "be",
        "are",
        "was",
        "that",
        "this",
        "not",
        "you",
        "we",
        "they",
        "he",
        "all",
        "can",
        "will",
        "has",
        "have",
        "if",
        "so",
        "no",
        "do",
    ]
)
_HEADS = {letter + word: (letter, word) for word in _LITTLE for letter in "abcdefghijklmnopqrstuvwxyz"}
"""A little word with the last letter of the word before it: don = d + on."""
_TAILS = {word + letter: (word, letter) for word in _LITTLE for letter in "abcdefghijklmnopqrstuvwxyz"}
"""A little word with the first letter of the word after it: oft = of + t."""
_SURE = 8.0
_ODD = 8.3
"""Words more common than 10^8.3 are not the remains of a slip."""


def shifted(line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """Two words of which one holds a letter of the other."""
    one, two = line.lowers[index - 1], line.lowers[index]
    for left, right in _readings(one, two):
        if _better(one, two, left, right, lexicon):
            first, second = line.pieces[index - 1], line.pieces[index]
            if not line.text[first.end : second.start].isspace() or not second.text.islower():
                return None
            return Found("split-word", line, index - 1, index, cased((f"{left} {right}",), first.text), sure=True)
    return None


def _readings(one: str, two: str) -> list[tuple[str, str]]:
    found = []
    if two in _HEADS:
        letter, word = _HEADS[two]
        found.append((one + letter, word))
    if one in _TAILS:
        word, letter = _TAILS[one]
        found.append((word, letter + two))
    return found


def shiftable(lexicon: Lexicon) -> frozenset[str]:
    """Words of which one letter may belong to a neighbour: not those that are common as they stand."""
    return frozenset(word for word in _HEADS.keys() | _TAILS.keys() if lexicon.words.count(word) < _ODD)


def _better(one: str, two: str, left: str, right: str, lexicon: Lexicon) -> bool:
    """Is `left right` a common pair of words, while `one two` is none?"""
    words = lexicon.words
    if len(left) < 2 or not lexicon.knows(left) or not lexicon.knows(right) or words.pair(one, two):
        return False
    count = words.pair(left, right)
    if not lexicon.knows(one) or not lexicon.knows(two):
        return min(len(one), len(two)) > 1 and max(len(one), len(two)) > 3 and (count >= 6.5 or (words.count(left) > 6 and words.count(right) > 8.3))
    odd = two if left == one + two[:1] else one
    return len(one) > 1 and words.count(odd) < _ODD and count >= _SURE and count > words.count(odd) + 1.6


class Compounds:
    """Words that are always written as one: checkpoint."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        halves: dict[str, list[str]] = msgspec.msgpack.decode(lexicon.words.data("closed"))
        self._pairs = frozenset((first, second) for first, seconds in halves.items() for second in seconds)

    def read(self, line: Line) -> Iterator[Found]:
        """Every two words of a line that make such a word."""
        lowers = line.lowers
        if self._pairs.isdisjoint(zip(lowers, islice(lowers, 1, None), strict=False)):
            return
        for index in range(1, len(lowers)):
            if (lowers[index - 1], lowers[index]) in self._pairs and (found := self._at(line, index)):
                yield found

    def _at(self, line: Line, index: int) -> Found | None:
        first, second = line.pieces[index - 1], line.pieces[index]
        if line.text[first.end : second.start] != " " or first.weak or second.weak or line.is_hyphened(index - 1) or line.is_hyphened(index):
            return None
        if (
            first.text[1:] != first.lower[1:]
            or second.text[1:] != second.lower[1:]
            or (first.text[0].islower() and second.text[0].isupper())
        ):
            return None
        if f"{first.lower} {second.lower}" in self._lexicon.phrases:
            return None
        return Found("split-word", line, index - 1, index, cased((first.lower + second.lower,), first.text))
