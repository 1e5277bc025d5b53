"""Operands and expressions of sums: numbers with units, put together with + - x and /."""

import re

import msgspec

from notelint.language import Language, whole_words
from notelint.quantities.quantities import QuantityReader
from notelint.source.lazy_pattern import lazy_pattern

_SIGNS = r"[+*×·÷/−–]|[xX](?=[\s\d(\[])|-(?=\s|\d|\()"
_MEANING = {"×": "*", "·": "*", "x": "*", "X": "*", "÷": "/", "−": "-", "–": "-"}
_MOST = 12
"""Operands of one expression."""


class Operand(msgspec.Struct):
    """A number, or a part of a sum with its result: `value` as written in `symbol`, `base` in the base unit of `dimension` ("" for a bare or counted number)."""

    start: int
    end: int
    value: float
    base: float
    dimension: str = ""
    symbol: str = ""
    noun: str = ""
    doubt: float = 0.0
    """By what share of itself the number may be rounded."""
    many: bool = False
    """Whether it is put together."""
    symbols: frozenset[str] = frozenset()

    def comparable(self, result: "Operand") -> bool:
        """Whether the result is of the same kind."""
        return self.dimension == result.dimension

    def tolerance(self, result: "Operand") -> float:
        """The share by which the two sides may differ: rounding, 1000 or 1024 bytes, 30 or 30.4 days."""
        units = self.symbols | result.symbols
        mixed = 0.09 if len(units) > 1 else 0.0
        return 0.01 + self.doubt + result.doubt + mixed


class OperandReader:
    """Reads expressions with the units of one QuantityReader."""

    def __init__(self, quantities: QuantityReader, language: Language) -> None:
        words = language.sums.operators
        self._quantities = quantities
        self._meaning = _MEANING | {word: sign for sign, forms in words.items() for word in forms}
        spelt = whole_words(form for forms in words.values() for form in forms)
        self._operator = lazy_pattern(rf"\s*(?P<sign>{_SIGNS}|{spelt})\s*", re.IGNORECASE)

    def operand(self, text: str, position: int) -> Operand | None:
        """The number with its unit at `position`."""
        money = 1 if text[position : position + 1] in ("$", "€", "£") else 0
        match = self._quantities.numbers.pattern.match(text, position + money)
        if match is None or match["word"]:
            return None
        if money == 0 and self.goes_on(text, match.end()):
            value = self._quantities.numbers.magnitude(match)
            return Operand(position, match.end(), value, value, doubt=_doubt(match[0], value))
        amount, end, rates = self._quantities.amount(text, match)
        if amount is None or amount.bound is not None:
            return None
        written = text[match.start() : match.end()]
        doubt = _doubt(written, amount.value)
        if amount.unit is None or not amount.unit.dimension or amount.unit.dimension == "ratio":
            if rates:
                return None
            factor = amount.unit.factor if amount.unit else 1.0
            noun = amount.noun if amount.unit is None else "%"
            return Operand(position, end, amount.value, amount.value * factor, "", noun, noun, doubt)
        dimension, symbol, factor = amount.unit.dimension, amount.unit.symbol, amount.unit.factor
        for word, divisor in rates:
            if divisor is None:
                dimension, symbol = f"{dimension}/{word}", f"{symbol}/{word}"
            else:
                dimension, symbol, factor = f"{dimension}/{divisor.dimension}", f"{symbol}/{divisor.symbol}", factor / divisor.factor
        return Operand(position, end, amount.value, amount.value * factor, dimension, symbol, "", doubt, symbols=frozenset([symbol]))

    def expression(self, text: str, position: int) -> Operand | None:
        """The longest expression that begins at `position`."""
        return self._sum(text, position, 0)

    def _sum(self, text: str, position: int, depth: int) -> Operand | None:
        left = self._product(text, position, depth)
        for _ in range(_MOST):
            sign, after = self._sign(text, left)
            if left is None or sign not in ("+", "-"):
                break
            right = self._product(text, after, depth)
            if right is None or right.dimension != left.dimension or "%" in (left.noun, right.noun):
                return None
            base = left.base + right.base if sign == "+" else left.base - right.base
            error = (left.doubt * abs(left.base) + right.doubt * abs(right.base)) / abs(base) if base else 1.0
            left = _joined(left, right, base, error, left.dimension)
        return left

    def _product(self, text: str, position: int, depth: int) -> Operand | None:
        left = self._factor(text, position, depth)
        for _ in range(_MOST):
            sign, after = self._sign(text, left)
            if left is None or sign not in ("*", "/"):
                break
            right = self._factor(text, after, depth)
            if right is None:
                return None
            if sign == "*":
                if left.dimension and right.dimension:
                    return None
                left = _joined(left, right, left.base * right.base, left.doubt + right.doubt, left.dimension or right.dimension)
            else:
                if not right.base or (right.dimension and right.dimension != left.dimension):
                    return None
                dimension = "" if right.dimension else left.dimension
                left = _joined(left, right, left.base / right.base, left.doubt + right.doubt, dimension)
        return left

    def goes_on(self, text: str, position: int) -> bool:
        """Whether an operator follows at `position`."""
        return self._operator.match(text, position) is not None

    def _sign(self, text: str, left: Operand | None) -> tuple[str, int]:
        """The operator behind an operand as one of + - * /, and where the next operand begins; "" if there is none."""
        match = self._operator.match(text, left.end) if left else None
        return (self._meaning.get(match["sign"].lower(), match["sign"]), match.end()) if match else ("", 0)

    def _factor(self, text: str, position: int, depth: int) -> Operand | None:
        opening = text[position : position + 1]
        if opening not in ("(", "["):
            return self.operand(text, position)
        inner = self._sum(text, position + 1, depth + 1) if depth < 4 else None
        if inner is None or text[inner.end : inner.end + 1] != {"(": ")", "[": "]"}[opening]:
            return None
        return msgspec.structs.replace(inner, start=position, end=inner.end + 1)


def _joined(left: Operand, right: Operand, base: float, doubt: float, dimension: str) -> Operand:
    return Operand(left.start, right.end, base, base, dimension, "", "", doubt, True, left.symbols | right.symbols)


def _doubt(written: str, value: float) -> float:
    """Half a unit in the last place of a number with two decimals or more; 0.5 and 12 are exact."""
    _, point, decimals = written.partition(".")
    digits = len([character for character in decimals if character.isdigit()])
    return 0.5 * 10.0**-digits / abs(value) if point and digits > 1 and value else 0.0
