"""Statement: one leaf block with its ancestors; the unit that facts are read from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from notelint.document.node import Node
from notelint.document.text import Text
from notelint.source import Span

if TYPE_CHECKING:
    from notelint.document.section import Section


class Statement(msgspec.Struct, eq=False):
    """A heading, a paragraph (`kind` "item" if it is the first block of a list item) or a table cell that is not empty.

    `parent` is the statement that this one hangs from: of an item the text of the item above it, else the paragraph ending in ":"
    right before its list; of a paragraph or table cell the item that holds it (the cell's row and column headers are in `cell`).
    `section` is the section it stands in; of a heading's own statement, the section that the heading opens.
    """

    kind: str
    node: Node
    section: "Section"
    parent: "Statement | None" = None
    children: "list[Statement]" = msgspec.field(default_factory=list)
    cell: "Cell | None" = None
    _text: Text | None = None

    @property
    def text(self) -> Text:
        """What a reader sees; read when first asked for."""
        if self._text is None:
            leaf = self.node.leaf
            assert leaf is not None
            self._text = leaf.text
        return self._text

    @property
    def span(self) -> Span:
        """Span of the leaf block, markers of the item not included."""
        return self.node.span

    def ancestors(self) -> "Iterator[Statement]":
        """Parent items, nearest first; then the headings above, nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent
        section: Section | None = self.section
        while section is not None:
            if section.heading is not None and section.heading is not self:
                yield section.heading
            section = section.parent

    def __repr__(self) -> str:
        return f"<{self.kind} statement {self.node.start}:{self.node.end}>"


class Cell(msgspec.Struct, eq=False):
    """Where a table cell stands: row 0 is the header; `column_header` and `row_header` are None for the header cells themselves.

    They are also None where the header cell is empty or missing, and `row_header` for the cells of the first column.
    """

    row: int
    column: int
    column_header: Statement | None = None
    row_header: Statement | None = None
    lead: Statement | None = None
    """The paragraph right before the table, if it introduces it."""
