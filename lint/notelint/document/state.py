"""A block parser's state that knows where in the Source it stands."""

from re import Match, Pattern
from typing import Any

from mistune.core import BlockState

from notelint.document.context import Context
from notelint.document.leaf import Leaf
from notelint.document.node import Node

BLANK = " \t\n"


class State(BlockState):
    """The text inside one container, with the container's node.

    A container's text is made from the lines of the text around it by changing their beginnings only: no line is dropped, joined or
    changed at its tail. So line number and distance to the line's end lead back to the Source, however deep the nesting.
    """

    def __init__(self, parent: "State | None" = None) -> None:
        super().__init__(parent)
        self.context: Context
        self.node: Node
        self.level = 0
        self.column = 0
        self.opened = -1
        self.paragraph_end = -1
        self._found: dict[Pattern[str], tuple[int, Match[str] | None]] = {}
        self._at = 0
        self._line = 0

    @classmethod
    def root(cls, context: Context, node: Node, start: int) -> "State":
        """The state of a whole note, to be read from `start` on."""
        state = cls()
        state.context = context
        state.node = node
        state.env = context.env
        text = context.text
        state.process(text if text.endswith("\n") else text + "\n")
        state.cursor = start
        return state

    def inside(self, node: Node, text: str, line: int, column: int, lazy: set[int] | None = None) -> "State":
        """The state of a container's content; `line` is the Source line of its first line, `column` the column its lines begin at."""
        child = State(self)
        child.context = self.context
        child.node = node
        child.level = self.level + 1
        child.column = column
        child._line = line
        child.process(text)
        if lazy:
            child.lazy_line_starts = lazy
        return child

    def line(self, pos: int) -> int:
        """The Source line (0-based) of a position; cheap when asked in ascending order."""
        if pos >= self._at:
            self._line += self.src.count("\n", self._at, pos)
        else:
            self._line -= self.src.count("\n", pos, self._at)
        self._at = pos
        return self._line

    def offset(self, pos: int) -> int:
        """The Source offset of a position that is not behind the last newline."""
        if self.level == 0:
            return pos
        line = self.line(pos)
        found = self.context.line_ends[line] - (self.src.find("\n", pos) - pos)
        return max(found, self.context.line_starts[line])

    def next_line(self, pos: int) -> int:
        """The position right behind the line that holds `pos`."""
        return self.src.find("\n", pos) + 1

    def search(self, pattern: Pattern[str], start: int) -> Match[str] | None:
        """The first match behind `start`; the same text is not searched twice when `start` moves on."""
        asked, found = self._found.get(pattern, (self.cursor_max + 1, None))
        if start < asked or (found is not None and found.start() < start):
            found = pattern.search(self.src, start)
        self._found[pattern] = (start, found)
        return found

    def add(self, kind: str, start: int, end: int, attributes: dict[str, Any] | None = None) -> Node:
        """Append a block from the first non-blank character at or behind `start` to the last one before `end`."""
        self.close_paragraph()
        raw = self.src[start:end]
        start += len(raw) - len(raw.lstrip(BLANK))
        node = Node(kind, self.offset(start), self.offset(max(end - len(raw) + len(raw.rstrip(BLANK)), start)), attributes)
        self.node.add(node)
        return node

    def take_line(self) -> int:
        """Make the current line the next one of a paragraph."""
        if self.opened < 0:
            self.opened = self.cursor
        self.paragraph_end = self.next_line(self.cursor)
        return self.paragraph_end

    def close_paragraph(self) -> None:
        """Turn the lines of the open paragraph, if any, into a node."""
        if self.opened < 0:
            return
        start, self.opened = self.opened, -1
        node = Node("paragraph", 0, 0)
        self.fill_leaf(node, start, self.paragraph_end)
        node.start, node.end = node.leaf.start, node.leaf.end  # type: ignore[union-attr]
        self.node.add(node)

    def fill_leaf(self, node: Node, start: int, end: int) -> None:
        """Make `src[start:end]`, stripped, the readable text of a node."""
        text = self.src[start:end].lstrip(BLANK)
        start = end - len(text)
        text = text.rstrip(BLANK)
        if self.level and "\n" in text:
            node.leaf = self._folded_leaf(node, start, text)
            return
        offset = self.offset(start)
        node.leaf = Leaf(self.context, node, offset, offset + len(text), text)

    def _folded_leaf(self, node: Node, start: int, text: str) -> Leaf:
        ends = self.context.line_ends
        first = self.offset(start)
        number = self.line(start)
        lines = text.split("\n")
        last = self.offset(start + len(text))
        lines = [lines[0], *(line.lstrip(" \t") for line in lines[1:])]
        starts, shifts, at = [], [], 0
        for index, line in enumerate(lines):
            finish = last if index == len(lines) - 1 else ends[number + index]
            starts.append(at)
            at += len(line) + 1
            shifts.append(finish - at + 1)
        return Leaf(self.context, node, first, last, "\n".join(lines), (starts, shifts))
