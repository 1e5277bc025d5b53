"""What a note itself says of the end of things and of former names, so that nobody need say it again."""

import re
from collections.abc import Iterable

from notelint.language import Language, whole_words
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import sentence_span
from notelint.subjects.mentions import Kind, Named
from notelint.subjects.subjects import Reading

GONE = frozenset(["ended", "closed", "deprecated"])
"""States of an entity that a reader must be told of."""
_YEAR = r"\s+(?:(?:[^\W\d_]+\.?|\d{1,2}),?\s+){0,2}20\d\d"
_BESIDE = 60
"""Characters between a former name and the words that say that it is one."""
_TODAY = frozenset({Kind.NAME, Kind.ALIAS})


class ToldReader:
    """Reads with the words of one language what became of things."""

    def __init__(self, language: Language) -> None:
        words = language.names
        self._ended = lazy_pattern(rf"{whole_words(words.ended)}|{whole_words(words.ended_dated)}{_YEAR}", re.IGNORECASE)
        self._renamed = lazy_pattern(whole_words(words.renamed), re.IGNORECASE)

    def gone(self, readings: Iterable[Reading], entities: frozenset[str]) -> frozenset[str]:
        """Those of `entities` of which a sentence says that they ended or take nobody new."""
        found: set[str] = set()
        for reading in readings:
            if not reading.named and reading.subject.entity not in entities:
                continue
            here = {form.entity for named in reading.named for form in named.forms} & entities
            subject = {reading.subject.entity} & entities
            if (here or subject) and self._ended.search(reading.text):
                found |= (
                    subject if not here else {named.form.entity for named in reading.named if self._is_ended(named, reading)} & entities
                )
        return frozenset(found)

    def is_renamed(self, named: Named, reading: Reading) -> bool:
        """Whether the statement says beside a former name that it is one, or gives the name of today with it."""
        low, high = max(0, named.start - _BESIDE), named.end + _BESIDE
        if self._renamed.search(reading.text, low, named.start) or self._renamed.search(reading.text, named.end, high):
            return True
        return any(other.form.entity == named.form.entity and other.form.kind in _TODAY for other in reading.named)

    def _is_ended(self, named: Named, reading: Reading) -> bool:
        return self._ended.search(reading.text, *sentence_span(reading.text, named.start, named.end)) is not None
