"""Math between dollar signs, by Pandoc's rule and a little more care for money."""

import re
from re import Match
from typing import Any

from mistune.core import InlineState

from notelint.source.lazy_pattern import lazy_pattern

PATTERN = r"\$+"

_LONGEST = 2000
_CLOSERS = {
    1: re.compile(r"(?<![\s\\$])\$(?![\d$])"),
    2: re.compile(r"(?<![\\$])\$\$(?!\$)"),
}
_MONEY = lazy_pattern(r"\d[^\\^_={}+<>]*\s[^\\^_={}+<>]*")


def parse_math(m: Match[str], state: InlineState) -> int:
    """Read `$...$` or `$$...$$`; a `$` that opens nothing is text."""
    start, size = m.end(), m.end() - m.start()
    closer = None if size > 2 or (size == 1 and state.src[start : start + 1].isspace()) else _closer(state, start, size)
    if closer is None or closer == start or _is_prose(state.src[start:closer], size):
        return start
    state.append_token({"type": "math", "s": m.start(), "e": closer + size, "inner": (start, closer)})
    return closer + size


def _closer(state: Any, start: int, size: int) -> int | None:
    found = state.first_closer(size, _CLOSERS[size], start)
    return found if found is not None and found - start <= _LONGEST else None


def _is_prose(content: str, size: int) -> bool:
    if not content.strip() or content.count("`") % 2:
        return True
    return size == 1 and _MONEY.fullmatch(content) is not None
