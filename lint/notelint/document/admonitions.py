"""Boxes around blocks: admonitions of Python-Markdown (`!!! note`), details (`??? tip`), tabs (`=== "Title"`), containers (`::: tip`)."""

from re import Match
from typing import TYPE_CHECKING

from notelint.document.collect import collect
from notelint.document.columns import dedent
from notelint.document.node import Node
from notelint.document.state import BLANK, State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

ADMONITION = (
    r"^ {0,3}(?:(?:!!!|\?\?\?\+?)[ \t]+(?P<admonition_1>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*+)|===[!+]?(?=[ \t]+\"))"
    r"(?:[ \t]+\"(?P<admonition_2>[^\"\n]*)\")?[ \t]*$"
)
CONTAINER = r"^ {0,3}:{3,}(?P<container_1>[^\n]*)$"

_WIDTH = 4
_CONTENT = lazy_pattern(r"(?:[ \t]*+\n)*+((?: {4}| {0,3}\t)[ \t]*+\S)")
_KIND = lazy_pattern(r"[ \t]*+(?:\{[^{}]*\}|[A-Za-z][\w-]*+)?[ \t]*+")


def parse_admonition(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read the title and what is indented below it; None where nothing is."""
    found = _CONTENT.match(state.src, state.next_line(m.start()))
    if found is None:
        return None
    node = state.add("admonition", m.start(), m.end(), {"kind": m.group("admonition_1") or "tab"})
    _add_title(state, node, m.start("admonition_2"), m.end("admonition_2"))
    start = found.start(1)
    after = state.next_line(start)
    content = collect(state, dedent(state.src[start:after], _WIDTH, state.column), after, _WIDTH)
    block.parse_inside(node, state, content, start, state.column + _WIDTH)
    end = content.end
    while state.src[end - 1] in BLANK:
        end -= 1
    node.end = state.offset(end)
    return content.next


def parse_container(block: "Blocks", m: Match[str], state: State) -> int:
    """Read the line that opens or closes a container; the blocks inside become its siblings."""
    start, end = m.span("container_1")
    node = state.add("container_mark", m.start(), m.end())
    rest = m.group("container_1").rstrip()
    kind = _KIND.match(rest)
    first = start + (kind.end() if kind else 0)
    last = start + len(rest)
    if rest.endswith("}") and (brace := state.src.rfind("{", first, last)) >= 0:
        last = brace
    if state.src[first:last].startswith("[") and state.src[first:last].endswith("]"):
        first, last = first + 1, last - 1
    _add_title(state, node, first, min(last, end))
    return state.next_line(m.start())


def _add_title(state: State, node: Node, start: int, end: int) -> None:
    if start < 0 or not state.src[start:end].strip(BLANK):
        return
    title = Node("paragraph", 0, 0)
    state.fill_leaf(title, start, end)
    assert title.leaf is not None
    title.start, title.end = title.leaf.start, title.leaf.end
    node.add(title)
