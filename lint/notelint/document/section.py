"""Section: a heading up to the next one of the same or a higher level."""

from collections.abc import Iterator

import msgspec

from notelint.document.node import Node
from notelint.document.statement import Statement
from notelint.source import Span


class Section(msgspec.Struct, eq=False):
    """The root section (level 0, no heading) holds what is before the first heading and all top sections.

    `span` goes from the heading up to the next section; `blocks` and `statements` are its own (not those of its subsections), the
    heading and front matter left out; `slug` is the anchor that GitHub gives the heading.
    """

    heading: Statement | None
    level: int
    span: Span
    slug: str = ""
    parent: "Section | None" = None
    children: "list[Section]" = msgspec.field(default_factory=list)
    blocks: list[Node] = msgspec.field(default_factory=list)
    statements: list[Statement] = msgspec.field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading's text as read; empty for the root."""
        return self.heading.text.plain.strip() if self.heading else ""

    def path(self) -> "Iterator[Section]":
        """This section and those above it, nearest first, without the root."""
        section: Section | None = self
        while section is not None and section.level:
            yield section
            section = section.parent

    def walk(self) -> "Iterator[Section]":
        """This section and all below it, in document order."""
        stack = [self]
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))

    def __repr__(self) -> str:
        return f"<section {self.level} {self.slug!r} {self.span.start}:{self.span.end}>"
