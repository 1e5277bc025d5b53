"""Bounds of a quantity: up to, at least, about; by the words before and after it."""

import re

from notelint.quantities.quantity import Bound
from notelint.source.lazy_pattern import lazy_pattern

_AT_MOST = lazy_pattern(
    r"(?:up[ -]?to|at most|max(?:imum)?\.?(?: of| is|:)?|no more than|not exceed(?:ing)?|not more than"
    r"|(?:not?|never) (?:longer|larger|bigger|greater|higher|older) than|(?:never|not) more than|limit(?:ed)? (?:to|of|is)|extend(?:ed|s|able)? to|as (?:many|much|long) as|<=|≤)[ =:]*(?:an? |the )?[\W_]{0,2}$",
    re.IGNORECASE,
)
_AT_LEAST = lazy_pattern(
    r"(?:at least|(?<!\d)(?<!\d[ -])min(?:imum)?\.?(?: of| is|:)?|starting (?:at|from)|starts at|(?:no|not|never) (?:less|fewer|shorter|smaller|lower) than|>=|≥|\+)"
    r"[ =:]*(?:an? |the )?[\W_]{0,2}$",
    re.IGNORECASE,
)
_BELOW = lazy_pattern(r"(?:less than|fewer than|lower than|under|below|within|<)[ =:]*(?:an? |the )?[\W_]{0,2}$", re.IGNORECASE)
_ABOVE = lazy_pattern(
    r"(?:more than|greater than|higher than|larger than|longer than|over|above|beyond|exceed(?:s|ing)?|>)[ =:]*(?:an? |the )?[\W_]{0,2}$",
    re.IGNORECASE,
)
_ABOUT = lazy_pattern(
    r"(?:~|≈|≃|about|around|approx(?:imately|\.)?|roughly|circa|almost|nearly|some|typically|usually)[ =:]*(?:an? )?$", re.IGNORECASE
)
_OWN = r"(?![ :=-]*(?:of |is )?[$~]?\d)"
"""Not the bound of a number that follows: 30 s (max 12 h)."""
_AFTER_MOST = lazy_pattern(rf"[ -]*(?:\(?max(?:imum)?\b|at most\b|or less\b|or fewer\b|limit\b){_OWN}", re.IGNORECASE)
_AFTER_LEAST = lazy_pattern(
    rf"[ -]*(?:\(?min(?:imum)?\b|at least\b|or more\b|or longer\b|or greater\b|or later\b|and more\b|or higher\b){_OWN}", re.IGNORECASE
)


def bound_of(text: str, start: int, end: int, *, ranged: bool) -> Bound:
    """The bound of the quantity at `start`..`end`; a range is one whatever stands around it."""
    if ranged:
        return Bound.RANGE
    before = text[max(0, start - 28) : start]
    after = text[end : end + 24]
    said = not before.isspace() and before != ""
    if said and _ABOUT.search(before):
        return Bound.ABOUT
    if (said and _AT_MOST.search(before)) or _AFTER_MOST.match(after):
        return Bound.AT_MOST
    if (said and _AT_LEAST.search(before)) or _AFTER_LEAST.match(after):
        return Bound.AT_LEAST
    if after.startswith("+"):
        return Bound.ABOVE
    if said and _BELOW.search(before):
        return Bound.BELOW
    if said and _ABOVE.search(before):
        return Bound.ABOVE
    return Bound.EXACT
