"""A comment that silences rules."""

import msgspec

from notelint.source import Place


class Suppression(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A comment that silences `rules` from `first` to `last` line; `problem` says what is wrong with the comment itself."""

    place: Place
    rules: tuple[str, ...]
    first: int
    last: int
    reason: str = ""
    problem: str = ""
