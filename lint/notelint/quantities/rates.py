"""What an amount is divided by: per second, / shard, a month, per GB-month, per 1M requests."""

import re
from collections.abc import Callable

from notelint.language import Language, alternatives
from notelint.packs.unit import Unit
from notelint.quantities.amounts import Rates
from notelint.quantities.numbers import Numbers
from notelint.source.lazy_pattern import lazy_pattern

_BLANK = " \t\n\u00a0\u202f\u2009"
_TIME = "time"
_WORD = lazy_pattern(rf"[{_BLANK}]{{0,2}}(?P<word>[A-Za-z]+)(?![\w])")
_TIMED = lazy_pattern(r"[ -](?P<word>[^\W\d_]+)(?![\w-])")
_MONEY = ("money", "euro", "pound")
_DIVISORS = ("time", "data")
"""Dimensions that divide; another unit is a noun (per DPU, per pixel)."""


class RateReader:
    """Reads what follows an amount; `unit` finds the Unit of a word."""

    def __init__(self, unit: Callable[[str], Unit | None], language: Language, numbers: Numbers) -> None:
        self._unit = unit
        self._numbers = numbers
        self._scales = language.scales
        self._singular = language.singular
        per, articles = alternatives(language.numbers.per), alternatives(language.numbers.per_articles)
        self._rate = lazy_pattern(
            rf"[{_BLANK}]*(?:(?P<slash>/)|(?P<per>(?:{per}|p/)\b)|(?P<article>{articles}\b))[{_BLANK}]*(?P<word>[A-Za-zµμ]+)(?:'s)?(?![\w])",
            re.IGNORECASE,
        )
        self._per = lazy_pattern(rf"[{_BLANK}]*(?:/|\b{per}\b)[{_BLANK}]*", re.IGNORECASE)
        scales = alternatives(scale for scale in language.scales if len(scale) > 2)
        self._scale = lazy_pattern(rf"(?P<scale>{scales})\b", re.IGNORECASE)
        little = alternatives((*language.numbers.per, *language.numbers.unit_links, *language.numbers.list_words))
        self._noun = lazy_pattern(rf"[{_BLANK}](?!{little}\b)(?:[A-Z]{{2,}}[ ])?(?P<noun>[A-Za-z]+)")

    def read(self, text: str, position: int, head: Unit | None) -> tuple[int, Rates]:
        """What an amount in `head` that ends at `position` is divided by, in order, and where that ends."""
        found: Rates = []
        money = head is not None and head.dimension in _MONEY
        while step := (self._many(text, position) if money else None) or self._one(text, position, bare=head is None and not found):
            position = step[0]
            found.append(step[1])
            if money and not _is_time(step[1][1]) and (timed := self._timed(text, position)):
                position = timed[0]
                found.append(timed[1])
        if not found and money:
            word = _WORD.match(text, position)
            divisor = self._unit(word["word"]) if word else None
            if word and divisor and divisor.dimension == "data":  # "5$ TB"
                return word.end(), [(word["word"], divisor)]
        return position, found

    def _timed(self, text: str, position: int) -> tuple[int, tuple[str, Unit | None]] | None:
        """A unit of time behind another divisor: GB-month."""
        match = _TIMED.match(text, position)
        unit = self._unit(match["word"]) if match else None
        return (match.end(), (match["word"], unit)) if match and _is_time(unit) else None

    def _one(self, text: str, position: int, *, bare: bool) -> tuple[int, tuple[str, Unit | None]] | None:
        match = self._rate.match(text, position)
        if not match or self._numbers.pattern.match(text, match.start("word")):
            return None
        divisor = self._unit(match["word"])
        if match["article"] and not _is_time(divisor):
            return None
        if bare and match["slash"] and divisor is None and len(match["word"]) > 1 and match["word"][0].isupper():
            return None
        return match.end(), (self._singular(match["word"].lower()), divisor if divisor and divisor.dimension in _DIVISORS else None)

    def _many(self, text: str, position: int) -> tuple[int, tuple[str, Unit | None]] | None:
        """Per 1M requests, / 10 000 calls, per million."""
        if not (per := self._per.match(text, position)):
            return None
        number, scale = self._numbers.pattern.match(text, per.end()), self._scale.match(text, per.end())
        if not number and not scale:
            return None
        end, value = (
            (number.end(), self._numbers.magnitude(number))
            if number
            else (scale.end(), self._scales[scale["scale"].lower()])
            if scale
            else (0, 0.0)
        )
        noun = self._noun.match(text, end)
        if noun and self._unit(noun["noun"]):
            return None
        name = f"{value:.12g} {self._singular(noun['noun'].lower())}" if noun else f"{value:.12g}"
        return noun.end() if noun else end, (name, None)


def _is_time(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == _TIME
