"""What a note claims about an entity."""

import msgspec

from notelint.quantities.quantity import Quantity
from notelint.source import Place

SURE = 0.85
"""Confidence from which on a claim in words is judged, and a claim of the wrong dimension is."""


class Claim(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note says that `attribute` of `entity` is `quantity` (or `text`), as written in `quote` at `place`. It may be false.

        `role` is exact, min, max, default, range or approx; `entity` and `attribute` are "" where nothing fits. `confidence` is the probability of this
    reading, `certainty` that of its words alone, without the number: both from 0 to 1. `told`: the note itself says that this was so once, or that it is
        no fact but an example, a question, a setting; then it is not outdated. `doubted`: its words may mean something else; then it is not wrong.
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
    certainty: float = 0.0
    told: bool = False
    doubted: bool = False
