"""Phrases of the exam blueprints in a text: words that name a concept the vocabulary has no entity for."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from notelint.language import alternatives, load_language
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.mentions import WORD, TextWords

PREFIX = "phrase:"
_BRITISH = lazy_pattern(lambda: rf"is({alternatives(load_language().spelling.ise_endings)})$")
_DOUBLED = lazy_pattern(lambda: rf"ll({alternatives(load_language().spelling.doubling_endings)})$")


class Phrased(NamedTuple):
    """Characters `start`..`end` of a text are the phrase of `topic` ("phrase:...")."""

    start: int
    end: int
    topic: str


class _Folded(dict[str, str]):
    """Words that were folded before; a lookup is all that most of them cost."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_FOLDED:
            self.clear()
        folded = word.lower()
        if len(folded) > 3:
            if "is" in folded:
                folded = _BRITISH.sub(r"iz\1", folded)
            if "ll" in folded:
                folded = _DOUBLED.sub(r"l\1", folded)
            folded = load_language().singular(folded)
        self[word] = folded
        return folded


_MOST_FOLDED = 200_000
_FOLDED = _Folded()


def fold(word: str) -> str:
    """A word so that number and spelling do not count: modelling is modeling, normalised is normalized, policies is policy."""
    return _FOLDED[word]


def folded(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(fold(word) for word in WORD.findall(text))


def topic_of(phrase: str) -> str:
    """What evidence for a phrase is filed under."""
    return PREFIX + " ".join(folded(phrase))


def is_word(topic: str) -> bool:
    """Whether the topic is a phrase of a single word."""
    return topic.startswith(PREFIX) and " " not in topic


class PhraseReader:
    """Finds phrases in texts; the longest one at a place wins."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._pairs: set[tuple[str, str]] = set()
        self._alone: set[str] = set()
        for phrase in sorted(set(phrases)):
            words = folded(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((words, phrase, PREFIX + " ".join(words)))
                if len(words) > 1:
                    self._pairs.add((words[0], words[1]))
                else:
                    self._alone.add(words[0])
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def read(self, text: str, words: TextWords | None = None) -> Iterator[Phrased]:
        """All phrases in order; `words` are those of the text, if they are at hand."""
        if not self._by_first:
            return
        places = words or TextWords(text)
        folded_words = list(map(_FOLDED.__getitem__, places.lowers))
        pairs = zip(folded_words, islice(folded_words, 1, None), strict=False)
        if self._alone.isdisjoint(folded_words) and self._pairs.isdisjoint(pairs):
            return
        after = 0
        for index, word in enumerate(folded_words):
            if index >= after and word in self._by_first and (word in self._alone or tuple(folded_words[index : index + 2]) in self._pairs):
                found, used = self._at(text, places, folded_words, index)
                after = index + used
                if found:
                    yield found

    def _at(self, text: str, places: TextWords, words: list[str], index: int) -> tuple[Phrased | None, int]:
        for tokens, phrase, topic in self._by_first[words[index]]:
            last = index + len(tokens) - 1
            if tuple(words[index : last + 1]) == tokens:
                start, end = places.spans[index][0], places.spans[last][1]
                if _fits_case(phrase, text[start:end]):
                    return Phrased(start, end, topic), len(tokens)
        return None, 1


def _fits_case(phrase: str, surface: str) -> bool:
    """A single word with a capital means a name: Role is not role, PV is not pv, mAP is not Map."""
    if " " in phrase or phrase.islower():
        return True
    return surface[0].isupper() if phrase[1:].islower() else surface.removesuffix("s") == phrase
