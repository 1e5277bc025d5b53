"""Regular expressions that are compiled when they are first used.

There are some two hundred, and a run on one note needs half of them; to compile all would take it longer than to read the note.
"""

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _LazyPattern:
    """Has no methods until one is asked for; then it has those of the compiled pattern."""

    __slots__ = ("_flags", "_text", *_METHODS)

    def __init__(self, text: str | Callable[[], str], flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text if isinstance(self._text, str) else self._text(), self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(text: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """In the place of re.compile, for patterns of a module; a function makes the text of one that takes a while to put together."""
    return cast("re.Pattern[str]", _LazyPattern(text, flags))
