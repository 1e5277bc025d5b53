"""Whether a value is stated in a text."""

import re
from collections.abc import Iterator

from notelint.packs.amount import parse_amount
from notelint.quantities.compare import Point, quantity_ends, value_ends
from notelint.quantities.quantities import QuantityReader
from notelint.quantities.quantity import Quantity
from notelint.reference import CanonicalValue, Reference

_BARE = ("number", "count", "date", "factor")
_PART = re.compile(r"[\n|]")
"""Between lines, and between the cells of a table."""
_BETWEEN = re.compile(r"[^a-z0-9]+")


class Statements:
    """Looks values up in texts; the quantities of a text are read once."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._reader = QuantityReader(reference)
        self._read: dict[str, list[Quantity]] = {}

    def missing(self, value: CanonicalValue, text: str) -> list[str]:
        """The parts of the value that the text does not state, as the pack writes them."""
        if value.role == "text":
            return []
        if value.choices:
            return [choice for choice in value.choices if not self._states_choice(choice, value, text)]
        ends = value_ends(value, self._reference)
        parts = value.value.split("..")
        shown = [(ends.low, parts[0], value.unit), (ends.high, parts[-1], value.high_unit or value.unit)]
        if value.per and value.low == value.high and any(ratio in text for ratio in (f"{value.low:g}:1", f"{value.low:,g}:1")):
            return []
        return list(dict.fromkeys(part.strip() for end, part, unit in shown if end and not self._states(end, unit, text)))

    def amounts(self, value: CanonicalValue, text: str) -> list[str]:
        """The numbers of the value's own dimension in the text, for messages; bare numbers where none has a unit."""
        dimension = self._dimension(value.unit)
        found = self.quantities(text)
        mine = [one for one in found if _kind(one.dimension) == dimension] or [one for one in found if one.dimension in _BARE]
        return list(dict.fromkeys(_shown(one) for one in mine))

    def quantities(self, text: str) -> list[Quantity]:
        """All quantities in the text."""
        if text not in self._read:
            self._read[text] = [one.quantity for part in _PART.split(text) for one in self._reader.read(part)]
        return self._read[text]

    def _states_choice(self, choice: str, value: CanonicalValue, text: str) -> bool:
        amount = parse_amount(choice)
        if amount is None or not amount.unit:
            return _squeezed(choice) in _squeezed(text)
        unit = "/".join([amount.unit, *amount.per])
        known = self._reference.unit(amount.unit)
        number = amount.low * known.factor if known else amount.low
        loose = amount.low * known.loose_factor if known else amount.low
        return self._states(Point(number, loose), unit, text)

    def _states(self, end: Point, unit: str, text: str) -> bool:
        dimension = self._dimension(unit)
        return any(self._is(end, dimension, quantity) for quantity in self.quantities(text))

    def _is(self, end: Point, dimension: str, quantity: Quantity) -> bool:
        ends = quantity_ends(quantity, self._reference)
        said = [point for point in (ends.low, ends.high) if point]
        if _kind(quantity.dimension) == dimension and any(end.equals(point) for point in said):
            return True
        if _kind(quantity.dimension) not in _BARE:
            return False
        return any(end.equals(_scaled(point, factor)) for point in said for factor in self._factors(dimension))

    def _factors(self, dimension: str) -> Iterator[float]:
        """What a bare number may be multiplied by: a member called TimeoutInSeconds has its unit in its name only."""
        yield 1.0
        yield from {unit.factor for unit in self._reference.units.values() if _kind(unit.dimension) == dimension}

    def _dimension(self, unit: str) -> str:
        known = self._reference.unit(unit.partition("/")[0])
        return _kind(known.dimension) if known else "count"


def _scaled(point: Point, factor: float) -> Point:
    return Point(point.strict * factor, point.loose * factor, share=point.share)


def _squeezed(text: str) -> str:
    """Letters and digits alone: General Purpose is generalPurpose, feature_dim feature-dim."""
    return _BETWEEN.sub("", text.casefold())


def _kind(dimension: str) -> str:
    return dimension.partition("/")[0]


def _shown(quantity: Quantity) -> str:
    numbers = dict.fromkeys(f"{number:g}" for number in (quantity.low, quantity.high) if number is not None)
    return f"{' to '.join(numbers)} {quantity.unit}".strip()
