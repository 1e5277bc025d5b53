"""What all parts of one note share while it is read."""

from typing import Any

from notelint.document.node import Node
from notelint.source import Source


class Context:
    """The note's text and line table, and the definitions that inlines look up."""

    __slots__ = ("definitions", "env", "footnotes", "line_ends", "line_starts", "text")

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.line_starts = source.line_starts
        self.line_ends = [start - 1 for start in self.line_starts[1:]]
        self.line_ends.append(len(self.text))
        self.definitions: dict[str, Node] = {}
        self.footnotes: dict[str, Node] = {}
        self.env: dict[str, Any] = {"ref_links": {}, "footnotes": self.footnotes}
