"""Quantities: numbers with their units, bounds and ranges, read by a small grammar.

quantity := [bound] amount {rate} [range-word amount {rate}] [bound]
amount   := [currency] [minus] number [unit | noun phrase]
rate     := ("/" | per | a) (unit | noun)
"""

import re
from functools import cache

import msgspec

from notelint.language import Language, alternatives, load_language
from notelint.packs.unit import Unit
from notelint.quantities.amount_reader import AmountReader
from notelint.quantities.amounts import Amount, Rates, make_quantity
from notelint.quantities.bounds import BoundReader
from notelint.quantities.changes import ChangeReader
from notelint.quantities.dates import DateReader
from notelint.quantities.frequencies import FrequencyReader
from notelint.quantities.masks import Mask
from notelint.quantities.numbers import Numbers
from notelint.quantities.quantity import Bound, Quantity
from notelint.quantities.rates import RateReader
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern

_BLANK = " \t\n\u00a0\u202f\u2009"
_TAKEN = "\ufffc"
"""Stands for what was read already: no range and no list goes across it."""
_NEAR = 32
"""Characters before a number in which its unit may be named."""
_MOST_LISTED = 12
"""Numbers that share the unit of the last one of them; longer lists are data."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """A Quantity and where it is in the text that was read; `explicit` is False for a bare number, `former` True if the text says what it became."""

    start: int
    end: int
    quantity: Quantity
    former: bool = False

    @property
    def explicit(self) -> bool:
        """Whether it has a unit or a noun."""
        return self.quantity.dimension not in ("number", "date")


class QuantityReader:
    """Reads quantities out of plain text with the units of a Reference, the nouns that its attributes count, and the words of a language."""

    def __init__(self, reference: Reference, language: Language | None = None) -> None:
        language = language or load_language()
        words = language.numbers
        self.numbers = Numbers(language)
        self.mask = Mask(language)
        self._dates = DateReader(language)
        self._amounts = AmountReader(reference, language, self.numbers, self._dates)
        self._rates = RateReader(self._amounts.unit, language, self.numbers)
        self._bounds = BoundReader(language)
        self._frequencies = FrequencyReader(language, self.numbers, self._amounts.unit)
        ranges = alternatives((*words.range_words, *words.paired_range_words))
        self._range = lazy_pattern(rf"[{_BLANK}]*(?P<word>-|–|—|~|\.\.+|…|{ranges})[{_BLANK}]*", re.IGNORECASE)
        self._paired = frozenset(words.paired_range_words)
        self._lead = lazy_pattern(rf"\b{alternatives(words.range_leads)}\s*[-−]?$", re.IGNORECASE)
        self._before = lazy_pattern(rf"(?<!\w)(?P<word>[^\W\d_]+)(?:[\s:=(]|\b{alternatives(words.unit_links)}\b)+$", re.IGNORECASE)
        self._changes = ChangeReader(language)
        listing = alternatives(words.list_words)
        self._list = lazy_pattern(rf"[{_BLANK}]*(?:,[{_BLANK}]*{listing}?|/|\b{listing}\b|\||[x×](?=[{_BLANK}]))[{_BLANK}]*", re.IGNORECASE)

    def read(self, text: str, default_unit: str = "") -> list[Found]:
        """All quantities in order, without overlap. A bare number gets `default_unit` (that of a table's column header)."""
        clean = self.mask.hide(text)
        found = [Found(*placed) for placed in self._frequencies.read(clean)]
        for one in found:
            clean = clean[: one.start] + _TAKEN * (one.end - one.start) + clean[one.end :]
        position = last = 0
        while match := self.numbers.pattern.search(clean, position):
            position = match.end()
            group = self._group(clean, match, default_unit)
            found += [one if one.start >= last else msgspec.structs.replace(one, start=last) for one in group]
            position = last = max([position, *(one.end for one in group)])
        return sorted(found, key=lambda one: one.start)

    def amount(self, text: str, match: re.Match[str]) -> tuple[Amount | None, int, Rates]:
        """The number of a NUMBER match with its unit or noun, where it ends with its rates, and the rates; None where it is a part of a word."""
        amount = self._amounts.read(text, match)
        if amount is None:
            return None, match.end(), []
        end, rates = self._rates.read(text, amount.end, amount.unit)
        return amount, end, [*amount.rates, *rates]

    def _group(self, text: str, match: re.Match[str], default_unit: str) -> list[Found]:
        """The quantity that begins with `match`; several when numbers in a list share the unit of the last."""
        first = self._amounts.read(text, match)
        if first is None:
            return []
        second = self._range_end(text, first)
        if second and self._changes.is_change(text, first, second):
            first.unit, first.noun = first.unit or second.unit, first.noun or second.noun
            former = msgspec.structs.replace(self._quantity(text, first, None), former=True)
            return [former, self._quantity(text, second, None)]
        if second or self._dates.is_dated(text, first):
            return [self._quantity(text, first, second)]
        amounts = [first, *self._listed(text, first)]
        last = amounts[-1]
        for amount in amounts[:-1]:
            if amount.unit is None and not amount.noun:
                amount.unit, amount.noun = last.unit, last.noun
        if default_unit and last.unit is None and not last.noun:
            unit, rates = self._header_unit(default_unit)
            for amount in amounts:
                amount.unit, amount.noun, amount.rates = unit, "" if unit else default_unit, rates
        if len(amounts) == 1 and last.unit is None and not last.noun:
            last.unit = self._unit_before(text, last.start)
        tail = self._quantity(text, last, None)
        if len(amounts) == 1:
            return [] if match["word"] and _says_nothing(tail.quantity) else [tail]
        heads = [self._quantity(text, amount, None, like=tail.quantity) for amount in amounts[:-1]]
        return [*heads, tail]

    def _header_unit(self, words: str) -> tuple[Unit | None, tuple[tuple[str, Unit | None], ...]]:
        """The unit of a column header with what it is divided by: MB/s."""
        unit = self._amounts.unit(words)
        match = self.numbers.pattern.match(f"1 {words}")
        if unit or match is None:
            return unit, ()
        amount, _, rates = self.amount(f"1 {words}", match)
        return (amount.unit, tuple(rates)) if amount else (None, ())

    def _unit_before(self, text: str, start: int) -> Unit | None:
        """The unit of a bare number that is named before it: IOPS is 16,000. Only units of things that are counted can be."""
        match = self._before.search(text, max(0, start - _NEAR), start)
        unit = self._amounts.unit(match["word"]) if match else None
        return unit if unit and unit.dimension == unit.symbol.lower() else None

    def _range_end(self, text: str, first: Amount) -> Amount | None:
        end, rates = self._rates.read(text, first.end, first.unit)
        separator = self._range.match(text, end)
        if not separator:
            return None
        if separator["word"].lower() in self._paired and not self._lead.search(text[max(0, first.start - 12) : first.start]):
            return None
        start = separator.end()
        match = self.numbers.after_dash.match(text, start + (text[start : start + 1] in ("$", "€", "£", "-", "−")))
        if not match or (match["word"] and text[first.start].isdigit()):
            return None
        second = self._amounts.read(text, match)
        if second is None or not _same_kind(first, second):
            return None
        if rates and [divisor for _, divisor in rates] != [divisor for _, divisor in self._rates.read(text, second.end, second.unit)[1]]:
            return None
        return second

    def _listed(self, text: str, first: Amount) -> list[Amount]:
        """The numbers of a list that `first`, a bare number, begins: "5500, 10000, 30000 req/s"; empty unless one has a unit or noun."""
        found: list[Amount] = []
        last = first
        while last.unit is None and not last.noun and len(found) < _MOST_LISTED:
            separator = self._list.match(text, last.end)
            match = self.numbers.pattern.match(text, separator.end()) if separator else None
            amount = self._amounts.read(text, match) if match else None
            if amount is None:
                return []
            found.append(amount)
            last = amount
        return found if last.unit is not None or last.noun else []

    def _quantity(self, text: str, first: Amount, second: Amount | None, like: Quantity | None = None) -> Found:
        last = second or first
        unit = first.unit or (last.unit if not first.noun else None)
        high = second.unit if second and second.unit else unit
        noun = "" if unit else first.noun or last.noun
        end, rates = (last.end, []) if like else self._rates.read(text, last.end, unit)
        rates = [*last.rates, *rates]
        bound = self._bounds.bound_of(text, first.start, end, ranged=second is not None)
        if first.bound and bound is Bound.EXACT:
            bound = first.bound
        quantity = make_quantity(first.value, last.value, unit, high, noun, bound, rates)
        if like:
            quantity = make_quantity(first.value, first.value, unit, unit, noun, bound, rates, like)
        if second and "+" in text[second.start : end + 1]:
            quantity = msgspec.structs.replace(quantity, open_end=True)
        if not second and bound is Bound.EXACT and "+" in text[first.start : end]:
            quantity = make_quantity(first.value, last.value, unit, high, noun, Bound.ABOVE, rates)
        if quantity.dimension == "number" and self._dates.may_be_date(text, first.start, first.end, bound):
            quantity = msgspec.structs.replace(quantity, dimension="date")
        return Found(first.start, end, quantity)


def _says_nothing(quantity: Quantity) -> bool:
    """A number word alone, as in "one of them", "one or more"; "at least two" and "one per node" say something."""
    return quantity.dimension == "number" and not quantity.per and (quantity.bound is Bound.EXACT or quantity.low == 1)


def _same_kind(first: Amount, second: Amount) -> bool:
    """Whether the two can be the ends of a range. A unit or noun at the first end only rules another out."""
    if first.unit and second.unit:
        return first.unit.dimension == second.unit.dimension
    if first.unit:
        return not second.noun
    return not first.noun or (second.unit is None and second.noun in ("", first.noun))


def may_hold(text: str, said: set[str]) -> bool:
    """Whether an English text may hold a quantity. `said` are its words."""
    words, phrases = _telling()
    if not words.isdisjoint(said) or _DIGIT.search(text) is not None:
        return True
    return any(first in said and phrase in text.lower() for first, phrase in phrases)


@cache
def _telling() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Words that may be a quantity without a digit; phrases that may begin one, each with its first word."""
    language = load_language()
    words = language.numbers
    phrases = tuple((phrase.partition(" ")[0], phrase) for phrase in words.by_unit)
    return frozenset([*language.number_words, *language.periods, *words.times, *words.nines]), phrases


_DIGIT = lazy_pattern(r"\d")
