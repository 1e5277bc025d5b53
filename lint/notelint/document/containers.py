"""Block quotes, callouts and footnote definitions."""

import re
from re import Match
from typing import TYPE_CHECKING

from mistune.util import unikey

from notelint.document.collect import Content, collect
from notelint.document.columns import dedent
from notelint.document.grammar import BLOCK_START
from notelint.document.laziness import Laziness
from notelint.document.node import Node
from notelint.document.state import State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

_MARKER = lazy_pattern(r"^ {0,3}>", re.M)
_CALLOUT = lazy_pattern(r"\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?[ \t]*(?:\n[ \t]*|(?=\S)|$)")


def parse_block_quote(block: "Blocks", m: Match[str], state: State) -> int:
    """Read the lines with a `>` before them and the lazy ones behind them."""
    state.close_paragraph()
    start = state.src.index(">", m.start())
    content = _quoted(state)
    node = Node("block_quote", state.offset(start), 0, {"callout": None})
    state.node.add(node)
    column = state.column + start - m.start() + 1 + (state.src[start + 1] in " \t")
    block.parse_inside(node, state, content, start, column)
    node.end = state.offset(_last(state.src, start, content.end))
    _check_callout(node)
    return content.next


def _quoted(state: State) -> Content:
    src, pos = state.src, state.cursor
    lines: list[str] = []
    lazy: set[int] = set()
    size, end, laziness = 0, pos, Laziness()
    while pos < state.cursor_max:
        after = src.find("\n", pos) + 1
        marker = _MARKER.match(src, pos)
        is_lazy = pos in state.lazy_line_starts
        if is_lazy:
            laziness.open(lines)
            line = src[pos:after].lstrip(" \t")
        elif marker:
            line = dedent(src[marker.end() : after], 1, state.column + marker.end() - pos)
        else:
            line = src[pos:after].lstrip(" \t")
            is_lazy = line != "\n" and not BLOCK_START.match(src, pos) and laziness.open(lines)
            if not is_lazy:
                break
        lines.append(line)
        if is_lazy:
            lazy.add(size)
            laziness.add_lazy(lines)
        size += len(line)
        pos = after
        end = after - 1
    return Content(lines, end, pos, lazy)


def _last(src: str, start: int, end: int) -> int:
    while end > start + 1 and src[end - 1] in " \t":
        end -= 1
    return end


def _check_callout(quote: Node) -> None:
    first = quote.children[0] if quote.children else None
    if first is None or first.kind != "paragraph" or first.leaf is None:
        return
    callout = _CALLOUT.match(first.leaf.raw)
    if not callout:
        return
    quote.attributes["callout"] = callout.group(1).upper()
    if callout.end() < len(first.leaf.raw):
        first.leaf.cut(callout.end())
    else:
        quote.children.pop(0)


def parse_footnote(block: "Blocks", m: Match[str], state: State) -> int:
    """Read a footnote's definition with what is indented below it."""
    state.close_paragraph()
    label = m.group("footnote_1")
    start = state.src.index("[", m.start())
    after = state.next_line(m.start())
    node = Node("footnote_definition", state.offset(start), 0, {"label": label})
    content = collect(state, state.src[m.end() : after], after, 4)
    state.node.add(node)
    state.context.footnotes.setdefault(unikey(label), node)
    node.end = state.offset(_last(state.src, start, content.end))
    block.parse_inside(node, state, content, start, state.column + 4)
    return content.next
