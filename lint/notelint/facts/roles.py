"""Role of a quantity: default, max, min, range, approx or exact; by its bound and the words around it."""

import re

from notelint.facts.model import Bound, Quantity

_CUES = {
    "default": re.compile(r"\b(?:by default|defaults?(?: to)?|out of the box|initial(?:ly)?)\b", re.IGNORECASE),
    "max": re.compile(
        r"\b(?:max(?:imum)?|up to|at most|limit(?:ed)?|extend(?:ed|able)? to|as long as|longest|largest|highest|cannot exceed|no more than)\b|<=?|≤",
        re.IGNORECASE,
    ),
    "min": re.compile(r"\b(?:min(?:imum)?|at least|no less than|shortest|smallest|lowest|starting (?:at|from))\b|>=?|≥", re.IGNORECASE),
}


def role_of(quantity: Quantity, clause: str, label: str) -> str:
    """The words of the clause decide, then the bound, then the label."""
    if quantity.bound is Bound.RANGE:
        return "range"
    if _CUES["default"].search(clause):
        return "default"
    if quantity.bound is Bound.ABOUT:
        return "approx"
    if quantity.bound in (Bound.AT_MOST, Bound.BELOW):
        return "max"
    if quantity.bound in (Bound.AT_LEAST, Bound.ABOVE):
        return "min"
    for text in (clause, label):
        for role, cue in _CUES.items():
            if cue.search(text):
                return role
    return "exact"
