"""Blocks that no reader sees: comments of Obsidian (`%%`), JSX (`{/*`) and Liquid (`{% comment %}`), and the code of MDX pages."""

import re
from re import Match, Pattern
from typing import TYPE_CHECKING

from notelint.document.node import Node
from notelint.document.state import BLANK, State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

_BRACE = lazy_pattern(r"[{}]")
HIDDEN = r"^ {0,3}(?P<hidden_1>%%|\{/\*|\{%-?[ ]*comment[ ]*-?%\}[ \t]*$)"
_ENDS: dict[str, tuple[Pattern[str], str]] = {
    "%%": (lazy_pattern(r"%%[ \t]*$", re.MULTILINE), "%%"),
    "{/*": (lazy_pattern(r"\*/\}[ \t]*$", re.MULTILINE), "*/}"),
    "{%": (lazy_pattern(r"\{%-?[ ]*endcomment[ ]*-?%\}[ \t]*$", re.MULTILINE), "endcomment"),
}
_STATEMENT = lazy_pattern(
    r"import\s(?:[^\n;]*?\sfrom\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*(?:\n|\Z)"
    r"|export\s++(?:(?:default\s+)?(?:async\s+)?(?:function|class)\b[^\n]*[({]|(?:const|let|var)\s[\w${},\s]++=|\{[^{}\n]*+\}|default\s+[\w$]+[;(])"
)


def parse_hidden(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read to the next end of such a comment at the end of a line; None where there is none, or where text follows the comment."""
    start = m.end()
    pattern, mark = next(end for begin, end in _ENDS.items() if m.group("hidden_1").startswith(begin))
    line = state.src[start : state.next_line(start)].rstrip(BLANK)
    closing = state.search(pattern, start)
    if closing is None or (mark in line and line.index(mark) != len(line) - len(mark)):
        return None
    end = state.next_line(closing.start())
    state.add("hidden", m.start(), end)
    return end


def hide_statements(root: Node) -> None:
    """Make hidden blocks of the paragraphs below the root that are imports and exports of an MDX page."""
    for node in root.children:
        leaf = node.leaf
        if node.kind == "paragraph" and leaf is not None and leaf.raw.startswith(("import", "export")) and _STATEMENT.match(leaf.raw):
            _hide(node)


def hide_expressions(root: Node) -> None:
    """Make hidden blocks of the paragraphs below the root of an MDX page that are expressions, `{items.map(...)}`, and nothing else."""
    for node in root.children:
        leaf = node.leaf
        if node.kind == "paragraph" and leaf is not None and leaf.raw.startswith("{") and _end_of_expression(leaf.raw) == len(leaf.raw):
            _hide(node)


def _end_of_expression(text: str) -> int | None:
    """The place behind the brace that closes the one at the start; None where nothing closes it. Braces in strings count like others."""
    depth = 0
    for brace in _BRACE.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return None


def _hide(node: Node) -> None:
    node.kind, node.leaf = "hidden", None
