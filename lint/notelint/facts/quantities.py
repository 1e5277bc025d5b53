"""Quantities: numbers with their units, bounds and ranges, read by a small grammar.

quantity := [bound] amount [range-word amount] {rate} [bound]
amount   := [currency] number [unit | noun phrase]
rate     := ("/" | per | a) (unit | noun)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from notelint.facts.amounts import Amount, Rates, make_quantity
from notelint.facts.bounds import bound_of
from notelint.facts.masks import masked
from notelint.facts.model import Bound, Quantity
from notelint.facts.nouns import counted_noun, singular
from notelint.facts.numbers import NINES, NUMBER, NUMBER_AFTER_DASH, magnitude, nines
from notelint.reference import Reference, Unit

_BLANK = " \t\n\u00a0\u202f\u2009"
_WORD = re.compile(rf"\+?[{_BLANK}]{{0,2}}-?(?P<word>[A-Za-zµμ]+|%|\$|€|£|¢)(?:'s)?(?![\w])")
_CURRENCY = re.compile(rf"(?:(?P<sign>[$€£])|\b(?P<code>USD|EUR|GBP))[{_BLANK}]?$")
_RANGE = re.compile(rf"[{_BLANK}]*(?P<word>-|–|—|~|to|\.\.+|through|until|up to|and)[{_BLANK}]*", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)
_RATE = re.compile(
    rf"[{_BLANK}]*(?:(?P<slash>/)|(?P<per>(?:per|p/|for each|for every)\b)|(?P<article>(?:an?|each|every|in a|in one)\b))[{_BLANK}]*(?P<word>[A-Za-zµμ]+)"
    r"(?:'s)?(?![\w])",
    re.IGNORECASE,
)
_LIST = re.compile(rf"[{_BLANK}]*(?:,[{_BLANK}]*(?:or|and)?|/|\bor\b|\band\b|\|)[{_BLANK}]*", re.IGNORECASE)
_FREQUENCY = re.compile(r"\b(?P<word>hourly|daily|weekly|monthly|quarterly|yearly|annually)\b", re.IGNORECASE)
_PERIODS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_BY_THE = re.compile(r"\bby the (?P<unit>second|minute|hour|day|month)\b", re.IGNORECASE)
_ONCE = re.compile(rf"\bonce (?:an?|per|every)[{_BLANK}]+(?P<unit>[a-z]+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A Quantity and where it stands in the text that was read; `explicit` is False for a bare number."""

    start: int
    end: int
    quantity: Quantity

    @property
    def explicit(self) -> bool:
        """Has it a unit or a noun?"""
        return self.quantity.dimension != "number"


