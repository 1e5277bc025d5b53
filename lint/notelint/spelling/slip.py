"""Words that are wrong, and what was meant."""

import msgspec

from notelint.source import Place


class Slip(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The words `text` at `place` are wrong in the way that `rule` reports; `suggestions` best first, `sure` when the first is right for certain.

    `entity` is what a term names, `about` what else the message needs.
    """

    rule: str
    place: Place
    text: str
    suggestions: tuple[str, ...] = ()
    sure: bool = False
    about: str = ""
    entity: str = ""
