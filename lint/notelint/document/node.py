"""The positioned tree of a note, under CommonMark's node names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from notelint.source import Span

if TYPE_CHECKING:
    from notelint.document.leaf import Leaf


class Node:
    """A block or inline with its span in the Source; children lie inside it, in order.

    Block kinds: document, front_matter, heading, paragraph, list, item, block_quote, code_block, html_block, thematic_break,
    math_block, table, table_row, table_cell, footnote_definition, link_reference_definition.
    Inline kinds: text, code, emph, strong, strikethrough, link, image, autolink, wiki_link, footnote_reference, html_inline, math,
    softbreak, linebreak.
    `attributes` by kind: heading `level` (1..6), `setext` (bool), `content` (Span of the text without markers); list `ordered` (bool),
    `start` (int, 1 for bullets); item `marker` (str), `checked` (None or bool); block_quote `callout` (None or str such as "NOTE");
    code_block `info` (str or None), `fence` (str or None), `content` (Span of the code itself, prefixes of containers included),
    `code` (str, without them), `closed` (bool); math_block, math, code `content` (Span between the markers); table_row `header` (bool);
    table_cell `column` (0-based);
    link and image `destination`, `title`, `destination_span` (None for references), `label` (reference label or None);
    autolink `destination`, `bare` (True without < >); wiki_link `target`, `label` (str or None), `target_span`, `embed` (bool);
    footnote_definition and footnote_reference `label`; link_reference_definition `label`, `destination`, `title`, `destination_span`.
    `leaf` is the readable part of a heading, paragraph or table cell, None elsewhere.
    """

    __slots__ = ("attributes", "children", "end", "kind", "leaf", "parent", "start")

    def __init__(self, kind: str, start: int, end: int, attributes: dict[str, Any] | None = None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.attributes: dict[str, Any] = attributes or {}
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.leaf: Leaf | None = None

    @property
    def span(self) -> Span:
        """Offsets into the Source."""
        return Span(self.start, self.end)

    def add(self, child: "Node") -> None:
        """Append a child and tell it its parent."""
        child.parent = self
        self.children.append(child)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def ancestors(self) -> Iterator["Node"]:
        """The parent, its parent, and so on up to the document."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def __repr__(self) -> str:
        return f"<{self.kind} {self.start}:{self.end}>"
