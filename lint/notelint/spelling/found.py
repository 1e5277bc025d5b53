"""What the readers of this package hand on: words of a line that are wrong."""

from functools import lru_cache

import msgspec

from notelint.spelling.prose import Line


class LineSlip(msgspec.Struct, frozen=True):
    """Pieces `first`..`last` of a line are wrong in the way that `rule` reports; `suggestions` best first; `sure` when the first is right for certain."""

    rule: str
    line: Line
    first: int
    last: int
    suggestions: tuple[str, ...]
    sure: bool = False
    about: str = ""


@lru_cache(maxsize=4096)
def cased(words: tuple[str, ...], like: str) -> tuple[str, ...]:
    """The words with a capital where `like` has one."""
    if like[0].isupper() and (like[1:2].islower() or len(like) == 1):
        return tuple(word[0].upper() + word[1:] for word in words)
    return words
