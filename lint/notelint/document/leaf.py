"""Leaf: the raw text of a heading, paragraph or table cell, read when somebody asks."""

import re
from bisect import bisect_right

from notelint.document.context import Context
from notelint.document.inline_tree import build_inlines
from notelint.document.inlines import scan
from notelint.document.node import Node
from notelint.document.reader import read
from notelint.document.text import Run, Style, Text

_MARKUP = re.compile(r"[\\`*_\[<~$&\n]|://|www\.")


class Leaf:
    """`raw` is the text as written, without the prefixes that containers put before its lines.

    `lines` is None where `raw` is a slice of the Source; else it holds, for each line, its start in `raw` and what to add to get
    from there to the Source.
    """

    __slots__ = ("_inlines", "_text", "context", "end", "lines", "node", "raw", "start")

    def __init__(
        self, context: Context, node: Node, start: int, end: int, raw: str, lines: tuple[list[int], list[int]] | None = None
    ) -> None:
        self.context = context
        self.node = node
        self.start = start
        self.end = end
        self.raw = raw
        self.lines = lines
        self._text: Text | None = None
        self._inlines: list[Node] | None = None

    def to_source(self, index: int) -> int:
        """The offset into the Source of an index into `raw`."""
        if self.lines is None:
            return self.start + index
        starts, shifts = self.lines
        return index + shifts[bisect_right(starts, index) - 1]

    def to_raw(self, offset: int) -> int:
        """The index into `raw` of an offset into the Source that lies inside the leaf."""
        if self.lines is None:
            return offset - self.start
        starts, shifts = self.lines
        line = 0
        while line + 1 < len(starts) and starts[line + 1] + shifts[line + 1] <= offset:
            line += 1
        return offset - shifts[line]

    def cut(self, size: int) -> None:
        """Take a marker of `size` characters off the front, before anything is read."""
        self.start = self.node.start = self.to_source(size)
        self.raw = self.raw[size:]
        if self.lines is not None:
            starts, shifts = self.lines
            keep = bisect_right(starts, size) - 1
            self.lines = ([max(start - size, 0) for start in starts[keep:]], [shift + size for shift in shifts[keep:]])

    @property
    def has_markup(self) -> bool:
        """False if `raw` is one line of plain words."""
        return _MARKUP.search(self.raw) is not None

    @property
    def inlines(self) -> list[Node]:
        """The inline nodes, parsed on first use and attached to the node."""
        if self._inlines is None:
            tokens = scan(self.raw, self.context) if self.has_markup else []
            build_inlines(self, tokens)
            self._inlines = self.node.children
        return self._inlines

    @property
    def text(self) -> Text:
        """What a reader sees, made on first use."""
        if self._text is None:
            self._text = self._read()
        return self._text

    def _read(self) -> Text:
        if self._inlines is None and not self.has_markup:
            size = len(self.raw)
            return Text(self.raw, (Run(0, size, self.start, size, Style.PROSE),) if size else ())
        return read(self)
