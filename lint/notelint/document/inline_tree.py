"""Inline tokens -> nodes with spans in the Source, and text nodes in the gaps."""

from typing import TYPE_CHECKING, Any

from notelint.document.node import Node
from notelint.source import Span

if TYPE_CHECKING:
    from notelint.document.leaf import Leaf


def build_inlines(leaf: "Leaf", tokens: list[dict[str, Any]]) -> None:
    """Hang the nodes of `tokens`, and the text between them, below the leaf's node."""
    _fill(leaf, leaf.node, tokens, 0, len(leaf.raw))


def _fill(leaf: "Leaf", parent: Node, tokens: list[dict[str, Any]], start: int, end: int) -> None:
    for token in tokens:
        if token["s"] > start:
            _add(leaf, parent, "text", start, token["s"])
        _add_token(leaf, parent, token)
        start = token["e"]
    if end > start:
        _add(leaf, parent, "text", start, end)


def _add(leaf: "Leaf", parent: Node, kind: str, start: int, end: int, attributes: dict[str, Any] | None = None) -> Node:
    node = Node(kind, leaf.to_source(start), leaf.to_source(end), attributes)
    parent.add(node)
    return node


def _add_token(leaf: "Leaf", parent: Node, token: dict[str, Any]) -> None:
    attributes = token.get("attributes")
    node = _add(leaf, parent, token["type"], token["s"], token["e"], dict(attributes) if attributes else None)
    span = node.attributes.pop("span", None)
    if span:
        name = "target_span" if node.kind == "wiki_link" else "destination_span"
        node.attributes[name] = Span(leaf.to_source(span[0]), leaf.to_source(span[1]))
    inner = token.get("inner")
    if inner and "children" in token:
        _fill(leaf, node, token["children"], inner[0], inner[1])
    elif inner:
        node.attributes["content"] = Span(leaf.to_source(inner[0]), leaf.to_source(inner[1]))
