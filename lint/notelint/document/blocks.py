"""The block parser: mistune's rule machine over lines, with blocks that know their place."""

from functools import cached_property
from re import Match, Pattern
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from notelint.document import (
    admonitions,
    code_blocks,
    containers,
    grammar,
    headings,
    hidden_blocks,
    html_block,
    lists,
    math_blocks,
    references,
    tables,
)
from notelint.document.collect import Content
from notelint.document.node import Node
from notelint.document.state import State

_CONTAINERS = frozenset({"admonition", "block_quote", "list", "footnote"})
_DEEPEST = 20


class Blocks(BlockParser):
    """Reads the text of a State into nodes below the State's node."""

    def __init__(self) -> None:
        super().__init__()
        self._methods = {}
        self.rules = []
        for name, (pattern, rule) in _RULES.items():
            self.register(name, pattern, cast(Any, rule))
        self._all = self.compile_sc(self.rules)

    @cached_property
    def _leaves(self) -> Pattern[str]:
        """What starts a block where containers are no longer opened."""
        return self.compile_sc([name for name in self.rules if name not in _CONTAINERS])

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


def _parse_break(block: Blocks, m: Match[str], state: State) -> int:
    end = state.next_line(m.start())
    state.add("thematic_break", m.start(), end)
    return end


_RULES: dict[str, tuple[str, Any]] = {
    "blank": (r"[ \t]*\n", _parse_blank),
    "indented": (code_blocks.INDENTED, code_blocks.parse_indented),
    "fence": (code_blocks.FENCE, code_blocks.parse_fence),
    "tagged": (code_blocks.TAGGED, code_blocks.parse_tagged),
    "heading": (headings.MARKED, headings.parse_marked),
    "underline": (headings.UNDERLINE, headings.parse_underline),
    "thematic_break": (grammar.THEMATIC_BREAK, _parse_break),
    "block_quote": (r"^ {0,3}>", containers.parse_block_quote),
    "list": (grammar.LIST, lists.parse_list),
    "footnote": (grammar.FOOTNOTE, containers.parse_footnote),
    "reference": (references.PATTERN, references.parse_reference),
    "table": (tables.PATTERN, tables.parse_table),
    "math": (grammar.MATH, math_blocks.parse_math),
    "admonition": (admonitions.ADMONITION, admonitions.parse_admonition),
    "container": (admonitions.CONTAINER, admonitions.parse_container),
    "hidden": (hidden_blocks.HIDDEN, hidden_blocks.parse_hidden),
    "html": (html_block.PATTERN, html_block.parse_html_block),
}
"""Each kind of block that is not a paragraph: how its first line begins, and what reads it or returns None. The order counts."""
