"""Comments of Obsidian on lines of their own: `%%` to `%%`."""

import re
from re import Match
from typing import TYPE_CHECKING

from notelint.document.state import BLANK, State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

HIDDEN = r"^ {0,3}%%"
_END = lazy_pattern(r"%%[ \t]*$", re.MULTILINE)


def parse_hidden(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read to the next `%%` at the end of a line; None where there is none, or where text stands behind the comment."""
    start = m.end()
    line = state.src[start : state.next_line(start)].rstrip(BLANK)
    closing = state.search(_END, start)
    if closing is None or ("%%" in line and line.index("%%") != len(line) - 2):
        return None
    end = state.next_line(closing.start())
    state.add("hidden", m.start(), end)
    return end
