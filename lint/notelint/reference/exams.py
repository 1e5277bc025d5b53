"""Finds the exam that a text names: by its code, or by the words of its title."""

import re
from collections.abc import Iterable
from functools import cache

from notelint.language import load_language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference.reference import Blueprint

_WORD = re.compile(r"[a-z0-9]+")
_YEAR = re.compile(r"20\d\d")
_ENOUGH = 2
"""Words of its own that an exam must be named by."""


def find_exams(text: str, blueprints: Iterable[Blueprint]) -> list[Blueprint]:
    """The exams that the text names, the surest first; those that all words of a title fit equally well are all returned."""
    known = sorted(blueprints, key=lambda one: (one.status != "active", one.id))
    if named := [one for one in known if _has_code(text, one.id)]:
        return named
    said = set(_words(text))
    scored = [(max(_score(text, said, title) for title in (one.title, *one.aliases)), one) for one in known]
    best = max((score for score, _ in scored), default=0.0)
    return [one for score, one in scored if score and score == best]


def _has_code(text: str, code: str) -> bool:
    pattern = code.replace("-", r"[-_ ]?")
    return re.search(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", text.lower()) is not None


def _score(text: str, said: set[str], title: str) -> float:
    """How many of the title's own words are said, less those said that it does not have; 0 where one is missing, or the only one is not written so."""
    own = set(_words(title))
    if not own <= said or (len(own) < _ENOUGH and title.casefold() not in text.casefold()):
        return 0.0
    return len(own) - 0.1 * len(said - own)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _common() and not _YEAR.fullmatch(word)]


@cache
def _common() -> frozenset[str]:
    """Words that titles of notes add, and vendors, which several exams share."""
    words = load_language().exams
    return words.small | words.common | VENDORS_LOWER
