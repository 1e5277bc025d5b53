"""Quantities as values of packs."""

from notelint.quantities.quantity import Bound, Quantity

_ROLES = {Bound.AT_MOST: "max", Bound.BELOW: "max", Bound.AT_LEAST: "min", Bound.ABOVE: "min", Bound.ABOUT: "approx", Bound.RANGE: "range"}


def value_text(quantity: Quantity) -> str:
    """In the notation of packs: "15 min", "1 h .. 10 y"."""
    unit = f" {quantity.unit}" if quantity.unit else ""
    if quantity.per and quantity.dimension == "count":
        unit += "".join(f"/{name}" for name in quantity.per)
    numbers = [number for number in (quantity.low, quantity.high) if number is not None]
    if len(numbers) == 2 and numbers[0] != numbers[1]:
        high_unit = f" {quantity.high_unit}" if quantity.high_unit else unit
        return f"{_number(numbers[0])}{unit} .. {_number(numbers[1])}{high_unit}"
    return f"{_number(numbers[0])}{unit}" if numbers else ""


def role_of(quantity: Quantity) -> str:
    """The role of a value that says the same."""
    return _ROLES.get(quantity.bound, "exact")


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.10g}"
