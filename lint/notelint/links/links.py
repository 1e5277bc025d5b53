"""Links of a note as facts, so that they can be checked when all notes are known."""

from collections.abc import Iterator

from notelint.document import Document, Node, normalise_label
from notelint.links.link import Link
from notelint.source import Span


def links(document: Document) -> Iterator[Link]:
    """Links, images and wiki links with what they point to, those in HTML included; a reference once, where it is defined."""
    shown = {True: set[str](), False: set[str]()}
    for node in document.links:
        if node.kind == "wiki_link":
            yield _wiki(document, node)
        elif node.kind != "autolink" and node.attributes["label"] is None:
            yield _link(document, node)
        elif node.kind != "autolink":
            shown[node.kind == "image"].add(normalise_label(node.attributes["label"]))
    yield from _definitions(document, shown)
    for link in document.html_links:
        yield Link(document.source.place(link.destination_span), link.destination, image=link.image)


def _wiki(document: Document, node: Node) -> Link:
    span = node.attributes["target_span"]
    return Link(
        document.source.place(span),
        node.attributes["target"],
        image=bool(node.attributes["embed"]),
        wiki=True,
        label=(node.attributes["label"] or "").strip(),
    )


def _link(document: Document, node: Node) -> Link:
    span = node.attributes["destination_span"] or node.span
    label = document.source.text[node.children[0].start : node.children[-1].end] if node.children else ""
    return Link(document.source.place(Span(*span)), node.attributes["destination"], image=node.kind == "image", label=label)


def _definitions(document: Document, shown: dict[bool, set[str]]) -> Iterator[Link]:
    """The definitions that something in the note uses."""
    for label, node in document.link_definitions.items():
        if label in shown[True] or label in shown[False]:
            place = document.source.place(node.attributes["destination_span"])
            yield Link(place, node.attributes["destination"], image=label in shown[True], label=node.attributes["label"])
