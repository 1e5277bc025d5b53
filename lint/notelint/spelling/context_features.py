"""The evidence for one word in the place of another, as numbers."""

from collections import Counter
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from notelint.dictionary.words import Words
from notelint.spelling.context_counts import Counts


class Suspicion(NamedTuple):
    """A word in its place, and another that may have been meant; `kind` is how the two are alike (see schema/words/README.md)."""

    before2: str
    before: str
    word: str
    after: str
    after2: str
    right: str
    kind: str


class Usage:
    """How a note uses its words: counts of words, pairs and triples."""

    def __init__(self, lines: list[list[str]]) -> None:
        """Take the words of each line, "" for what is no word."""
        self._lines = lines
        self.words = Counter(chain.from_iterable(lines))

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Two words in a row."""
        return Counter(chain.from_iterable(zip(line, islice(line, 1, None), strict=False) for line in self._lines))

    @cached_property
    def triples(self) -> Counter[tuple[str, str, str]]:
        """Three words in a row."""
        return Counter(chain.from_iterable(zip(line, islice(line, 1, None), islice(line, 2, None), strict=False) for line in self._lines))


def features(case: Suspicion, counts: Counts, words: Words, usage: Usage) -> dict[str, float]:
    """Name -> value; weights of the same names are in schema/words/context.yaml. Positive values mostly speak against the word."""
    found = {"bias": 1.0, "length": float(min(8, len(case.word)))}
    found |= _shape(case)
    found |= _in_documentation(case, counts)
    found |= _by_class(case, counts)
    found |= _in_english(case, words)
    return found | _in_the_note(case, usage)


def _shape(case: Suspicion) -> dict[str, float]:
    """How the two words are alike."""
    word, right = case.word, case.right
    return {
        "letter missing": float(case.kind == "missing"),
        "letter too many": float(case.kind == "extra"),
        "letters swapped": float(case.kind == "swapped"),
        "derived": float(case.kind == "derived"),
        "first letter": float(word[0] != right[0] and word[1:2] != right[0] and word[0] != right[1:2]),
    }


def _in_documentation(case: Suspicion, counts: Counts) -> dict[str, float]:
    """The words around: how much more often they stand around the other word (powers of two)."""
    before2, before, word, after, after2, right, _ = case
    phrases = {
        "three left": ((before2, before, right), (before2, before, word)),
        "three around": ((before, right, after), (before, word, after)),
        "three right": ((right, after, after2), (word, after, after2)),
        "two left": ((before, right), (before, word)),
        "two right": ((right, after), (word, after)),
    }
    found = {name: counts.estimate(*with_right) - counts.estimate(*with_word) for name, (with_right, with_word) in phrases.items()}
    return found | {
        "frequency": float(counts.get(right) - counts.get(word)),
        "phrase known": float(counts.get(f"{before} {right} {after}")),
        "new left": float(not counts.get(f"{before} {word}")),
        "new right": float(not counts.get(f"{word} {after}")),
    }


def _by_class(case: Suspicion, counts: Counts) -> dict[str, float]:
    """The same with classes of words for words: grammar, so to speak."""
    before2, before, word, after, after2, right = map(counts.class_of, case[:6])
    share = (counts.get(case.right) - counts.get(right)) - (counts.get(case.word) - counts.get(word))
    phrases = {
        "class left": ((before2, before, right), (before2, before, word)),
        "class around": ((before, right, after), (before, word, after)),
        "class right": ((right, after, after2), (word, after, after2)),
        "class four left": ((before2, before, right, after), (before2, before, word, after)),
        "class four right": ((before, right, after, after2), (before, word, after, after2)),
    }
    same = word == right
    found = {
        name: 0.0 if same else counts.estimate(*with_right) - counts.estimate(*with_word) + share
        for name, (with_right, with_word) in phrases.items()
    }
    return found | {
        "class new left": float(not same and not counts.get(f"{before2} {before} {word}")),
        "class new right": float(not same and not counts.get(f"{word} {after} {after2}")),
    }


def _in_english(case: Suspicion, words: Words) -> dict[str, float]:
    """How many of the two pairs general English knows."""

    def known(one: str) -> float:
        return float((words.pair(case.before, one) > 0) + (words.pair(one, case.after) > 0))

    return {"english": known(case.word), "english right": known(case.right)}


def _in_the_note(case: Suspicion, usage: Usage) -> dict[str, float]:
    """How the note uses both words elsewhere."""
    _, before, word, after, _, right, _ = case
    pairs = usage.pairs
    return {
        "used": _damped(usage.words[word] - 1),
        "used here": _damped(pairs[before, word] + pairs[word, after] - 2),
        "right used": _damped(usage.words[right]),
        "right used here": _damped(pairs[before, right] + pairs[right, after]),
        "phrase used": _damped(usage.triples[before, right, after]),
    }


def _damped(count: int) -> float:
    return float(min(3.0, max(0, count) ** 0.5))
