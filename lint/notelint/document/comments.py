"""HTML comments."""

import re
from collections.abc import Iterator

import msgspec

from notelint.document.node import Node
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_COMMENT = lazy_pattern(r"<!--(?:>|->|(.*?)(?:-->|\Z))", re.DOTALL)


class Comment(msgspec.Struct, frozen=True):
    """An HTML comment; `text` is what is between the markers, stripped; `content` is its Span."""

    span: Span
    content: Span
    text: str
    block: bool
    """True if nothing else is on its lines."""
    closed: bool = True
    """False if there is no `-->`: everything up to the end of the block, often of the note, is then part of the comment."""


def comments_in(node: Node, text: str) -> Iterator[Comment]:
    """The comments of an html_block or html_inline node; one that is not closed reaches to the block's end."""
    for match in _COMMENT.finditer(text[node.start : node.end]):
        start, end = match.start() + node.start, match.end() + node.start
        content = Span(match.start(1) + node.start, match.end(1) + node.start) if match.group(1) is not None else Span(start, start)
        closed = match.group(1) is None or match.end(1) < match.end()
        yield Comment(Span(start, end), content, (match.group(1) or "").strip(), _is_alone(node, text, start, end), closed)


def _is_alone(node: Node, text: str, start: int, end: int) -> bool:
    if node.kind != "html_block":
        return False
    while start > node.start and text[start - 1] in " \t>":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return (start == node.start or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
