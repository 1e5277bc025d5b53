"""Lists and their items."""

import re
from re import Match, Pattern
from typing import TYPE_CHECKING

from notelint.document.collect import collect
from notelint.document.columns import indent_width
from notelint.document.grammar import LIST, THEMATIC_BREAK
from notelint.document.leaf import Leaf
from notelint.document.node import Node
from notelint.document.state import State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

_BREAK = lazy_pattern(THEMATIC_BREAK, re.M)
_TASK = lazy_pattern(r"\[([ xX])\][ \t]+(?=\S)")
_SIBLINGS = {bullet: re.compile(rf"^ {{0,3}}{re.escape(bullet)}(?:[ \t]|$)", re.M) for bullet in "*+-"} | {
    mark: re.compile(rf"^ {{0,3}}[0-9]{{1,9}}{re.escape(mark)}(?:[ \t]|$)", re.M) for mark in ".)"
}
_MARKER = lazy_pattern(LIST, re.M)
STARTERS = frozenset(" \t\n#=-`~_*+0123456789[>|:$<!?%{")
"""The characters that a line must begin with to be anything but the text of a paragraph."""


def parse_list(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read all items of one list; None if the marker may not interrupt the paragraph before it."""
    marker = m.group("list_2")
    if state.opened >= 0 and (m.end() >= state.next_line(m.start()) - 1 or marker.lstrip("0") not in ("-", "*", "+", "1.", "1)")):
        return None
    state.close_paragraph()
    ordered = len(marker) > 1
    node = Node("list", 0, 0, {"ordered": ordered, "start": int(marker[:-1]) if ordered else 1})
    state.node.add(node)
    sibling = _SIBLINGS[marker[-1]]
    pos = m.start()
    item: Match[str] | None = m
    while item:
        pos = _parse_item(block, item, state, node, sibling)
        if pos >= state.cursor_max or not sibling.match(state.src, pos) or _BREAK.match(state.src, pos):
            break
        item = _MARKER.match(state.src, pos)
    node.start, node.end = node.children[0].start, node.children[-1].end
    return pos


def _parse_item(block: "Blocks", m: Match[str], state: State, parent: Node, sibling: Pattern[str]) -> int:
    marker_at, marker = m.start("list_2"), m.group("list_2")
    after = state.next_line(m.start())
    begin = m.end("list_2") - m.start()
    first, width = _first_line(state.src[m.end("list_2") : after], begin, state.column)
    item = Node("item", state.offset(marker_at), 0, {"marker": marker, "checked": None})
    parent.add(item)
    if first[0] not in STARTERS and _ends_here(state, after, sibling):
        _add_line(state, item, first, after - 1)
        return after
    content = collect(state, first, after, width, sibling)
    item.end = max(state.offset(content.end - _trailing(state.src, content.end)), item.start + len(marker))
    block.parse_inside(item, state, content, marker_at, state.column + width)
    _check_task(item)
    return content.next


def _ends_here(state: State, pos: int, sibling: Pattern[str]) -> bool:
    """True if the next line plainly is the next item's, so that there is nothing to collect."""
    if pos >= state.cursor_max:
        return True
    return state.src[pos] not in " \t\n" and pos not in state.lazy_line_starts and sibling.match(state.src, pos) is not None


def _first_line(rest: str, begin: int, column: int) -> tuple[str, int]:
    """The item's first line without its marker, and the column that its content begins at."""
    text = rest.lstrip(" \t")
    if text == "\n":
        return text, begin + 1
    space = indent_width(rest, column + begin)
    if space < 5:
        return text, begin + space
    return " " * (space - 1) + text, begin + 1


def _trailing(src: str, end: int) -> int:
    at = end
    while at and src[at - 1] in " \t":
        at -= 1
    return end - at


def _add_line(state: State, item: Node, line: str, end: int) -> None:
    """The commonest item by far, one line of text, needs no parser."""
    text = line.rstrip(" \t\n")
    start = state.offset(end - len(line) + 1)
    node = Node("paragraph", start, start + len(text))
    node.leaf = Leaf(state.context, node, start, node.end, text)
    item.add(node)
    item.end = node.end


def _check_task(item: Node) -> None:
    first = item.children[0] if item.children else None
    if first is None or first.kind != "paragraph" or first.leaf is None or not first.leaf.raw.startswith("["):
        return
    task = _TASK.match(first.leaf.raw)
    if task:
        item.attributes["checked"] = task.group(1) != " "
        first.leaf.cut(task.end())
