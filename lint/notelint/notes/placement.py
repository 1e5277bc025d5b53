"""Where the front matter of a note puts it: keys exam, domain and task."""

from collections.abc import Iterator

from notelint.document import Document

_KEYS = ("exam", "domain", "task")


def placement(document: Document) -> Iterator[tuple[str, str]]:
    """(key, value) pairs in the order of the keys; a list gives one pair an item."""
    data = document.front_matter.data if document.front_matter else None
    for key in _KEYS:
        value = (data or {}).get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str | int | float) and not isinstance(one, bool):
                yield key, str(one).strip()
