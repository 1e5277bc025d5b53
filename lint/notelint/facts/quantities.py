"""Quantities: numbers with their units, bounds and ranges, read by a small grammar.

quantity := [bound] amount {rate} [range-word amount {rate}] [bound]
amount   := [currency] [minus] number [unit | noun phrase]
rate     := ("/" | per | a) (unit | noun)
"""

import re
from dataclasses import dataclass, replace

import msgspec

from notelint.facts.amounts import Amount, make_quantity
from notelint.facts.bounds import bound_of
from notelint.facts.frequencies import read_frequencies
from notelint.facts.masks import masked
from notelint.facts.mentions import Words
from notelint.facts.model import Bound, Quantity
from notelint.facts.nouns import counted_noun
from notelint.facts.numbers import NUMBER, NUMBER_AFTER_DASH, is_negative, is_year, magnitude
from notelint.facts.rates import RateReader
from notelint.reference import Reference, Unit

_BLANK = " \t\n\u00a0\u202f\u2009"
_WORD = re.compile(rf"\+?[{_BLANK}]{{0,2}}-?(?P<word>[A-Za-zµμ]+|%|\$|€|£|¢)(?:'s)?(?![\w])")
_CURRENCY = re.compile(rf"(?:(?P<sign>[$€£])|\b(?P<code>USD|EUR|GBP))[{_BLANK}]?$")
_RANGE = re.compile(rf"[{_BLANK}]*(?P<word>-|–|—|~|to|\.\.+|…|through|up until|until|till|up to|and)[{_BLANK}]*", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s*[-−]?$", re.IGNORECASE)
_LIST = re.compile(rf"[{_BLANK}]*(?:,[{_BLANK}]*(?:or|and)?|/|\bor\b|\band\b|\||[x×](?=[{_BLANK}]))[{_BLANK}]*", re.IGNORECASE)
_OR_MORE = re.compile(rf"[{_BLANK}]or[{_BLANK}](?P<word>more|greater|higher|fewer|less|so)\b", re.IGNORECASE)
_AND_HALF = re.compile(rf"[{_BLANK}]and[{_BLANK}]a[{_BLANK}]half\b", re.IGNORECASE)
_HALF = re.compile(rf"[{_BLANK}]+an?[{_BLANK}]+(?P<word>[a-z]+)\b", re.IGNORECASE)
_SECONDS = re.compile(r"-(?:seconds?|hours?|months?)\b", re.IGNORECASE)
_FACTOR_OF = re.compile(rf"[{_BLANK}]*\d")
_SINCE = re.compile(
    r"\b(?:as of|in|since|until|till|during|early|late|mid|year|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?|spring|summer|autumn|q[1-4])[\s-]+$",
    re.IGNORECASE,
)
_SETTING = re.compile(r"(?:[:=]|\b(?:limit|default|max|min|size|(?<!as )of|is|to|about))\s*$", re.IGNORECASE)
_PER_SECOND = {"tps": "transaction", "qps": "query", "rps": "request", "fps": "frame"}


@dataclass(frozen=True, slots=True)
class Found:
    """A Quantity and where it stands in the text that was read; `explicit` is False for a bare number."""

    start: int
    end: int
    quantity: Quantity

    @property
    def explicit(self) -> bool:
        """Has it a unit or a noun?"""
        return self.quantity.dimension not in ("number", "date")


class QuantityReader:
    """Reads quantities out of plain text with the units of a Reference and the nouns that its attributes count."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._nouns = frozenset(noun.lower() for attribute in reference.attributes.values() for noun in attribute.nouns)
        self._known: dict[str, Unit | None] = dict(reference.units)
        self._rates = RateReader(self._unit)

    def read(self, text: str, default_unit: str = "") -> list[Found]:
        """All quantities in order, without overlap. A bare number gets `default_unit` (that of a table's column header)."""
        if not (_DIGIT.search(text) or _IN_WORDS.search(text)):
            return []
        clean = masked(text)
        found = [Found(*placed) for placed in read_frequencies(clean, self._unit)]
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
        if second or _is_date(text, first):
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
            return [] if match["word"] and _says_nothing(tail.quantity) else [tail]
        heads = [self._quantity(text, amount, None, like=tail.quantity) for amount in amounts[:-1]]
        return [*heads, tail]

    def _amount(self, text: str, match: re.Match[str]) -> Amount | None:
        """None where letters that are no unit are glued to the number (3D, 8xlarge)."""
        amount = self._unsigned(text, match)
        if amount and is_negative(text, amount.start) and (amount.unit.dimension == "ratio" if amount.unit else not amount.noun):
            return replace(amount, start=amount.start - 1, value=-amount.value)
        return amount

    def _unsigned(self, text: str, match: re.Match[str]) -> Amount | None:
        amount = Amount(match.start(), match.end(), magnitude(match))
        if (currency := _CURRENCY.search(text, max(0, match.start() - 4), match.start())) is not None:
            amount.start = currency.start()
            amount.unit = self._unit(currency["sign"] or currency["code"])
            return amount
        if match["letter"] is None and text[match.end() : match.end() + 1].isalpha() and match["digits"]:
            return self._glued(text, amount)
        if match["word"] and (half := _HALF.match(text, amount.end)) and match["word"].lower() == "half":
            unit = self._unit(half["word"])
            return replace(amount, end=half.end(), unit=unit) if unit else None
        if half := _AND_HALF.match(text, amount.end):
            amount = replace(amount, end=half.end(), value=amount.value + 0.5)
        if unit_amount := self._unit_at(text, amount):
            return unit_amount
        if match["word"] and text.startswith("-", amount.end) and text[amount.end + 1 : amount.end + 2].isalpha():  # two-tower
            return None
        counted = self._counted(text, amount)
        return amount if _is_date(text, amount) and counted.noun not in self._nouns else counted

    def _glued(self, text: str, amount: Amount) -> Amount | None:
        word = _WORD.match(text, amount.end)
        if not word or word.start("word") != amount.end:
            return None
        if amount.value >= 1000 and word["word"] in ("s", "S") and amount.value % 1000 == 0:  # 100000s of sources
            return self._counted(text, replace(amount, end=word.end()))
        return self._with_unit(text, amount, word)

    def _unit_at(self, text: str, amount: Amount) -> Amount | None:
        more = _OR_MORE.match(text, amount.end)
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
        return self._with_unit(text, replace(amount, bound=_bound(more)) if more else amount, word)

    def _with_unit(self, text: str, amount: Amount, word: re.Match[str]) -> Amount | None:
        """The amount with the unit that `word` is; None if it is none."""
        name = word["word"].lower()
        if name in ("x", "times") and not _FACTOR_OF.match(text, word.end()):
            return replace(amount, end=word.end(), noun="x")
        if name in _PER_SECOND:
            return replace(amount, end=word.end(), noun=_PER_SECOND[name], rates=(("second", self._unit("second")),))
        unit = self._unit(word["word"])
        if unit and (product := _SECONDS.match(text, word.end())):  # GB-seconds
            return replace(amount, end=product.end(), noun=f"{unit.symbol.lower()}{product[0].lower().removesuffix('s')}")
        return replace(amount, end=word.end(), unit=unit) if unit else None

    def _counted(self, text: str, amount: Amount) -> Amount:
        more = _OR_MORE.match(text, amount.end)
        noun = counted_noun(text, more.end() if more else amount.end, self._nouns)
        if not noun:
            return amount
        unit = self._unit(text[noun[1] - len(noun[0]) - 1 : noun[1]].strip())
        if unit and unit.dimension in ("time", "data") and len(noun[0]) > 2:  # 60 idle minutes
            return replace(amount, end=noun[1], unit=unit)
        return replace(amount, end=noun[1], noun=noun[0], bound=_bound(more) if more else None)

    def _range_end(self, text: str, first: Amount) -> Amount | None:
        end, rates = self._rates.read(text, first.end, first.unit)
        separator = _RANGE.match(text, end)
        if not separator:
            return None
        if separator["word"].lower() == "and" and not _BETWEEN.search(text[max(0, first.start - 12) : first.start]):
            return None
        start = separator.end()
        match = NUMBER_AFTER_DASH.match(text, start + (text[start : start + 1] in ("$", "€", "£", "-", "−")))
        if not match or (match["word"] and text[first.start].isdigit()):
            return None
        second = self._amount(text, match)
        if second is None or not _same_kind(first, second):
            return None
        if rates and [divisor for _, divisor in rates] != [divisor for _, divisor in self._rates.read(text, second.end, second.unit)[1]]:
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
        end, rates = self._rates.read(text, last.end, unit)
        rates = [*last.rates, *rates]
        bound = bound_of(text, first.start, end, ranged=second is not None)
        if first.bound and bound is Bound.EXACT:
            bound = first.bound
        quantity = make_quantity(first.value, last.value, unit, high, noun, bound, rates)
        if like:
            quantity = make_quantity(first.value, first.value, unit, unit, noun, bound, rates, like)
        if second and "+" in text[second.start : end + 1]:
            quantity = msgspec.structs.replace(quantity, open_end=True)
        if not second and bound is Bound.EXACT and "+" in text[first.start : end]:
            quantity = make_quantity(first.value, last.value, unit, high, noun, Bound.ABOVE, rates)
        alone = text.strip() == text[first.start : first.end]
        if (
            quantity.dimension == "number"
            and is_year(text[first.start : first.end])
            and not alone
            and _may_be_date(text, first.start, bound)
        ):
            quantity = msgspec.structs.replace(quantity, dimension="date")
        return Found(first.start, end, quantity)

    def _unit(self, word: str) -> Unit | None:
        if word not in self._known:
            self._known[word] = self._reference.unit(word)
        return self._known[word]


def _says_nothing(quantity: Quantity) -> bool:
    """A number word alone, as in "one of them", "one or more"; "at least two" and "one per node" say something."""
    return quantity.dimension == "number" and not quantity.per and (quantity.bound is Bound.EXACT or quantity.low == 1)


def _bound(more: re.Match[str]) -> Bound:
    word = more["word"].lower()
    return Bound.ABOUT if word == "so" else Bound.AT_MOST if word in ("fewer", "less") else Bound.AT_LEAST


def _is_date(text: str, amount: Amount) -> bool:
    """Is it a bare year after "in", "since", the name of a month?"""
    year = amount.unit is None and not amount.noun and is_year(text[amount.start : amount.end])
    return year and bool(_SINCE.search(text, max(0, amount.start - 12), amount.start))


def _may_be_date(text: str, start: int, bound: Bound) -> bool:
    """A bare year is a date unless it is set ("limit 2000") or has a bound ("up to 2000")."""
    return bound in (Bound.EXACT, Bound.RANGE) and not _SETTING.search(text, max(0, start - 12), start)


def _same_kind(first: Amount, second: Amount) -> bool:
    """Can the two be the ends of a range? A unit or noun at the first end only rules another out."""
    if first.unit and second.unit:
        return first.unit.dimension == second.unit.dimension
    if first.unit:
        return not second.noun
    return not first.noun or (second.unit is None and second.noun in ("", first.noun))


def may_hold(text: str, words: Words) -> bool:
    """May the text hold a quantity? `words` are its words."""
    return _DIGIT.search(text) is not None or any(word in _SAID for _, _, word in words)


_DIGIT = re.compile(r"\d")
_SAID = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "ninety",
        "single",
        "half",
        "dozen",
        "once",
        "twice",
        "by",
        "hourly",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "yearly",
        "annually",
        "nines",
    ]
)
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_SAID - {'by'}))}|by the)\b", re.IGNORECASE)
