"""The levels of the headings of a note, those in HTML included."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from notelint.document.node import Node
from notelint.document.section import Section
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_TAG = lazy_pattern(r"<!--.*?(?:-->|\Z)|<h([1-6])[\s>]", re.I | re.S)


class HeadingLevel(NamedTuple):
    """`span` is that of the heading, or of its opening tag."""

    span: Span
    level: int
    html: bool = False


def heading_levels(sections: Iterable[Section], html: Iterable[Node], text: str) -> list[HeadingLevel]:
    """All in document order; headings in quotes and items are not counted, as they open no section."""
    found = [HeadingLevel(section.heading.span, section.level) for section in sections if section.heading is not None]
    for node in html:
        tags = _TAG.finditer(text, node.start, node.end)
        found += [HeadingLevel(Span(*tag.span()), int(tag.group(1)), html=True) for tag in tags if tag.group(1)]
    return sorted(found)
