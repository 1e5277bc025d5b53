"""Quantities that are said without a number and a unit: eleven nines, hourly, by the second, once a day."""

import re
from collections.abc import Callable, Iterator

from notelint.language import Language, alternatives
from notelint.packs.unit import Unit
from notelint.quantities.amounts import make_quantity
from notelint.quantities.numbers import Numbers
from notelint.quantities.quantity import Bound, Quantity
from notelint.source.lazy_pattern import lazy_pattern

Placed = tuple[int, int, Quantity]


class FrequencyReader:
    """Reads them in one language; `unit` finds the Unit of a word."""

    def __init__(self, language: Language, numbers: Numbers, unit: Callable[[str], Unit | None]) -> None:
        words = language.numbers
        self._unit = unit
        self._numbers = numbers
        self._nines = ("9s", "9'", "9 '", *words.nines)
        self._periods = language.periods
        self._counts = words.times
        self._by_unit = words.by_unit
        self._frequency = lazy_pattern(rf"\b(?P<word>{alternatives(language.periods)})\b", re.IGNORECASE)
        self._by_the = lazy_pattern(rf"\b{alternatives(words.by_unit)} (?P<unit>[^\W\d_]+)\b", re.IGNORECASE)
        self._times = lazy_pattern(
            rf"\b(?P<times>{alternatives(words.times)})\s{alternatives((*words.per, *words.per_articles))}\s+(?P<unit>[^\W\d_]+)\b",
            re.IGNORECASE,
        )

    def read(self, text: str) -> Iterator[Placed]:
        """All of them with where they start and end."""
        lower = text.lower()
        percent = self._unit("%") if any(map(lower.__contains__, self._nines)) else None
        for match in self._numbers.nines_pattern.finditer(text) if percent else ():
            value = self._numbers.nines(match)
            if value and percent:
                yield match.start(), match.end(), make_quantity(value, value, percent, percent, "", Bound.EXACT, [])
        for match in self._frequency.finditer(text) if any(map(lower.__contains__, self._periods)) else ():
            yield match.start(), match.end(), _one(self._unit(self._periods[match["word"].lower()]))
        for match in self._by_the.finditer(text) if any(map(lower.__contains__, self._by_unit)) else ():
            period = self._unit(match["unit"])
            if period and period.dimension == "time":
                yield match.start(), match.end(), _one(period)
        for match in self._times.finditer(text) if any(map(lower.__contains__, self._counts)) else ():
            period = self._unit(match["unit"])
            times = self._counts[match["times"].lower()]
            if period and period.dimension == "time":
                yield match.start(), match.end(), make_quantity(times, times, None, None, "time", Bound.EXACT, [(match["unit"], period)])


def _one(period: Unit | None) -> Quantity:
    return make_quantity(1, 1, period, period, "", Bound.EXACT, [])
