"""Sentences and clauses: the words that belong to a quantity."""

import re

_STOP = r"(?<!\bmin)(?<!\bmax)(?<!\bapprox)(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bno)(?<!\bincl)(?<!\bca)(?<!\bresp)[.!?](?=\s|$)"
_CLAUSE = re.compile(_STOP + r"|;|,(?=\s)|\s(?:and|or|but|while|then)\s|\s[-–—]{1,2}\s|->|→|\(|\)")


_SENTENCE = re.compile(_STOP)


FAR = 400
"""Characters beyond which nothing belongs to a quantity; also what keeps a note of one endless line from costing the square of its length."""


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around `start`..`end`."""
    return _around(text, start, end, _SENTENCE)


def clause(text: str, start: int, end: int) -> str:
    """The part of a statement between the clause marks around `start`..`end`."""
    return _around(text, start, end, _CLAUSE)


def _around(text: str, start: int, end: int, mark: re.Pattern[str]) -> str:
    low, high = max(0, start - FAR), min(len(text), end + FAR)
    before = low
    for match in mark.finditer(text, low, start):
        before = match.end()
    after = mark.search(text, end, high)
    return text[before : after.start() if after else high]
