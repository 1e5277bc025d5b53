"""Whether a note is the source of a page that a site generator makes."""

from notelint.document import Document

_KEYS = frozenset(
    {
        "draft",
        "layout",
        "menu",
        "nav_order",
        "permalink",
        "sidebar_label",
        "sidebar_position",
        "slug",
        "weight",
    }
)
"""Front matter of Jekyll, Hugo and Docusaurus that editors of notes do not write."""


def is_published(document: Document) -> bool:
    """True if its front matter says so."""
    front_matter = document.front_matter
    return front_matter is not None and front_matter.data is not None and not _KEYS.isdisjoint(front_matter.data)
