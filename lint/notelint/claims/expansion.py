"""An acronym and what a note says that it stands for."""

import msgspec

from notelint.source import Place


class Expansion(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note says that `acronym` stands for `text`; `at_home` are the entities of that acronym whose family the note speaks of."""

    place: Place
    acronym: str
    text: str
    entity: str = ""
    at_home: tuple[str, ...] = ()
