"""What a link inside a note can jump to."""

import re
from collections.abc import Iterator

from notelint.document.node import Node
from notelint.document.text import Style, Text
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_UNNAMED = int(Style.IMAGE | Style.HTML)
_TAG = lazy_pattern(r"<!--.*?(?:-->|\Z)|<[A-Za-z][^<>]*>", re.DOTALL)
_NAME = lazy_pattern(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE)


def heading_name(text: Text) -> str:
    """What GitHub makes a heading's anchor from: its text without images."""
    if len(text.runs) == 1 and text.runs[0].style is Style.PROSE:
        return text.plain
    return "".join(text.plain[run.start : run.end] for run in text.runs if not int(run.style) & _UNNAMED)


def html_anchors(node: Node, text: str) -> list[tuple[str, Span]]:
    """The `id` and `name` attributes of an html_block or html_inline node, each with the span of its tag; comments are skipped."""
    return list(_anchors(text, node.start, node.end))


def _anchors(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for tag in _TAG.finditer(text, start, end):
        for match in _NAME.finditer(tag.group()) if not tag.group().startswith("<!") else ():
            name = match.group(1) or match.group(2) or match.group(3)
            if name:
                yield name, Span(*tag.span())
