"""Changes: "raised from 5 to 10" names two numbers of different times, not the ends of a range."""

import re

from notelint.language import Language, whole_words
from notelint.packs.unit import Unit
from notelint.quantities.amounts import Amount
from notelint.source.lazy_pattern import lazy_pattern

_FAR = 60
"""Characters before the first number in which a word for a change is looked for."""


class ChangeReader:
    """Tells changes from ranges with the words of one language."""

    def __init__(self, language: Language) -> None:
        words = language.changes
        self._verb = lazy_pattern(whole_words(words.verbs), re.IGNORECASE)
        self._source = lazy_pattern(rf"{whole_words(words.source)}\W*$", re.IGNORECASE)

    def is_change(self, text: str, first: Amount, second: Amount) -> bool:
        """Whether the text says that the first number became the second. A range that is introduced by "from" does not run downwards."""
        if not self._source.search(text, max(0, first.start - _FAR), first.start):
            return False
        unit = first.unit or second.unit
        return (
            _size(first, unit) > _size(second, second.unit) or self._verb.search(text, max(0, first.start - _FAR), first.start) is not None
        )


def _size(amount: Amount, unit: Unit | None) -> float:
    return amount.value * (unit.factor if unit else 1.0)
