"""Indented and fenced code."""

import re
from functools import cache
from re import Match, Pattern
from typing import TYPE_CHECKING

from notelint.document.columns import dedent
from notelint.document.node import Node
from notelint.document.state import State
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

INDENTED = r"(?: {4}| {0,3}\t)"
FENCE = r"^(?P<fence_1> {0,3})(?P<fence_2>`{3,}(?=[^`\n]*$)|~{3,})(?P<fence_3>[^\n]*)$"
TAGGED = r"^ {0,3}\{%-?[ ]*+highlight[ ]++(?P<tagged_1>[^%\n]*+)%\}[ \t]*+$"
"""Code of Jekyll: `{% highlight python %}`."""

_END_OF_TAGGED = lazy_pattern(r"^ {0,3}\{%-?[ ]*+endhighlight[ ]*+-?%\}[ \t]*+$", re.MULTILINE)
_INDENTED_LINE = lazy_pattern(r"(?:(?: {4}| {0,3}\t)[ \t]*([^ \t\n])[^\n]*|[ \t]*)\n")
_LONGEST_FENCE = 1000


def parse_indented(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read to the last line that is indented; None inside a paragraph."""
    if state.opened >= 0:
        return None
    pos = end = m.start()
    line = _INDENTED_LINE.match(state.src, pos)
    while line:
        pos = line.end()
        end = end if line.group(1) is None else pos
        line = _INDENTED_LINE.match(state.src, pos)
    code = "\n".join(dedent(line, 4, state.column) for line in state.src[m.start() : end].split("\n"))
    node = state.add("code_block", m.start(), end)
    node.attributes = {"info": None, "fence": None, "content": node.span, "code": code, "closed": True}
    return end


def parse_fence(block: "Blocks", m: Match[str], state: State) -> int:
    """Read to the closing fence, or to the end of the container."""
    fence, indent = m.group("fence_2"), len(m.group("fence_1"))
    start = state.next_line(m.start())
    closing = _closing_fence(fence[0], min(len(fence), _LONGEST_FENCE)).search(state.src, start)
    stop = closing.start() if closing else state.cursor_max
    end = state.next_line(stop) if closing else stop
    node = state.add("code_block", m.start(), end)
    code = state.src[start:stop]
    if indent:
        code = "\n".join(dedent(line, indent) for line in code.split("\n"))
    node.attributes = {"info": _info(m.group("fence_3")), "fence": fence, "code": code, "closed": closing is not None}
    node.attributes["content"] = _content(state, start, stop, node)
    return end


def parse_tagged(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read a Liquid block to its `{% endhighlight %}`; None where there is none."""
    start = state.next_line(m.start())
    closing = state.search(_END_OF_TAGGED, start)
    if closing is None:
        return None
    end = state.next_line(closing.start())
    node = state.add("code_block", m.start(), end)
    code = state.src[start : closing.start()]
    node.attributes = {"info": _info(m.group("tagged_1").rstrip(" -")), "fence": m.group().strip(), "code": code, "closed": True}
    node.attributes["content"] = _content(state, start, closing.start(), node)
    return end


@cache
def _closing_fence(mark: str, size: int) -> Pattern[str]:
    return re.compile(rf"^ {{0,3}}{mark}{{{size},}}[ \t]*$", re.MULTILINE)


def _info(text: str) -> str | None:
    return text.strip(" \t") or None


def _content(state: State, start: int, stop: int, node: Node) -> Span:
    if start >= state.cursor_max:
        return Span(node.end, node.end)
    begin = min(state.offset(start), node.end)
    end = state.offset(stop - 1) if stop > start else begin
    return Span(begin, max(min(end, node.end), begin))
