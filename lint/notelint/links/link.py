"""A link as written."""

import msgspec

from notelint.source import Place


class Link(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A link, image or wiki link as written; `destination` is decoded, `place` is that of the destination where it has one of its own."""

    place: Place
    destination: str
    image: bool = False
    wiki: bool = False
    label: str = ""
