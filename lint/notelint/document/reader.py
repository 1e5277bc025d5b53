"""Inline nodes -> Text."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mistune.util import unescape

from notelint.document.node import Node
from notelint.document.text import Run, Style, Text

if TYPE_CHECKING:
    from notelint.document.leaf import Leaf

_STYLES = {
    "emph": Style.EMPH,
    "strong": Style.STRONG,
    "strikethrough": Style.STRUCK,
    "link": Style.LINK,
    "image": Style.IMAGE,
    "code": Style.CODE,
    "math": Style.MATH,
    "autolink": Style.URL,
    "wiki_link": Style.LINK,
}
_BREAK_TAG = re.compile(r"</?br\s*/?>", re.I)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
_ESCAPED_PIPE = re.compile(r"\\\|")
_LINE_BREAK = re.compile(r" *\n[ \t]*")


class _Writer:
    """Collects pieces of plain text and joins what is contiguous into runs."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.size = 0

    def add(self, text: str, source: int, length: int, style: Style) -> None:
        """Append `text`, which stands for `length` characters at `source`."""
        if not text:
            return
        start, self.size = self.size, self.size + len(text)
        self.pieces.append(text)
        exact = len(text) == length
        if exact and self.runs:
            last = self.runs[-1]
            if last.style == style and last.source + last.length == source and last.end - last.start == last.length:
                self.runs[-1] = Run(last.start, self.size, last.source, last.length + length, style)
                return
        self.runs.append(Run(start, self.size, source, length, style))


def read(leaf: "Leaf") -> Text:
    """The leaf as a reader sees it."""
    writer = _Writer()
    stack = [(node, Style.PROSE) for node in reversed(leaf.inlines)]
    while stack:
        node, style = stack.pop()
        style |= _STYLES.get(node.kind, Style.PROSE)
        if node.children:
            stack.extend((child, style) for child in reversed(node.children))
        else:
            _read_node(leaf, node, style, writer)
    return Text("".join(writer.pieces), tuple(writer.runs))


def _read_node(leaf: "Leaf", node: Node, style: Style, writer: _Writer) -> None:
    kind = node.kind
    if kind == "text":
        _read_text(leaf, node.start, node.end, style, writer, _ESCAPED)
    elif kind in ("softbreak", "linebreak"):
        writer.add("\n", node.start, node.end - node.start, style)
    elif kind == "code":
        _read_code(leaf, node, style, writer)
    elif kind == "math":
        start, end = node.attributes["content"]
        _read_text(leaf, start, end, style, writer, None)
    elif kind == "autolink":
        bare = node.attributes["bare"]
        _read_text(leaf, node.start + (not bare), node.end - (not bare), style, writer, _ESCAPED if bare else None)
    elif kind == "wiki_link" and not (node.attributes["embed"] and node.attributes["label"] is None):
        start, end = node.attributes["content"]
        style = Style.IMAGE if node.attributes["embed"] else style
        _read_text(leaf, start, end, style, writer, None)
    elif kind == "html_inline" and _BREAK_TAG.fullmatch(leaf.context.text, node.start, node.end):
        writer.add("\n", node.start, node.end - node.start, style | Style.HTML)


def _read_code(leaf: "Leaf", node: Node, style: Style, writer: _Writer) -> None:
    start, end = node.attributes["content"]
    text = leaf.context.text
    if end - start > 2 and text[start] in " \n" and text[end - 1] in " \n" and text[start:end].strip(" \n"):
        start, end = start + 1, end - 1
    _read_text(leaf, start, end, style, writer, _ESCAPED_PIPE if leaf.node.kind == "table_cell" else None)


def _read_text(leaf: "Leaf", start: int, end: int, style: Style, writer: _Writer, escaped: re.Pattern[str] | None) -> None:
    for text, source, length in _lines(leaf, start, end):
        if length == len(text) and escaped and ("\\" in text or "&" in text):
            _read_escaped(text, source, style, writer, escaped)
        else:
            writer.add(text, source, length, style)


def _read_escaped(text: str, source: int, style: Style, writer: _Writer, escaped: re.Pattern[str]) -> None:
    at = 0
    for match in escaped.finditer(text):
        plain = match.group()[1:] if match.group()[0] == "\\" else unescape(match.group())
        if plain == match.group():
            continue
        writer.add(text[at : match.start()], source + at, match.start() - at, style)
        writer.add(plain, source + match.start(), len(match.group()), style)
        at = match.end()
    writer.add(text[at:], source + at, len(text) - at, style)


def _lines(leaf: "Leaf", start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The text between two Source offsets line by line, and each line break by itself, with offset and length in the Source."""
    text = leaf.context.text
    if text.find("\n", start, end) < 0:
        yield text[start:end], start, end - start
        return
    begin = leaf.to_raw(start)
    raw = leaf.raw[begin : leaf.to_raw(end)]
    at = 0
    for match in _LINE_BREAK.finditer(raw):
        yield raw[at : match.start()], leaf.to_source(begin + at), match.start() - at
        first, last = leaf.to_source(begin + match.start()), leaf.to_source(begin + match.end())
        yield "\n", first, last - first
        at = match.end()
    yield raw[at:], leaf.to_source(begin + at), len(raw) - at
