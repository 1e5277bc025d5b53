"""Math between `$$` on lines of its own."""

import re
from re import Match
from typing import TYPE_CHECKING

from notelint.document.state import BLANK, State
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

_END = lazy_pattern(r"\$\$[ \t]*$", re.MULTILINE)
_BLANK_LINE = lazy_pattern(r"\n[ \t]*\n")


def parse_math(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read to the next `$$` at the end of a line; None where text follows the math."""
    start = m.end()
    stop = _math_end(state, start)
    if stop is None:
        return None
    end = state.next_line(stop)
    node = state.add("math_block", m.start(), end)
    node.attributes["content"] = Span(state.offset(start), state.offset(stop))
    return end


def _math_end(state: State, start: int) -> int | None:
    """Where the closing `$$` is; a blank line may come before it only if the opening one is alone on its line."""
    line = state.src[start : state.next_line(start)].rstrip(BLANK)
    if "$$" in line and not (line.endswith("$$") and line.count("$$") == 1):
        return None
    closing = state.search(_END, start)
    blank = state.search(_BLANK_LINE, start) if closing and line else None
    if closing is None or (blank and blank.start() < closing.start()):
        return None
    return closing.start()
