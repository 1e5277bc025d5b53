"""Why a wording may not be what the statement claims: it is denied, of the past, conditional, of another case, or about something else."""

import re
from collections.abc import Iterator

from notelint.document import Statement
from notelint.language import Language, alternatives, whole_words
from notelint.reference import CanonicalValue, Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import sentence_span
from notelint.subjects.home import PRODUCTS
from notelint.subjects.subjects import Reading

_YEAR = lazy_pattern(r"\b(?:19|20)\d\d\b")
_QUESTION = lazy_pattern(r"\?")


class WordingDoubts:
    """Reads doubts with the words of one language."""

    def __init__(self, reference: Reference, language: Language) -> None:
        words = language.statements
        self._reference = reference
        self._kinds = {
            "denied": lazy_pattern(whole_words(words.denials), re.IGNORECASE),
            "of the past": lazy_pattern(whole_words(words.past), re.IGNORECASE),
            "conditional": lazy_pattern(whole_words(words.conditions), re.IGNORECASE),
            "of a version": lazy_pattern(rf"\bv?\d+\.(?:\d+|x)\b|(?<!\w){alternatives(words.versions)}\s?\d", re.IGNORECASE),
            "of a time": _YEAR,
            "a question": _QUESTION,
        }

    def read(
        self, place: tuple[int, int], entity: str, value: CanonicalValue, reading: Reading, readings: dict[Statement, Reading]
    ) -> Iterator[str]:
        """Every doubt about the wording at `place` of a statement, with which `value` does not agree."""
        low, high = sentence_span(reading.text, *place)
        around = f"{reading.text[low : place[0]]} {reading.text[place[1] : high + 1]}"
        for kind, pattern in self._kinds.items():
            if pattern.search(around):
                yield kind
        above = [readings[one] for one in reading.statement.ancestors() if one in readings]
        if self._is_other_case(value, around, [one.text for one in above]):
            yield "of another case"
        if self._is_of_another(entity, low, place, reading):
            yield "about something else"

    def _is_other_case(self, value: CanonicalValue, around: str, above: list[str]) -> bool:
        """Whether the sentence, or a label or heading above, names a case in which the wording is right."""
        if not value.unless:
            return False
        case = re.compile(rf"(?<!\w){alternatives(value.unless)}s?(?!\w)", re.IGNORECASE)
        return any(case.search(text) for text in (around, *above))

    def _is_of_another(self, entity: str, low: int, place: tuple[int, int], reading: Reading) -> bool:
        """Whether another thing is named between the beginning of the sentence and the wording, or the statement is about one."""
        before = [named.form.entity for named in reading.named if low <= named.start and named.end <= place[0]]
        before = [one for one in before if self._reference.entities[one].kind in PRODUCTS]
        if not before:
            subject = reading.subject.entity
            return reading.subject.ambiguous or (subject in self._reference.entities and not self._related(subject, entity))
        return any(not self._related(one, entity) for one in before)

    def _related(self, one: str, other: str) -> bool:
        return one in self._reference.lineage(other) or other in self._reference.lineage(one)
