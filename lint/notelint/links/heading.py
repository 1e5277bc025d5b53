"""A heading as links reach it."""

import msgspec

from notelint.source import Place


class Heading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A heading as read, with the anchor that GitHub gives it, of level 1 to 6; `id` is what its list of attributes calls it (`{#id}`).

    `written` is the text with its markup, where that adds letters: Obsidian makes fragments of it, as `Streams Data streams` of `[[Streams|Data streams]]`.
    """

    place: Place
    title: str
    anchor: str
    level: int
    id: str = ""
    written: str = ""
