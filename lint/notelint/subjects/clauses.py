"""Sentences and clauses: the words that belong to a quantity."""

import re
from functools import lru_cache

from notelint.language import alternatives, load_language
from notelint.source.lazy_pattern import lazy_pattern


def _stop() -> str:
    """The end of a sentence: no dot of an abbreviation."""
    return r"[.!?](?=\s|$)" + "".join(rf"(?<!\b{re.escape(word)}[.!?])" for word in load_language().clauses.abbreviations) + "|\u2028"


_CLAUSE = lazy_pattern(lambda: rf"{_stop()}|;|,(?=\s)|\s{alternatives(load_language().clauses.joints)}\s|\s[-–—]{{1,2}}\s|->|→|\(|\)")
_SENTENCE = lazy_pattern(_stop)


FAR = 400
"""Characters beyond which nothing belongs to a quantity; also what keeps a note of one endless line from costing the square of its length."""


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around `start`..`end`."""
    low, high = sentence_span(text, start, end)
    return text[low:high]


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `start`..`end` stands."""
    return _around(text, start, end, _SENTENCE)


def clause(text: str, start: int, end: int) -> str:
    """The part of a statement between the clause marks around `start`..`end`."""
    low, high = clause_span(text, start, end)
    return text[low:high]


def clause_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around `start`..`end` stands."""
    return _around(text, start, end, _CLAUSE)


@lru_cache(maxsize=64)
def _around(text: str, start: int, end: int, mark: re.Pattern[str]) -> tuple[int, int]:
    low, high = max(0, start - FAR), min(len(text), end + FAR)
    before = low
    for match in mark.finditer(text, low, start):
        before = match.end()
    after = mark.search(text, end, high)
    return before, after.start() if after else high
