"""An acronym and what a note says that it stands for."""

import msgspec

from notelint.source import Place


class Expansion(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note says that `acronym` stands for `text`."""

    place: Place
    acronym: str
    text: str
    entity: str = ""
