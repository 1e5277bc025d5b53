"""Years: bare numbers that are dates."""

import re

from notelint.quantities.amounts import Amount
from notelint.quantities.numbers import is_year
from notelint.quantities.quantity import Bound
from notelint.source.lazy_pattern import lazy_pattern

_SINCE = lazy_pattern(
    r"\b(?:as of|in|since|until|till|during|early|late|mid|year|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?|spring|summer|autumn|q[1-4])[\s-]+$",
    re.IGNORECASE,
)
_SETTING = lazy_pattern(r"(?:[:=]|\b(?:limit|default|max|min|size|(?<!as )of|is|to|about))\s*$", re.IGNORECASE)


def is_dated(text: str, amount: Amount) -> bool:
    """Is it a bare year after "in", "since", the name of a month?"""
    year = amount.unit is None and not amount.noun and is_year(text[amount.start : amount.end])
    return year and bool(_SINCE.search(text, max(0, amount.start - 12), amount.start))


def may_be_date(text: str, start: int, end: int, bound: Bound) -> bool:
    """A bare year is a date unless it is set ("limit 2000") or has a bound ("up to 2000")."""
    if not is_year(text[start:end]) or text.strip() == text[start:end]:
        return False
    return bound in (Bound.EXACT, Bound.RANGE) and not _SETTING.search(text, max(0, start - 12), start)
