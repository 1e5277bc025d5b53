"""HTML blocks: CommonMark's seven kinds."""

import re
from re import Match
from typing import TYPE_CHECKING

from notelint.document.grammar import HTML_ENDED, HTML_LONE, HTML_TAG
from notelint.document.state import State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

PATTERN = rf"^ {{0,3}}<(?:(?P<html_1>{HTML_ENDED})|(?P<html_2>{HTML_TAG})|(?P<html_3>{HTML_LONE}))"

_BLANK = lazy_pattern(r"^[ \t]*$", re.M)
_ENDS = {"!--": "-->", "?": r"\?>", "![CDATA[": r"\]\]>"}
_COMPILED = {opener: re.compile(end) for opener, end in _ENDS.items()}
_PRE_END = lazy_pattern(r"</(?:pre|script|style|textarea)>", re.I)
_DECLARATION_END = lazy_pattern(">")


def html_end(opener: str | None) -> re.Pattern[str]:
    """What ends an HTML block that begins with `<` and `opener`; None for the kinds that a blank line ends."""
    if opener is None:
        return _BLANK
    if opener.startswith("!") and opener not in _COMPILED:
        return _DECLARATION_END
    return _COMPILED.get(opener, _PRE_END)


def parse_html_block(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read to the end that the opening asks for; to the end of the container where it does not come."""
    if m.group("html_3") is not None and state.opened >= 0:
        return None
    opener = m.group("html_1")
    end = _end(m, state, opener)
    state.add("html_block", m.start(), end)
    return end


def _end(m: Match[str], state: State, opener: str | None) -> int:
    start = m.start() if opener is None else m.end() - 2 * (opener == "!--")
    found = html_end(opener).search(state.src, start)
    if found is None or found.start() >= state.cursor_max:
        return state.cursor_max
    return found.start() if opener is None else state.next_line(found.end())
