"""Quantities that are said without a number and a unit: eleven nines, hourly, by the second, once a day."""

import re
from collections.abc import Callable, Iterator

from notelint.packs.unit import Unit
from notelint.quantities.amounts import make_quantity
from notelint.quantities.numbers import NINES, nines
from notelint.quantities.quantity import Bound, Quantity
from notelint.source.lazy_pattern import lazy_pattern

Placed = tuple[int, int, Quantity]
_PERIODS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_FREQUENCY = lazy_pattern(rf"\b(?P<word>{'|'.join(_PERIODS)})\b", re.IGNORECASE)
_BY_THE = lazy_pattern(r"\bby the (?P<unit>second|minute|hour|day|month)\b", re.IGNORECASE)
_TIMES = lazy_pattern(r"\b(?P<times>once|twice)\s(?:an?|per|every|each)\s+(?P<unit>[a-z]+)\b", re.IGNORECASE)


def read_frequencies(text: str, unit: Callable[[str], Unit | None]) -> Iterator[Placed]:
    """All of them with where they start and end; `unit` finds the Unit of a word."""
    lower = text.lower()
    percent = unit("%") if "9s" in lower or "9'" in lower or "9 '" in lower or "nine" in lower else None
    for match in NINES.finditer(text) if percent else ():
        value = nines(match)
        if value and percent:
            yield match.start(), match.end(), make_quantity(value, value, percent, percent, "", Bound.EXACT, [])
    for match in _FREQUENCY.finditer(text) if "ly" in lower else ():
        period = unit(_PERIODS[match["word"].lower()])
        yield match.start(), match.end(), make_quantity(1, 1, period, period, "", Bound.EXACT, [])
    for match in _BY_THE.finditer(text) if "by the" in lower else ():
        period = unit(match["unit"])
        yield match.start(), match.end(), make_quantity(1, 1, period, period, "", Bound.EXACT, [])
    for match in _TIMES.finditer(text) if "once" in lower or "twice" in lower else ():
        period = unit(match["unit"])
        times = 1 if match["times"].lower() == "once" else 2
        if period and period.dimension == "time":
            yield match.start(), match.end(), make_quantity(times, times, None, None, "time", Bound.EXACT, [(match["unit"], period)])
