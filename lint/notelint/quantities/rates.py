"""What an amount is divided by: per second, / shard, a month, per GB-month, per 1M requests."""

import re
from collections.abc import Callable

from notelint.packs.unit import Unit
from notelint.quantities.amounts import Rates
from notelint.quantities.nouns import singular
from notelint.quantities.numbers import NUMBER, magnitude
from notelint.source.lazy_pattern import lazy_pattern

_BLANK = " \t\n\u00a0\u202f\u2009"
_RATE = lazy_pattern(
    rf"[{_BLANK}]*(?:(?P<slash>/)|(?P<per>(?:per|p/|for each|for every)\b)|(?P<article>(?:an?|each|every|in a|in one)\b))[{_BLANK}]*(?P<word>[A-Za-zµμ]+)"
    r"(?:'s)?(?![\w])",
    re.IGNORECASE,
)
_PER = lazy_pattern(rf"[{_BLANK}]*(?:/|\bper\b)[{_BLANK}]*", re.IGNORECASE)
_SCALE = lazy_pattern(r"(?P<scale>thousand|million|billion)\b", re.IGNORECASE)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_NOUN = lazy_pattern(rf"[{_BLANK}](?!per\b|is\b|and\b)(?:[A-Z]{{2,}}[ ])?(?P<noun>[A-Za-z]+)")
_TIMED = lazy_pattern(r"[ -](?P<word>seconds?|minutes?|hours?|hrs?|days?|months?|mo|years?)(?![\w-])", re.IGNORECASE)
_WORD = lazy_pattern(rf"[{_BLANK}]{{0,2}}(?P<word>[A-Za-z]+)(?![\w])")
_MONEY = ("money", "euro", "pound")
_DIVISORS = ("time", "data")
"""Dimensions that divide; another unit is a noun (per DPU, per pixel)."""


class RateReader:
    """Reads what follows an amount; `unit` finds the Unit of a word."""

    def __init__(self, unit: Callable[[str], Unit | None]) -> None:
        self._unit = unit

    def read(self, text: str, position: int, head: Unit | None) -> tuple[int, Rates]:
        """What an amount in `head` that ends at `position` is divided by, in order, and where that ends."""
        found: Rates = []
        money = head is not None and head.dimension in _MONEY
        while step := (self._many(text, position) if money else None) or self._one(text, position, bare=head is None and not found):
            position = step[0]
            found.append(step[1])
            if money and (timed := _TIMED.match(text, position)) and not _is_time(step[1][1]):
                position = timed.end()
                found.append((timed["word"], self._unit(timed["word"])))
        if not found and money:
            word = _WORD.match(text, position)
            divisor = self._unit(word["word"]) if word else None
            if word and divisor and divisor.dimension == "data":  # "5$ TB"
                return word.end(), [(word["word"], divisor)]
        return position, found

    def _one(self, text: str, position: int, *, bare: bool) -> tuple[int, tuple[str, Unit | None]] | None:
        match = _RATE.match(text, position)
        if not match or NUMBER.match(text, match.start("word")):
            return None
        divisor = self._unit(match["word"])
        if match["article"] and not _is_time(divisor):
            return None
        if bare and match["slash"] and divisor is None and len(match["word"]) > 1 and match["word"][0].isupper():
            return None
        return match.end(), (singular(match["word"].lower()), divisor if divisor and divisor.dimension in _DIVISORS else None)

    def _many(self, text: str, position: int) -> tuple[int, tuple[str, Unit | None]] | None:
        """Per 1M requests, / 10 000 calls, per million."""
        if not (per := _PER.match(text, position)):
            return None
        number, scale = NUMBER.match(text, per.end()), _SCALE.match(text, per.end())
        if not number and not scale:
            return None
        end, value = (number.end(), magnitude(number)) if number else (scale.end(), _SCALES[scale["scale"].lower()]) if scale else (0, 0.0)
        noun = _NOUN.match(text, end)
        if noun and self._unit(noun["noun"]):
            return None
        name = f"{value:.12g} {singular(noun['noun'].lower())}" if noun else f"{value:.12g}"
        return noun.end() if noun else end, (name, None)


def _is_time(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == "time"
