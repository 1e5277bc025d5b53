"""GitHub's heading anchors."""

import unicodedata
from functools import lru_cache

_KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Nd", "Mn", "Mc", "Me", "Pc"})
_CIRCLED = (range(0x24B6, 0x24EA), range(0x1F130, 0x1F14A), range(0x1F150, 0x1F16A), range(0x1F170, 0x1F18A))


def slug(text: str) -> str:
    """The anchor of a heading that reads `text`, were it the first of its name in the note."""
    lowered = text.lower()
    if lowered.isascii() and lowered.isalnum():
        return lowered
    return "".join("-" if character == " " else character for character in lowered if _is_kept(character))


@lru_cache(maxsize=4096)
def _is_kept(character: str) -> bool:
    if character in " -":
        return True
    return unicodedata.category(character) in _KEPT or any(ord(character) in circled for circled in _CIRCLED)


class Slugger:
    """Hands out each anchor of one note once: a second "a" is "a-1", unless a heading already took that."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def slug(self, text: str) -> str:
        """The anchor of the next heading, which reads `text`."""
        base = result = slug(text)
        while result in self._taken:
            self._taken[base] += 1
            result = f"{base}-{self._taken[base]}"
        self._taken[result] = 0
        return result
