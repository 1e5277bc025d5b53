"""Amounts: a number with the unit or noun that follows it."""

import re

from msgspec.structs import replace

from notelint.language import Language, alternatives
from notelint.packs.unit import Unit
from notelint.quantities.amounts import Amount
from notelint.quantities.dates import DateReader
from notelint.quantities.nouns import NounReader
from notelint.quantities.numbers import Numbers, is_negative
from notelint.quantities.quantity import Bound
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern

_BLANK = " \t\n\u00a0\u202f\u2009"
_WORD = lazy_pattern(rf"\+?[{_BLANK}]{{0,2}}-?(?P<word>[A-Za-zµμ]+|%|\$|€|£|¢)(?:'s)?(?![\w])")
_CURRENCY = lazy_pattern(rf"(?:(?<!\d)(?<!\d\s)(?P<sign>[$€£])|\b(?P<code>USD|EUR|GBP))[{_BLANK}]?$")
_PRODUCT = lazy_pattern(r"-(?P<word>[^\W\d_]+)\b")
_HALF = 0.5
_FACTOR_OF = lazy_pattern(rf"[{_BLANK}]*\d")


class AmountReader:
    """Reads amounts with the units of a Reference and the nouns that its attributes count."""

    def __init__(self, reference: Reference, language: Language, numbers: Numbers, dates: DateReader) -> None:
        words = language.numbers
        self._reference = reference
        self._numbers = numbers
        self._dates = dates
        self._nouns = NounReader(
            language, frozenset(noun.lower() for attribute in reference.attributes.values() for noun in attribute.nouns)
        )
        self._known: dict[str, Unit | None] = dict(reference.units)
        self._factors = frozenset(words.factor)
        self._per_second = words.per_second
        self._bounds = {phrase: Bound(bound) for bound, phrases in language.bounds.after.items() for phrase in phrases if " " in phrase}
        self._or_more = lazy_pattern(rf"[{_BLANK}](?P<words>{alternatives(self._bounds)})\b", re.IGNORECASE)
        self._and_half = lazy_pattern(rf"[{_BLANK}]{alternatives(words.and_half)}\b", re.IGNORECASE)
        self._half_of = lazy_pattern(rf"[{_BLANK}]+{alternatives(words.half)}[{_BLANK}]+(?P<word>[^\W\d_]+)\b", re.IGNORECASE)
        self._halves = frozenset(word for word, value in language.number_words.items() if value == _HALF)

    def read(self, text: str, match: re.Match[str]) -> Amount | None:
        """None where letters that are no unit are glued to the number (3D, 8xlarge)."""
        amount = self._unsigned(text, match)
        if amount and is_negative(text, amount.start) and (amount.unit.dimension == "ratio" if amount.unit else not amount.noun):
            return replace(amount, start=amount.start - 1, value=-amount.value)
        return amount

    def _unsigned(self, text: str, match: re.Match[str]) -> Amount | None:
        amount = Amount(match.start(), match.end(), self._numbers.magnitude(match))
        if (currency := _CURRENCY.search(text, max(0, match.start() - 4), match.start())) is not None:
            amount.start = currency.start()
            amount.unit = self.unit(currency["sign"] or currency["code"])
            return amount
        if match["letter"] is None and text[match.end() : match.end() + 1].isalpha() and match["digits"]:
            return self._glued(text, amount)
        if match["word"] and match["word"].lower() in self._halves and (half := self._half_of.match(text, amount.end)):
            unit = self.unit(half["word"])
            return replace(amount, end=half.end(), unit=unit) if unit else None
        if half := self._and_half.match(text, amount.end):
            amount = replace(amount, end=half.end(), value=amount.value + _HALF)
        if unit_amount := self._unit_at(text, amount):
            return unit_amount
        if match["word"] and text.startswith("-", amount.end) and text[amount.end + 1 : amount.end + 2].isalpha():  # two-tower
            return None
        counted = self._counted(text, amount)
        return amount if self._dates.is_dated(text, amount) and counted.noun not in self._nouns.known else counted

    def _glued(self, text: str, amount: Amount) -> Amount | None:
        word = _WORD.match(text, amount.end)
        if not word or word.start("word") != amount.end:
            return None
        if amount.value >= 1000 and word["word"] in ("s", "S") and amount.value % 1000 == 0:  # 100000s of sources
            return self._counted(text, replace(amount, end=word.end()))
        return self._with_unit(text, amount, word)

    def _unit_at(self, text: str, amount: Amount) -> Amount | None:
        more = self._or_more.match(text, amount.end)
        word = _WORD.match(text, more.end() if more else amount.end)
        if not word:
            return None
        one_letter = len(word["word"]) == 1 and word["word"].isupper() and word["word"] not in ("B", "D", "H", "S", "Y")
        if (
            one_letter
            or word["word"] in ("a", "Y", "D")
            or (word["word"] in ("second", "Second") and text[amount.start : amount.end].isalpha())
        ):
            return None
        return self._with_unit(text, replace(amount, bound=self._bound(more)) if more else amount, word)

    def _with_unit(self, text: str, amount: Amount, word: re.Match[str]) -> Amount | None:
        """The amount with the unit that `word` is; None if it is none."""
        name = word["word"].lower()
        if name in self._factors and not _FACTOR_OF.match(text, word.end()):
            return replace(amount, end=word.end(), noun="x")
        if name in self._per_second:
            return replace(amount, end=word.end(), noun=self._per_second[name], rates=(("second", self.unit("second")),))
        unit = self.unit(word["word"])
        if unit and (product := _PRODUCT.match(text, word.end())) and _is_time(self.unit(product["word"])):  # GB-seconds
            return replace(amount, end=product.end(), noun=f"{unit.symbol.lower()}-{self._nouns.singular(product['word'].lower())}")
        return replace(amount, end=word.end(), unit=unit) if unit else None

    def _counted(self, text: str, amount: Amount) -> Amount:
        more = self._or_more.match(text, amount.end)
        noun = self._nouns.counted(text, more.end() if more else amount.end)
        if not noun:
            return amount
        unit = self.unit(text[noun[1] - len(noun[0]) - 1 : noun[1]].strip())
        if unit and unit.dimension in ("time", "data") and len(noun[0]) > 2:  # 60 idle minutes
            return replace(amount, end=noun[1], unit=unit)
        return replace(amount, end=noun[1], noun=noun[0], bound=self._bound(more) if more else None)

    def _bound(self, more: re.Match[str]) -> Bound:
        return self._bounds.get(" ".join(more["words"].lower().split()), Bound.AT_LEAST)

    def unit(self, word: str) -> Unit | None:
        """The Unit that a word names."""
        if word not in self._known:
            self._known[word] = self._reference.unit(word)
        return self._known[word]


def _is_time(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == "time"
