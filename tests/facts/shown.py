"""Quantities in the notation of quantities.md and claims.md: "1 .. 365 d", "at most 5 TB", "1 h .. 10 y", "90 .. 700+ d"."""

from notelint.quantities.quantity import Bound, Quantity

_WORDS = {
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
    Bound.ABOUT: "about ",
    Bound.BELOW: "below ",
    Bound.ABOVE: "above ",
}


def shown(quantity: Quantity) -> str:
    """Bound, magnitudes and unit."""
    unit = f" {quantity.unit}" if quantity.unit else ""
    if quantity.bound is Bound.RANGE:
        low, high = f"{quantity.low:.12g}", f"{quantity.high:.12g}{'+' * quantity.open_end}"
        return f"{low}{unit} .. {high} {quantity.high_unit}" if quantity.high_unit else f"{low} .. {high}{unit}"
    number = quantity.low if quantity.low is not None else quantity.high
    return f"{_WORDS.get(quantity.bound, '')}{number:.12g}{unit}"
