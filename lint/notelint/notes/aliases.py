"""Other names of a note."""

from collections.abc import Iterator

from notelint.document import Document

_KEYS = ("alias", "aliases", "title")


def aliases(document: Document) -> Iterator[str]:
    """What its front matter says it is also called: wikis find it by these names too."""
    front_matter = document.front_matter
    data = front_matter.data if front_matter is not None else None
    for key in _KEYS if data else ():
        value = (data or {}).get(key)
        names = value if isinstance(value, list) else str(value).split(",") if value else []
        yield from (str(name).strip() for name in names if name and str(name).strip())
