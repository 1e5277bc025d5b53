"""Years: bare numbers that are dates."""

import re

from notelint.language import Language, alternatives
from notelint.quantities.amounts import Amount
from notelint.quantities.numbers import is_year
from notelint.quantities.quantity import Bound
from notelint.source.lazy_pattern import lazy_pattern

_NEAR = 12
"""Characters before a year in which a word may tell what it is."""


class DateReader:
    """Tells years from other numbers by the words of one language."""

    def __init__(self, language: Language) -> None:
        words = language.dates
        self._since = lazy_pattern(
            lambda: rf"\b(?:{alternatives(words.before_year)}|(?:{alternatives(words.months)})\.?|q[1-4])[\s-]+$", re.IGNORECASE
        )
        self._set = lazy_pattern(lambda: rf"(?:[:=]|(?<!\w){alternatives(words.before_setting)})\s*$", re.IGNORECASE)

    def is_dated(self, text: str, amount: Amount) -> bool:
        """Whether it is a bare year after "in", "since", the name of a month."""
        year = amount.unit is None and not amount.noun and is_year(text[amount.start : amount.end])
        return year and bool(self._since.search(text, max(0, amount.start - _NEAR), amount.start))

    def may_be_date(self, text: str, start: int, end: int, bound: Bound) -> bool:
        """A bare year is a date unless it is set ("limit 2000") or has a bound ("up to 2000")."""
        if not is_year(text[start:end]) or text.strip() == text[start:end]:
            return False
        low = max(0, start - _NEAR)
        is_set = self._set.search(text, low, start) and not self._since.search(text, low, start)
        return bound in (Bound.EXACT, Bound.RANGE) and not is_set
