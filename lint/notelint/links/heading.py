"""A heading as links reach it."""

import msgspec

from notelint.source import Place


class Heading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A heading as read, with the anchor that GitHub gives it, of level 1 to 6; `id` is what its list of attributes calls it (`{#id}`)."""

    place: Place
    title: str
    anchor: str
    level: int
    id: str = ""