class QuantityReader:
    """Reads quantities out of plain text with the units of a Reference and the nouns that its attributes count."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._nouns = frozenset(noun.lower() for attribute in reference.attributes.values() for noun in attribute.nouns)
        self._known: dict[str, Unit | None] = dict(reference.units)

    def read(self, text: str, default_unit: str = "") -> list[Found]:
        """All quantities in order, without overlap. A bare number gets `default_unit` (that of a table's column header)."""
        if not _MAY_HOLD.search(text):
            return []
        clean = masked(text)
        found = sorted([*self._nines(clean), *self._frequencies(clean)], key=lambda one: one.start)
        taken = [(one.start, one.end) for one in found]
        position = 0
        while match := NUMBER.search(clean, position):
            position = match.end()
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            group = self._group(clean, match, default_unit)
            found.extend(group)
            position = max([position, *(one.end for one in group)])
        return sorted(found, key=lambda one: one.start)

    def _group(self, text: str, match: re.Match[str], default_unit: str) -> list[Found]:
        """The quantity that begins with `match`; several when numbers in a list share the unit of the last."""
        first = self._amount(text, match)
        if first is None:
            return []
        second = self._range_end(text, first)
        if second:
            return [self._quantity(text, first, second)]
        amounts = [first, *self._listed(text, first)]
        last = amounts[-1]
        for amount in amounts[:-1]:
            if amount.unit is None and not amount.noun:
                amount.unit, amount.noun = last.unit, last.noun
        if default_unit and last.unit is None and not last.noun:
            unit = self._unit(default_unit)
            for amount in amounts:
                amount.unit, amount.noun = unit, "" if unit else default_unit
        tail = self._quantity(text, last, None)
        if len(amounts) == 1:
            return [tail]
        heads = [self._quantity(text, amount, None, like=tail.quantity) for amount in amounts[:-1]]
        return [*heads, tail]

    def _amount(self, text: str, match: re.Match[str]) -> Amount | None:
        """None where letters that are no unit are glued to the number (3D, 8xlarge)."""
        amount = Amount(match.start(), match.end(), magnitude(match))
        if (currency := _CURRENCY.search(text, max(0, match.start() - 4), match.start())) is not None:
            amount.start = currency.start()
            amount.unit = self._unit(currency["sign"] or currency["code"])
            return amount
        if match["letter"] is None and text[match.end() : match.end() + 1].isalpha() and match["digits"]:
            return self._glued(text, amount)
        if unit := self._unit_at(text, amount):
            return unit
        return self._counted(text, amount)

    def _glued(self, text: str, amount: Amount) -> Amount | None:
        word = _WORD.match(text, amount.end)
        if not word or word.start("word") != amount.end:
            return None
        if amount.value >= 1000 and word["word"] in ("s", "S") and amount.value % 1000 == 0:  # 100000s of sources
            return self._counted(text, replace(amount, end=word.end()))
        if word["word"].lower() in ("x", "times"):
            return replace(amount, end=word.end(), noun="x")
        unit = self._unit(word["word"])
        return replace(amount, end=word.end(), unit=unit) if unit else None

    def _unit_at(self, text: str, amount: Amount) -> Amount | None:
        word = _WORD.match(text, amount.end)
        if not word:
            return None
        if word["word"].lower() in ("x", "times"):
            return replace(amount, end=word.end(), noun="x")
        unit = self._unit(word["word"])
        if unit is None or (len(word["word"]) == 1 and word["word"].isupper() and word["word"] not in ("B", "D", "H", "S", "Y")):
            return None
        if word["word"] in ("a", "Y", "D") or (word["word"] in ("second", "Second") and text[amount.start : amount.end].isalpha()):
            return None
        return replace(amount, end=word.end(), unit=unit)

    def _counted(self, text: str, amount: Amount) -> Amount:
        noun = counted_noun(text, amount.end, self._nouns)
        return replace(amount, end=noun[1], noun=noun[0]) if noun else amount

    def _range_end(self, text: str, first: Amount) -> Amount | None:
        separator = _RANGE.match(text, first.end)
        if not separator and first.noun:  # "10 or more"; the noun of "1 to 5 days" is not "to"
            return None
        if not separator:
            return None
        if separator["word"].lower() == "and" and not _BETWEEN.search(text[max(0, first.start - 12) : first.start]):
            return None
        start = separator.end()
        match = NUMBER_AFTER_DASH.match(text, start + (text[start : start + 1] in "$€£"))
        if not match or match["word"]:
            return None
        second = self._amount(text, match)
        if second is None or (first.unit and second.unit and first.unit.dimension != second.unit.dimension):
            return None
        if first.unit and second.unit is None and second.noun:
            return None
        return second

    def _listed(self, text: str, first: Amount) -> list[Amount]:
        """The numbers of a list that `first`, a bare number, begins: "5500, 10000, 30000 req/s"; empty unless one has a unit or noun."""
        found: list[Amount] = []
        last = first
        while last.unit is None and not last.noun:
            separator = _LIST.match(text, last.end)
            match = NUMBER.match(text, separator.end()) if separator else None
            amount = self._amount(text, match) if match else None
            if amount is None:
                return []
            found.append(amount)
            last = amount
        return found

    def _quantity(self, text: str, first: Amount, second: Amount | None, like: Quantity | None = None) -> Found:
        last = second or first
        unit = first.unit or (last.unit if not first.noun else None)
        high = second.unit if second and second.unit else unit
        noun = "" if unit else first.noun or last.noun
        end, rates = self._rates(text, last.end, unit)
        bound = bound_of(text, first.start, end, ranged=second is not None)
        quantity = make_quantity(first.value, last.value, unit, high, noun, bound, rates)
        if like:
            quantity = make_quantity(first.value, first.value, unit, unit, noun, bound, rates, like)
        if second and "+" in text[second.start : end + 1]:
            quantity = msgspec.structs.replace(quantity, open_end=True)
        return Found(first.start, end, quantity)

    def _rates(self, text: str, position: int, unit: Unit | None) -> tuple[int, Rates]:
        """What the amount is divided by, in order, and where that ends."""
        found: Rates = []
        while match := _RATE.match(text, position):
            divisor = self._unit(match["word"])
            if match["article"] and (divisor is None or divisor.dimension != "time"):
                break
            if match["slash"] and divisor is None and len(match["word"]) > 1 and unit is None and not found and match["word"][0].isupper():
                break
            found.append((singular(match["word"].lower()), divisor))
            position = match.end()
        if not found and unit and unit.dimension == "money":
            word = _WORD.match(text, position)
            divisor = self._unit(word["word"]) if word else None
            if word and divisor and divisor.dimension == "data":  # "5$ TB"
                return word.end(), [(word["word"], divisor)]
        return position, found

    def _nines(self, text: str) -> Iterator[Found]:
        percent = self._unit("%")
        for match in NINES.finditer(text):
            value = nines(match)
            if value and percent:
                yield Found(match.start(), match.end(), make_quantity(value, value, percent, percent, "", Bound.EXACT, []))

    def _frequencies(self, text: str) -> Iterator[Found]:
        for match in _FREQUENCY.finditer(text):
            unit = self._unit(_PERIODS[match["word"].lower()])
            yield Found(match.start(), match.end(), make_quantity(1, 1, unit, unit, "", Bound.EXACT, []))
        for match in _BY_THE.finditer(text):
            unit = self._unit(match["unit"])
            yield Found(match.start(), match.end(), make_quantity(1, 1, unit, unit, "", Bound.EXACT, []))
        for match in _ONCE.finditer(text):
            unit = self._unit(match["unit"])
            if unit and unit.dimension == "time":
                yield Found(match.start(), match.end(), make_quantity(1, 1, None, None, "time", Bound.EXACT, [(match["unit"], unit)]))

    def _unit(self, word: str) -> Unit | None:
        if word not in self._known:
            self._known[word] = self._reference.unit(word)
        return self._known[word]


_MAY_HOLD = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty"
    r"|ninety|single|half|dozen|once|by the|hourly|daily|weekly|monthly|quarterly|yearly|annually)\b",
    re.IGNORECASE,
)
