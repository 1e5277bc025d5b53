"""What a note claims about an entity."""

import msgspec

from notelint.quantities.quantity import Quantity
from notelint.source import Place

SURE = 0.85
"""Confidence from which on a claim may be accused."""


class Claim(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note says that `attribute` of `entity` is `quantity` (or `text`), as written in `quote` at `place`. It may be false.

    `role` is exact, min, max, default, range or approx; `confidence` runs from 0 to 1; `entity` and `attribute` are "" where nothing fits.
    """

    place: Place
    quote: str
    entity: str
    attribute: str
    role: str
    quantity: Quantity | None = None
    qualifiers: tuple[str, ...] = ()
    text: str | None = None
    confidence: float = 0.0
    words: str = ""
    """The other words of its clause, sorted; of a claim that may be accused only, since none but these are compared."""
