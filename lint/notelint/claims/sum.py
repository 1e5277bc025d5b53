"""A sum stated in a note."""

import msgspec

from notelint.source import Place


class Sum(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A sum stated in a note: the result as written at `place`, and the `expected` one in the same `unit`."""

    place: Place
    quote: str
    expected: float
    unit: str
    right: bool
