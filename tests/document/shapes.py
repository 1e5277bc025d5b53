"""Trees as short strings."""

from notelint.document import Document, Node, parse
from notelint.source import Source


def read(text: str) -> Document:
    return parse(Source("note.md", text))


def blocks(text: str) -> str:
    """The block tree: `list(item(paragraph) item(paragraph))`."""
    return " ".join(_shape(node) for node in read(text).root.children)


def inlines(text: str) -> str:
    """The inline tree of the first leaf, with what each text node holds."""
    document = read(text)
    leaf = next(node for node in document.blocks if node.leaf)
    return " ".join(_inline(document, node) for node in document.inlines(leaf))


def texts(text: str) -> list[str]:
    """What all statements read."""
    return [statement.text.plain for statement in read(text).statements]


def _shape(node: Node) -> str:
    inside = "" if node.leaf else " ".join(_shape(child) for child in node.children)
    name = f"h{node.attributes['level']}" if node.kind == "heading" else node.kind
    return f"{name}({inside})" if inside else name


def _inline(document: Document, node: Node) -> str:
    if node.children:
        return f"{node.kind}({' '.join(_inline(document, child) for child in node.children)})"
    held = document.source.text[node.start : node.end]
    return repr(held) if node.kind == "text" else f"{node.kind}={held!r}" if node.kind not in {"softbreak", "linebreak"} else node.kind


def node_of(text: str, kind: str) -> tuple[Document, Node]:
    """The first node of a kind, inlines read."""
    document = read(text)
    for leaf in document.blocks:
        document.inlines(leaf)
    return document, next(node for node in document.root.walk() if node.kind == kind)
