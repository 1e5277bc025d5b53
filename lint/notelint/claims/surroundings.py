"""The words around a quantity: what its sentence and clause say beside subject, property and value."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from notelint.claims.attributes import normalised
from notelint.quantities.nouns import singular
from notelint.quantities.quantities import Found
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import clause_span, sentence_span
from notelint.subjects.mentions import WORD
from notelint.subjects.subjects import Reading

_LAST_WORD = lazy_pattern(r"(?<![^\W_])[^\W_]++(?=[ -]$)")
_PER = lazy_pattern(r"\bper\s+$", re.IGNORECASE)
_SAYS_LITTLE = frozenset(
    WORD.findall(
        "a an the this that these those it its they of in on for to at by from with within per each every and or as is are be was has have had can may must "
        "will so then since which not no only up down out than most least more less over under about around approx approximately roughly max maximum min "
        "minimum default limit limited upper lower range between until through note take takes keep keeps kept hold holds store stores support supports "
        "allow allows use uses get gets give gives run runs last lasts handle handles need needs across all both total "
        "extend extended increase increased raise raised change changed go goes grow grows configurable adjustable customizable by optional"
    )
)


class Surroundings(msgspec.Struct, frozen=True, dict=True):
    """`found` and all quantities in `text`, the readable text of a statement; `vocabulary` are the words that name the attribute."""

    reading: Reading
    text: str
    found: Found
    all_found: list[Found]
    vocabulary: frozenset[str]

    @cached_property
    def sentence(self) -> str:
        """The sentence of the quantity."""
        low, high = self._sentence_span
        return self.text[low:high]

    @cached_property
    def clause(self) -> str:
        """Its clause."""
        low, high = self._clause_span
        return self.text[low:high]

    @cached_property
    def _sentence_span(self) -> tuple[int, int]:
        return sentence_span(self.text, self.found.start, self.found.end)

    @cached_property
    def _clause_span(self) -> tuple[int, int]:
        return clause_span(self.text, self.found.start, self.found.end)

    @property
    def is_asked(self) -> bool:
        """Does the sentence end with a question mark?"""
        return self.text.startswith("?", self._sentence_span[1])

    @property
    def is_alone(self) -> bool:
        """Is there no other quantity of its dimension in the sentence?"""
        low, high = self._sentence_span
        inside = [one for one in self.all_found if low <= one.start < high]
        return sum(one.quantity.dimension == self.found.quantity.dimension for one in inside) == 1

    @property
    def has_label(self) -> bool:
        """Does a label stand before the quantity?"""
        return bool(self.reading.label) and 0 < self.reading.label_end <= self.found.start

    @property
    def is_all(self) -> bool:
        """Is the quantity the whole statement: "three flavors:"?"""
        start, end = self.found.start, self.found.end
        return len(self.text) < end - start + 20 and not (self.text[:start] + self.text[end:]).strip(" \t\n.:;*_")

    def is_borrowed(self, cue: str, cues: Iterable[str]) -> bool:
        """Stands `cue` in another clause of the sentence, and all `cues` of the attribute with other quantities, or is our clause about something else?"""
        if f" {cue} " in normalised(self.clause) or f" {cue} " not in normalised(self.sentence):
            return False
        return not any(self._is_lent(*span) for one in cues for span in self._spans(one.split()))

    def _is_lent(self, start: int, end: int) -> bool:
        """Does the cue at `start`..`end` lead up to the quantity, with none of its own before it; or follow it without one of its own?"""
        low, high = clause_span(self.text, start, end)
        beside = [one for one in self.all_found if low <= one.start < high and one is not self.found]
        if any(one.end <= start or start > self.found.start for one in beside):
            return False
        return len(self.left_in_clause) <= 1 or (end <= self.reading.label_end and not self._renamed)

    @cached_property
    def _renamed(self) -> bool:
        """Has the quantity a name of its own in its clause, before it or right behind it?"""
        low, high = self._clause_span
        following = WORD.search(self.text, self.found.end, high)
        behind = self._left(following.start(), following.end()) if following else []
        return bool(self._left(low, self.found.start) or behind)

    def is_modified(self, cue: str) -> bool:
        """Has the cue always a word before it that may make it another property: "monitored object size"?"""
        before = [_LAST_WORD.search(self.text, max(0, start - 24), start) for start, _ in self._spans(cue.split())]
        return bool(before) and all(word is not None and self._left(*word.span()) for word in before)

    def _spans(self, cue: list[str]) -> Iterator[tuple[int, int]]:
        words = list(WORD.finditer(self.text, *self._sentence_span))
        for index in range(len(words) - len(cue) + 1):
            if [singular(word[0].lower()) for word in words[index : index + len(cue)]] == cue:
                yield words[index].start(), words[index + len(cue) - 1].end()

    @cached_property
    def leftover(self) -> list[str]:
        """Words of the sentence that are no quantity, no name, no cue of the attribute and no little word."""
        return self._left(*self._sentence_span)

    @cached_property
    def left_in_clause(self) -> list[str]:
        """The same of the clause."""
        return self._left(*self._clause_span)

    def _left(self, low: int, high: int) -> list[str]:
        spans = [(one.start, one.end) for one in self.all_found] + [(one.start, one.end) for one in self.reading.named]
        taken = [(start, end) for start, end in spans if start < high and low < end]
        words = []
        for match in WORD.finditer(self.text, low, high):
            written = match[0].lower()
            word = singular(written)
            if word in _SAYS_LITTLE or written in _SAYS_LITTLE or word in self.vocabulary or word.isdigit():
                continue
            at = match.start()
            if not any(start <= at < end for start, end in taken) and not _PER.search(self.text, max(0, at - 8), at):
                words.append(word)
        return words
