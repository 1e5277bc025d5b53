"""Notes that are forms to fill in: their empty sections and items are meant so."""

import os

from notelint.document import Document
from notelint.language import load_language

_TAGS = ("{{", "<%")
_BOARD = "kanban-plugin"


def is_form(document: Document) -> bool:
    """Whether the note is a template, by its folder, its front matter or a heading with tags to fill in, or a board of cards."""
    return _is_board(document) or _is_in_template_folder(document.source.path) or has_tags(document)


def has_tags(document: Document) -> bool:
    """Whether the front matter or a heading holds tags of a template, such as `{{title}}` or `<% tp.date.now() %>`."""
    front = document.front_matter
    texts = [document.source.text[slice(*front.content)]] if front else []
    texts += [document.source.text[node.start : node.end] for node in document.root.children if node.kind == "heading"]
    return any(tag in text for text in texts for tag in _TAGS)


def _is_board(document: Document) -> bool:
    front = document.front_matter
    return front is not None and front.data is not None and _BOARD in front.data


def _is_in_template_folder(path: str) -> bool:
    names = load_language().sections.template_folders
    return any("".join(filter(str.isalpha, folder)).lower() in names for folder in os.path.dirname(path).split("/"))
