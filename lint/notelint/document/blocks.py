"""The block parser: mistune's rule machine over lines, with blocks that know their place."""

import re
from re import Match, Pattern
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from notelint.document import containers, grammar, html_block, lists, references, tables
from notelint.document.collect import Content
from notelint.document.columns import dedent
from notelint.document.node import Node
from notelint.document.state import BLANK, State
from notelint.source import Span

_CONTAINERS = frozenset({"block_quote", "list", "footnote"})
_DEEPEST = 20
_MATH_END = re.compile(r"\$\$[ \t]*$", re.M)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class Blocks(BlockParser):
    """Reads the text of a State into nodes below the State's node."""

    def __init__(self) -> None:
        super().__init__()
        self._methods = {}
        self.rules = []
        for name, (pattern, rule) in _RULES.items():
            self.register(name, pattern, cast(Any, rule))
        self._all = self.compile_sc(self.rules)
        self._leaves = self.compile_sc([name for name in self.rules if name not in _CONTAINERS])

    def parse(self, state: BlockState, rules: list[str] | None = None) -> None:
        """Go line by line: a line that no rule takes is text of a paragraph."""
        assert isinstance(state, State)
        scanner = self._all if state.level < _DEEPEST else self._leaves
        while state.cursor < state.cursor_max:
            state.cursor = self._parse_line(state, scanner)
        state.close_paragraph()

    def _parse_line(self, state: State, scanner: Pattern[str]) -> int:
        if state.src[state.cursor] in lists.STARTERS and state.cursor not in state.lazy_line_starts:
            match = scanner.match(state.src, state.cursor)
            end = self.parse_method(match, state) if match else None
            if end:
                return end
        return state.take_line()

    def parse_inside(self, node: Node, state: State, content: Content, pos: int, column: int) -> None:
        """Read a container's content that begins on the line of `pos`."""
        child = state.inside(node, content.text, state.line(pos), column, content.lazy)
        self.parse(child)


def _parse_blank(block: Blocks, m: Match[str], state: State) -> int:
    state.close_paragraph()
    return m.end()


def _parse_indented(block: Blocks, m: Match[str], state: State) -> int | None:
    if state.opened >= 0:
        return None
    pos = end = m.start()
    line = _INDENTED.match(state.src, pos)
    while line:
        pos = line.end()
        end = end if line.group(1) is None else pos
        line = _INDENTED.match(state.src, pos)
    code = "\n".join(dedent(line, 4, state.column) for line in state.src[m.start() : end].split("\n"))
    node = state.add("code_block", m.start(), end)
    node.attributes = {"info": None, "fence": None, "content": node.span, "code": code, "closed": True}
    return end


_INDENTED = re.compile(r"(?:(?: {4}| {0,3}\t)[ \t]*([^ \t\n])[^\n]*|[ \t]*)\n")


def _parse_fence(block: Blocks, m: Match[str], state: State) -> int:
    fence, indent = m.group("fence_2"), len(m.group("fence_1"))
    start = state.next_line(m.start())
    closing = _closing_fence(fence).search(state.src, start)
    stop = closing.start() if closing else state.cursor_max
    end = state.next_line(stop) if closing else stop
    node = state.add("code_block", m.start(), end)
    code = state.src[start:stop]
    if indent:
        code = "\n".join(dedent(line, indent) for line in code.split("\n"))
    node.attributes = {"info": _info(m.group("fence_3")), "fence": fence, "code": code, "closed": closing is not None}
    node.attributes["content"] = _content(state, start, stop, node)
    return end


_FENCES: dict[str, Pattern[str]] = {}


def _closing_fence(fence: str) -> Pattern[str]:
    size = min(len(fence), 1000)
    key = fence[:size]
    if key not in _FENCES:
        _FENCES[key] = re.compile(rf"^ {{0,3}}{fence[0]}{{{size},}}[ \t]*$", re.M)
    return _FENCES[key]


def _info(text: str) -> str | None:
    return text.strip(" \t") or None


def _content(state: State, start: int, stop: int, node: Node) -> Span:
    if start >= state.cursor_max:
        return Span(node.end, node.end)
    begin = min(state.offset(start), node.end)
    end = state.offset(stop - 1) if stop > start else begin
    return Span(begin, max(min(end, node.end), begin))


def _parse_heading(block: Blocks, m: Match[str], state: State) -> int:
    end = state.next_line(m.start())
    text = m.group("atx_2").rstrip(" \t")
    text = _without_closing(text)
    node = state.add("heading", m.start(), end)
    node.attributes = {"level": len(m.group("atx_1")), "setext": False}
    start = m.start("atx_2")
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


def _parse_setext(block: Blocks, m: Match[str], state: State) -> int | None:
    if state.opened < 0 or m.start() in state.lazy_line_starts:
        other = block.compile_sc(["thematic_break", "list"]).match(state.src, m.start())
        return block.parse_method(other, state) if other else None
    node = Node("heading", 0, 0, {"level": 1 if m.group("setext_1")[0] == "=" else 2, "setext": True})
    start, state.opened = state.opened, -1
    state.fill_leaf(node, start, state.paragraph_end)
    _set_content(node)
    node.start = node.attributes["content"].start
    node.end = state.offset(m.start() + len(m.group().rstrip(" \t")))
    state.node.add(node)
    return state.next_line(m.start())


def _parse_break(block: Blocks, m: Match[str], state: State) -> int:
    end = state.next_line(m.start())
    state.add("thematic_break", m.start(), end)
    return end


def _parse_math(block: Blocks, m: Match[str], state: State) -> int | None:
    start = m.end()
    stop = _math_end(state, start)
    if stop is None:
        return None
    end = state.next_line(stop)
    node = state.add("math_block", m.start(), end)
    node.attributes["content"] = Span(state.offset(start), state.offset(stop))
    return end


def _math_end(state: State, start: int) -> int | None:
    """Where the closing `$$` stands: at the end of a line, behind a blank line only if the opening one is alone on its line."""
    if start < state.no_math_before:
        return None
    line = state.src[start : state.next_line(start)].rstrip(BLANK)
    if "$$" in line and not (line.endswith("$$") and line.count("$$") == 1):
        return None
    closing = _MATH_END.search(state.src, start)
    if closing is None:
        state.no_math_before = state.cursor_max
        return None
    if line and _BLANK_LINE.search(state.src, start, closing.start()):
        return None
    return closing.start()


_RULES: dict[str, tuple[str, Any]] = {
    "blank": (r"[ \t]*\n", _parse_blank),
    "indented": (r"(?: {4}| {0,3}\t)", _parse_indented),
    "fence": (grammar.FENCE, _parse_fence),
    "heading": (grammar.ATX_HEADING, _parse_heading),
    "setext": (r"^ {0,3}(?P<setext_1>=+|-+)[ \t]*$", _parse_setext),
    "thematic_break": (grammar.THEMATIC_BREAK, _parse_break),
    "block_quote": (r"^ {0,3}>", containers.parse_block_quote),
    "list": (grammar.LIST, lists.parse_list),
    "footnote": (grammar.FOOTNOTE, containers.parse_footnote),
    "reference": (references.PATTERN, lambda block, m, state: references.parse_reference(m, state)),
    "table": (tables.PATTERN, lambda block, m, state: tables.parse_table(m, state)),
    "math": (grammar.MATH, _parse_math),
    "html": (html_block.PATTERN, lambda block, m, state: html_block.parse_html_block(m, state)),
}
