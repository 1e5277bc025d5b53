"""An amount on its way to a Quantity: a number and what follows it, composed with what it is divided by."""

import msgspec

from notelint.packs.unit import Unit
from notelint.quantities.quantity import Bound, Quantity

Rates = list[tuple[str, Unit | None]]
"""What an amount is divided by, in order: the word, and its Unit where it is one."""


class Amount(msgspec.Struct, gc=False):
    """A number and what directly follows it; `unit` None and `noun` "" for a bare one; `bound` and `rates` where a word says them at once."""

    start: int
    end: int
    value: float
    unit: Unit | None = None
    noun: str = ""
    bound: Bound | None = None
    rates: tuple[tuple[str, Unit | None], ...] = ()


def make_quantity(
    low: float,
    high: float,
    unit: Unit | None,
    high_unit: Unit | None,
    noun: str,
    bound: Bound,
    rates: Rates,
    like: Quantity | None = None,
) -> Quantity:
    """The Quantity from `low` in `unit` to `high` in `high_unit` (or counted in `noun`); `like` lends unit and rates to a member of a list."""
    if like:
        return replace_magnitude(like, low, unit)
    dimension, symbol, factor = _compose(unit, noun, rates)
    high_factor = factor * (high_unit.factor / unit.factor) if unit and high_unit else factor
    open_low, open_high = bound in (Bound.AT_MOST, Bound.BELOW), bound in (Bound.AT_LEAST, Bound.ABOVE)
    return Quantity(
        low=None if open_low else low,
        high=None if open_high else high,
        unit=symbol,
        dimension=dimension,
        bound=bound,
        low_base=None if open_low else low * factor,
        high_base=None if open_high else high * high_factor,
        per=tuple(name for name, divisor in rates if divisor is None),
        high_unit=_compose(high_unit, "", rates)[1] if high_unit and unit and high_unit.symbol != unit.symbol else None,
    )


def replace_magnitude(like: Quantity, value: float, unit: Unit | None) -> Quantity:
    """Another exact magnitude in the unit of `like`: one of a list that shares its unit."""
    known = like.low if like.low is not None else like.high
    base = like.low_base if like.low_base is not None else like.high_base
    factor = (base or 0) / known if known else (unit.factor if unit else 1.0)
    return Quantity(value, value, like.unit, like.dimension, Bound.EXACT, value * factor, value * factor, like.per)


def _compose(unit: Unit | None, noun: str, rates: Rates) -> tuple[str, str, float]:
    """Dimension, shown unit and factor to the base of an amount that is divided by `rates`."""
    if unit:
        dimension, symbol, factor = unit.dimension, unit.symbol, unit.factor
    elif noun == "x":
        dimension, symbol, factor = "factor", "x", 1.0
    else:
        dimension, symbol, factor = ("count", noun, 1.0) if noun else ("number", "", 1.0)
    for _, divisor in rates:
        if divisor is not None:
            base = "count" if dimension == "number" else dimension
            dimension, symbol, factor = f"{base}/{divisor.dimension}", f"{symbol}/{divisor.symbol}", factor / divisor.factor
    return dimension, symbol, factor
