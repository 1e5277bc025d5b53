"""Leaf: the raw text of a heading, paragraph or table cell, read when somebody asks."""

from bisect import bisect_right
from typing import Any

from notelint.document.context import Context
from notelint.document.inline_tree import build_inlines
from notelint.document.inlines import breaks, is_dense, scan
from notelint.document.node import Node
from notelint.document.reader import read
from notelint.document.text import Style, Text, TextRun
from notelint.source.lazy_pattern import lazy_pattern

_MARKUP = lazy_pattern(r"[\\`*_\[<~$&\n]|://|www\.|WWW\.|\{[{%:]|==|%%")


class Leaf:
    """`raw` is the text as written, without the prefixes that containers put before its lines.

    `lines` is None where `raw` is a slice of the Source; else it holds, for each line, its start in `raw` and what to add to get
    from there to the Source.
    """

    __slots__ = ("_text", "_tokens", "context", "end", "lines", "node", "raw", "start")

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
        self._tokens: list[dict[str, Any]] | None = None

    def to_source(self, index: int) -> int:
        """The offset into the Source of an index into `raw`."""
        if self.lines is None:
            return self.start + index
        starts, shifts = self.lines
        return index + shifts[bisect_right(starts, index) - 1]

    def cut(self, size: int) -> None:
        """Take a marker of `size` characters off the front, before anything is read."""
        self.start = self.node.start = self.to_source(size)
        self.raw = self.raw[size:]
        if self.lines is not None:
            starts, shifts = self.lines
            keep = bisect_right(starts, size) - 1
            self.lines = ([max(start - size, 0) for start in starts[keep:]], [shift + size for shift in shifts[keep:]])

    @property
    def tokens(self) -> list[dict[str, Any]]:
        """What the inline parser found, in indexes into `raw`; empty for words without any markup."""
        if self._tokens is None:
            self._tokens = self._scan()
        return self._tokens

    def _scan(self) -> list[dict[str, Any]]:
        if _MARKUP.search(self.raw) is None:
            return []
        if not is_dense(self.raw):
            return scan(self.raw, self.context)
        return breaks(self.raw) if self.lines else []

    @property
    def inlines(self) -> list[Node]:
        """The inline nodes, made on first use and attached to the node."""
        if not self.node.children:
            build_inlines(self, self.tokens)
        return self.node.children

    @property
    def text(self) -> Text:
        """What a reader sees, made on first use."""
        if self._text is None:
            tokens = self.tokens
            has_markup = tokens or (("\\" in self.raw or "&" in self.raw) and not is_dense(self.raw))
            self._text = read(self, tokens) if has_markup else self._plain()
        return self._text

    def _plain(self) -> Text:
        size = len(self.raw)
        return Text(self.raw, (TextRun(0, size, self.start, size, Style.PROSE),) if size else ())
