"""Links and images that are written as HTML."""

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from notelint.document.node import Node
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_TAG = lazy_pattern(r"<!--.*?(?:-->|\Z)|<(a|img)\s[^<>]*>", re.I | re.S)
_TARGET = lazy_pattern(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`{}]+))""", re.I)


class HtmlLink(msgspec.Struct, frozen=True):
    """An `a` with href or an `img` with src; `destination` is decoded and stripped, `destination_span` that of the value as written."""

    destination: str
    destination_span: Span
    image: bool


def html_links(node: Node, text: str) -> Iterator[HtmlLink]:
    """The links of an html_block or html_inline node, in order; comments are skipped."""
    for tag in _TAG.finditer(text, node.start, node.end):
        target = _TARGET.search(text, tag.start(), tag.end()) if tag.group(1) else None
        if target is None:
            continue
        start, end = next(target.span(group) for group in (1, 2, 3) if target.start(group) >= 0)
        yield HtmlLink(unescape(text[start:end]).strip(), Span(start, end), tag.group(1).lower() == "img")
