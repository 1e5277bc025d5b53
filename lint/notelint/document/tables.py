"""Tables as GitHub reads them; rows may have too few or too many cells."""

from collections.abc import Iterator
from re import Match
from typing import TYPE_CHECKING

from notelint.document.grammar import BLOCK_START, DELIMITERS
from notelint.document.leaf import Leaf
from notelint.document.node import Node
from notelint.document.state import State
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

PATTERN = rf"^ {{0,3}}(?=[|:-]){DELIMITERS}$"

_PIPE = lazy_pattern(r"(?<!\\)\|")
_INDENTED = lazy_pattern(r" {4}| {0,3}\t")


def parse_table(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read a table whose header is the last line of the paragraph before; None if the two lines do not fit."""
    if state.opened < 0 or m.start() in state.lazy_line_starts:
        return None
    src = state.src
    header = max(src.rfind("\n", 0, state.paragraph_end - 1) + 1, state.opened)
    columns = list(_cells(src, m.start(), state.next_line(m.start()) - 1))
    cells = list(_cells(src, header, m.start() - 1))
    if len(cells) != len(columns) or "|" not in src[header : m.end()]:
        return None
    _split_paragraph(state, header)
    table = Node("table", 0, 0)
    state.node.add(table)
    _add_row(state, table, cells, True)
    end = _last(state, m)
    pos = _add_body(state, table, state.next_line(m.start()))
    table.start = table.children[0].start
    table.end = table.children[-1].end if len(table.children) > 1 else end
    return pos


def _last(state: State, m: Match[str]) -> int:
    return state.offset(m.start() + len(m.group().rstrip(" \t")))


def _split_paragraph(state: State, header: int) -> None:
    if header > state.opened:
        state.paragraph_end = header
        state.close_paragraph()
    state.opened = -1


def _add_body(state: State, table: Node, pos: int) -> int:
    src = state.src
    while pos < state.cursor_max:
        after = state.next_line(pos)
        if not src[pos:after].strip(" \t\n") or pos in state.lazy_line_starts:
            break
        if BLOCK_START.match(src, pos) or _INDENTED.match(src, pos):
            break
        _add_row(state, table, _cells(src, pos, after - 1), False)
        pos = after
    return pos


def _add_row(state: State, table: Node, cells: "Iterator[tuple[int, int]] | list[tuple[int, int]]", header: bool) -> None:
    row = Node("table_row", 0, 0, {"header": header})
    table.add(row)
    for column, (start, end) in enumerate(cells):
        if column == 0:
            line_start = state.src.rfind("\n", 0, start) + 1
            line = state.src[line_start : state.next_line(start)]
            first = line_start + len(line) - len(line.lstrip(" \t"))
            row.start = state.offset(first)
            row.end = row.start + len(line.strip(" \t\n"))
            shift = row.start - first
        text = state.src[start:end]
        cell = Node("table_cell", start + shift, end + shift, {"column": column})
        cell.leaf = Leaf(state.context, cell, cell.start, cell.end, text)
        row.add(cell)


def _cells(src: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each cell's text in the line `src[start:end]`."""
    start, end = _strip(src, start, end)
    if src.startswith("|", start):
        start += 1
    for pipe in _PIPE.finditer(src, start, end):
        yield _strip(src, start, pipe.start())
        start = pipe.end()
    if start < end:
        yield _strip(src, start, end)


def _strip(src: str, start: int, end: int) -> tuple[int, int]:
    while end > start and src[end - 1] in " \t":
        end -= 1
    while start < end and src[start] in " \t":
        start += 1
    return start, end
