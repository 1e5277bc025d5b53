"""A unit of measurement as notes write it."""

import msgspec


class Unit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A unit as notes write it: `factor` to the base unit of `dimension`; `loose_factor` reads KB, MB ... as 1024, else equals `factor`; `name` is the word for it ("hour")."""

    symbol: str
    dimension: str
    factor: float
    loose_factor: float
    calendar: bool = False
    name: str = ""
