"""Links of a note as facts, so that they can be checked when all notes are known."""

from collections.abc import Iterator

from notelint.document import Document
from notelint.facts.model import Link
from notelint.source import Span


def links(document: Document) -> Iterator[Link]:
    """Links, images and wiki links with what they point to."""
    for node in document.links:
        if node.kind == "autolink":
            continue
        span = node.attributes.get("destination_span") or node.span
        place = document.source.place(Span(*span))
        label = document.source.text[node.start : node.end]
        if node.kind == "wiki_link":
            yield Link(place, node.attributes["target"], image=bool(node.attributes.get("embed")), wiki=True, label=label)
        else:
            yield Link(place, node.attributes["destination"], image=node.kind == "image", label=label)
