"""Words that are wrong, and what was meant."""

import msgspec

from notelint.source import Place


class Repeat(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The words `text` at another `place`, with what to write there; "" where nothing is proposed."""

    place: Place
    text: str
    right: str = ""


class Slip(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The words `text` at `place` are wrong in the way that `rule` reports; `suggestions` best first, `sure` when the first is right for certain.

    `entity` is what a term names, `about` what else the message needs, `repeats` the other places of the note where the same is wrong.
    """

    rule: str
    place: Place
    text: str
    suggestions: tuple[str, ...] = ()
    sure: bool = False
    about: str = ""
    entity: str = ""
    repeats: tuple[Repeat, ...] = ()


def together(slips: list[Slip]) -> Slip:
    """The first of slips that are one fault, with the others as its repeats, in the order of the note."""
    first, *rest = slips
    repeats = sorted((Repeat(slip.place, slip.text, next(iter(slip.suggestions), "")) for slip in rest), key=lambda one: one.place.span)
    return msgspec.structs.replace(first, repeats=tuple(repeats), sure=all(slip.sure for slip in slips))
