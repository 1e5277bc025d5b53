"""Document: one Source as a positioned tree, with what rules and extractors ask of it."""

import re
from collections.abc import Iterator
from functools import cached_property

from notelint.document.anchors import heading_name, html_anchors
from notelint.document.comments import Comment, comments_in
from notelint.document.front_matter import FrontMatter
from notelint.document.heading_levels import HeadingLevel, heading_levels
from notelint.document.html_links import HtmlLink, html_links
from notelint.document.leaf import Leaf
from notelint.document.near_headings import NearHeading, near_headings
from notelint.document.node import Node
from notelint.document.outline import SectionTree
from notelint.document.section import Section
from notelint.document.slug import Slugger
from notelint.document.statement import Statement
from notelint.document.text import Text
from notelint.source import Source, Span
from notelint.source.lazy_pattern import lazy_pattern

_LINK_MARK = lazy_pattern(r"[\[<]|://|www\.|WWW\.")
_TAG_MARK = lazy_pattern("<")
_LINKS = frozenset({"link", "image", "autolink", "wiki_link"})


class Document:
    """`root` is the tree of blocks; inlines hang below their leaf block once `inlines` asked for them.

    `link_definitions` holds the first definition of each label under the label as `normalise_label` makes it, `footnotes` likewise.
    """

    def __init__(
        self,
        source: Source,
        root: Node,
        front_matter: FrontMatter | None,
        link_definitions: dict[str, Node],
        footnotes: dict[str, Node],
    ) -> None:
        self.source = source
        self.root = root
        self.front_matter = front_matter
        self.link_definitions = link_definitions
        self.footnotes = footnotes

    @cached_property
    def _outline(self) -> SectionTree:
        outline = SectionTree(self.root)
        for section in outline.sections:
            assert section.heading is not None
            section.slug = self._slugs[id(section.heading.node)]
        return outline

    @property
    def root_section(self) -> Section:
        """What is before the first heading, with all sections below it."""
        return self._outline.root

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections in document order, without the root."""
        return tuple(self._outline.sections)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in document order, headings included."""
        return tuple(self._outline.statements)

    @cached_property
    def blocks(self) -> tuple[Node, ...]:
        """All block nodes in document order, without the root."""
        found: list[Node] = []
        stack = self.root.children[::-1]
        while stack:
            node = stack.pop()
            found.append(node)
            if node.leaf is None:
                stack.extend(reversed(node.children))
        return tuple(found)

    def text_of(self, leaf: Node) -> Text:
        """What a reader sees of a heading, paragraph or table cell; empty for other nodes."""
        return leaf.leaf.text if leaf.leaf is not None else Text("", ())

    def inlines(self, leaf: Node) -> list[Node]:
        """The inline nodes of a heading, paragraph or table cell; from now on they are its children."""
        return leaf.leaf.inlines if leaf.leaf is not None else []

    def inlines_with(self, mark: re.Pattern[str]) -> Iterator[Node]:
        """All inline nodes, at any depth, of the leaves in whose raw text `mark` is found, in document order."""
        for leaf in self._leaves:
            if mark.search(leaf.raw):
                for node in leaf.inlines:
                    yield from node.walk()

    @cached_property
    def _leaves(self) -> list[Leaf]:
        return [node.leaf for node in self.blocks if node.leaf is not None]

    @cached_property
    def links(self) -> tuple[Node, ...]:
        """Links, images, autolinks and wiki links in document order; a bare URL inside a link's text is not one."""
        nodes = self.inlines_with(_LINK_MARK)
        return tuple(node for node in nodes if node.kind in _LINKS and not _is_label(node))

    @cached_property
    def code_blocks(self) -> tuple[Node, ...]:
        """Fenced and indented code blocks in document order."""
        return tuple(node for node in self.blocks if node.kind == "code_block")

    @cached_property
    def _html(self) -> list[Node]:
        blocks = [node for node in self.blocks if node.kind == "html_block"]
        inlines = [node for node in self.inlines_with(_TAG_MARK) if node.kind == "html_inline"]
        return sorted(blocks + inlines, key=lambda node: node.start) if inlines else blocks

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """HTML comments in document order."""
        text = self.source.text
        return tuple(comment for node in self._html for comment in comments_in(node, text))

    @cached_property
    def html_links(self) -> tuple[HtmlLink, ...]:
        """Links and images in raw HTML, in document order."""
        return tuple(link for node in self._html for link in html_links(node, self.source.text))

    @cached_property
    def heading_levels(self) -> tuple[HeadingLevel, ...]:
        """The level of each heading, those in HTML included, in document order."""
        return tuple(heading_levels(self.sections, self._html, self.source.text))

    @cached_property
    def near_headings(self) -> tuple[NearHeading, ...]:
        """Lines of paragraphs that are meant as headings, in document order."""
        return tuple(near_headings(self.blocks))

    @cached_property
    def _slugs(self) -> dict[int, str]:
        slugger = Slugger()
        return {id(node): slugger.slug(self._name(node)) for node in self.blocks if node.kind == "heading"}

    def _name(self, heading: Node) -> str:
        """What GitHub makes an anchor of; it knows no lists of attributes."""
        name, attributes = heading_name(self.text_of(heading)), heading.attributes["attribute_list"]
        return f"{name} {attributes}" if attributes else name

    @cached_property
    def anchors(self) -> dict[str, Span]:
        """What `#...` can point to: GitHub's heading anchors, and names and ids in raw HTML, as written."""
        anchors = {self._slugs[id(node)]: node.span for node in self.blocks if node.kind == "heading"}
        for node in self._html:
            for name, span in html_anchors(node, self.source.text):
                anchors.setdefault(name, span)
        return anchors

    def close(self) -> None:
        """Cut all ties that lead back up, so that the memory is free at once and nobody has to search for cycles; it cannot be used after that."""
        for node in self.root.walk():
            node.parent = node.leaf = None
        for section in (self.root_section, *self.sections):
            section.parent = section.heading = None
            section.statements = []
        for statement in self.statements:
            statement.parent = None

    def slug_of(self, heading: Node) -> str:
        """The anchor of a heading node of this document."""
        return self._slugs[id(heading)]


def _is_label(node: Node) -> bool:
    return node.kind == "autolink" and any(above.kind == "link" for above in node.ancestors())
