"""What links can jump to in a note."""

import re
from collections.abc import Iterator

from notelint.document import Document, id_in
from notelint.links.heading import Heading
from notelint.source.lazy_pattern import lazy_pattern

_BLOCK_ID = lazy_pattern(r"(?:^|\s)(\^[A-Za-z0-9-]+)[ \t]*$", re.MULTILINE)
_ADDS_LETTERS = lazy_pattern(r"[\[$<&\\]")
_ATTRIBUTES = lazy_pattern(r"\{([^{}\n]*+)\}")
_TARGET = lazy_pattern(r"^\(([\w:.-]++)\)=[ \t]*$", re.MULTILINE)
_ID = lazy_pattern(r"#([\w:.-]++)")


def headings(document: Document) -> Iterator[Heading]:
    """All headings in order, those in quotes and items included."""
    for node in document.blocks:
        if node.kind == "heading":
            title = document.text_of(node).plain.strip()
            place, name = document.source.place(node.span), id_in(node.attributes["attribute_list"])
            written = node.leaf.raw.strip() if node.leaf is not None and _ADDS_LETTERS.search(node.leaf.raw) else ""
            yield Heading(place, title, document.slug_of(node), node.attributes["level"], name, written)


def anchors(document: Document) -> Iterator[str]:
    """Anchors as in Document; then ids in attribute lists (`{#id}`, as static sites know them), targets (`(id)=`, as MyST does) and block ids (`^id`, as Obsidian does)."""
    yield from document.anchors
    text = document.source.text
    if "#" in text and "{" in text:
        yield from (ids[-1] for match in _ATTRIBUTES.finditer(text) if (ids := _ID.findall(match[1])))
    if ")=" in text:
        yield from (match[1] for match in _TARGET.finditer(text))
    if "^" in text:
        yield from (match[1] for match in _BLOCK_ID.finditer(text))
