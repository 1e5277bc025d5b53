"""Role of a quantity: default, max, min, range, approx or exact; by its bound and the words around it."""

import re

from notelint.quantities.quantity import Bound, Quantity
from notelint.source.lazy_pattern import lazy_pattern

_CUES = {
    "default": re.compile(r"\b(?:by default|defaults?(?: to)?|out of the box|initial(?:ly)?)\b", re.IGNORECASE),
    "max": re.compile(
        r"\b(?:max(?:imum)?|up to|at most|limit(?:ed)?|extend(?:ed|able)? to|as long as|longest|largest|highest|cannot exceed|no more than)\b|<=?|≤",
        re.IGNORECASE,
    ),
    "min": re.compile(r"\b(?:min(?:imum)?|at least|no less than|shortest|smallest|lowest|starting (?:at|from))\b|>=?|≥", re.IGNORECASE),
}


_ANY_CUE = lazy_pattern("|".join(cue.pattern for cue in _CUES.values()), re.IGNORECASE)
_DEFAULT_THING = lazy_pattern(r"\bdefaults?\s+(?!is\b|are\b|was\b|of\b|to\b|values?\b|limit\b|quota\b|for\b|in\b)[a-z]", re.IGNORECASE)
"""The word before another noun: the default job, the default queue."""


_TIER = lazy_pattern(r"\s*or (?:less|fewer|more|longer|greater|higher|later)\b", re.IGNORECASE)
"""The words of a tier ("stored for 24 hours or less"), which say nothing of the largest value there is."""


def role_of(quantity: Quantity, clause: str, label: str, after: str = "") -> str:
    """The words of the clause decide, then the bound, then the label; `clause` is without quantities, `after` is what follows this one."""
    if quantity.bound is Bound.RANGE:
        return "range"
    bounded = quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST, Bound.BELOW, Bound.ABOVE)
    if _CUES["default"].search(clause) and not (bounded and _DEFAULT_THING.search(clause)):
        return "default"
    if bounded and (_TIER.match(after) or (_CUES["max"].search(clause) and _CUES["min"].search(clause))):
        return "exact"
    if quantity.bound is Bound.ABOUT:
        return "approx"
    if quantity.bound in (Bound.AT_MOST, Bound.BELOW):
        return "max"
    if quantity.bound in (Bound.AT_LEAST, Bound.ABOVE):
        return "min"
    for text in (clause, label):
        if _ANY_CUE.search(text):
            return next(role for role, cue in _CUES.items() if cue.search(text))
    return "exact"
