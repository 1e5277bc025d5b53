"""Headings, with marks before them or a line below."""

from re import Match
from typing import TYPE_CHECKING

from notelint.document.attribute_lists import attribute_list
from notelint.document.node import Node
from notelint.document.state import State
from notelint.source import Span

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

MARKED = r"^ {0,3}(?P<heading_1>#{1,6})(?P<heading_2>[ \t][^\n]*|)$"
UNDERLINE = r"^ {0,3}(?P<underline_1>=+|-+)[ \t]*$"


def parse_marked(block: "Blocks", m: Match[str], state: State) -> int:
    """Read a line that begins with one to six `#`."""
    end = state.next_line(m.start())
    text = m.group("heading_2").rstrip(" \t")
    attributes = attribute_list(text)
    text = _without_closing(text.removesuffix(attributes).rstrip(" \t"))
    node = state.add("heading", m.start(), end)
    node.attributes = {"level": len(m.group("heading_1")), "setext": False, "attribute_list": attributes}
    start = m.start("heading_2")
    state.fill_leaf(node, start, start + len(text))
    _set_content(node)
    return end


def _without_closing(text: str) -> str:
    bare = text.rstrip("#")
    if bare != text and (not bare or bare[-1] in " \t"):
        return bare
    return text


def _set_content(node: Node) -> None:
    assert node.leaf is not None
    node.attributes["content"] = Span(node.leaf.start, node.leaf.end)


def parse_underline(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Make the paragraph above the line a heading; without one the line is a break or an empty item."""
    if state.opened < 0 or m.start() in state.lazy_line_starts:
        other = block.compile_sc(["thematic_break", "list"]).match(state.src, m.start())
        return block.parse_method(other, state) if other else None
    node = Node("heading", 0, 0, {"level": 1 if m.group("underline_1")[0] == "=" else 2, "setext": True})
    start, state.opened = state.opened, -1
    text = state.src[start : state.paragraph_end].rstrip(" \t\n")
    node.attributes["attribute_list"] = attribute_list(text)
    state.fill_leaf(node, start, start + len(text.removesuffix(node.attributes["attribute_list"])))
    _set_content(node)
    node.start = node.attributes["content"].start
    node.end = state.offset(m.start() + len(m.group().rstrip(" \t")))
    state.node.add(node)
    return state.next_line(m.start())
