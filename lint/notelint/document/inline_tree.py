"""Inline tokens -> nodes with spans in the Source, and text nodes in the gaps."""

import re
from typing import TYPE_CHECKING, Any

from mistune.util import unescape

from notelint.document.node import Node
from notelint.source import Span

if TYPE_CHECKING:
    from notelint.document.leaf import Leaf

_KINDS = {"inline_html": "html_inline"}
_URL = re.compile(r"(?<![A-Za-z0-9_@/.-])(?:https?://|www\.)[^\s<>`]+", re.I)
_TRAILING = re.compile(r"(?:[?!.,:;*_~'\"]|&[A-Za-z0-9]+;)+$")


def build_inlines(leaf: "Leaf", tokens: list[dict[str, Any]]) -> None:
    """Hang the nodes of `tokens`, and the text between them, below the leaf's node."""
    _fill(leaf, leaf.node, tokens, 0, len(leaf.raw))


def _fill(leaf: "Leaf", parent: Node, tokens: list[dict[str, Any]], start: int, end: int) -> None:
    for token in tokens:
        if token["s"] > start:
            _add_text(leaf, parent, start, token["s"])
        _add_node(leaf, parent, token)
        start = token["e"]
    if end > start:
        _add_text(leaf, parent, start, end)


def _add_node(leaf: "Leaf", parent: Node, token: dict[str, Any]) -> None:
    kind = token["type"]
    node = Node(_KINDS.get(kind, kind), leaf.to_source(token["s"]), leaf.to_source(token["e"]), token.get("attributes"))
    parent.add(node)
    span = node.attributes.pop("span", None)
    if span:
        name = "target_span" if kind == "wiki_link" else "destination_span"
        node.attributes[name] = Span(leaf.to_source(span[0]), leaf.to_source(span[1]))
    if "inner" in token:
        inner = token["inner"]
        if "children" not in token:
            node.attributes["content"] = Span(leaf.to_source(inner[0]), leaf.to_source(inner[1]))
            return
        _fill(leaf, node, token["children"], *inner)
    elif "width" in token:
        _fill(leaf, node, token["children"], token["s"] + token["width"], token["e"] - token["width"])


def _add_text(leaf: "Leaf", parent: Node, start: int, end: int) -> None:
    raw = leaf.raw
    for match in _URL.finditer(raw, start, end) if "://" in raw or "www." in raw or "WWW." in raw else ():
        stop = _url_end(raw, match.start(), match.end())
        if stop - match.start() < 8:
            continue
        if match.start() > start:
            _add_plain(leaf, parent, start, match.start())
        url = unescape(raw[match.start() : stop])
        destination = "http://" + url if url[:4].lower() == "www." else url
        attributes = {"destination": destination, "bare": True}
        parent.add(Node("autolink", leaf.to_source(match.start()), leaf.to_source(stop), attributes))
        start = stop
    if end > start:
        _add_plain(leaf, parent, start, end)


def _add_plain(leaf: "Leaf", parent: Node, start: int, end: int) -> None:
    parent.add(Node("text", leaf.to_source(start), leaf.to_source(end)))


def _url_end(raw: str, start: int, end: int) -> int:
    """Where GitHub ends a bare URL: before closing punctuation and a bracket that it did not open."""
    while end > start:
        trailing = _TRAILING.search(raw, max(start, end - 40), end)
        if trailing:
            end = trailing.start()
        elif raw[end - 1] == ")" and raw.count("(", start, end) < raw.count(")", start, end):
            end -= 1
        elif raw[end - 1] == "]" and raw.count("[", start, end) < raw.count("]", start, end):
            end -= 1
        else:
            break
    return end
