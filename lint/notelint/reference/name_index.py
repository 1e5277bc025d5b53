"""The names of all entities by how they begin."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from notelint.reference.reference import Reference


class KnownName(NamedTuple):
    """A way to write an entity: its name or an alias."""

    lower: str
    text: str
    entity: str


@lru_cache(maxsize=4)
def _index(reference: Reference) -> list[KnownName]:
    names = {KnownName(form.lower(), form, one.id) for one in reference.entities.values() for form in (one.name, *one.aliases)}
    return sorted(names)


def names_beginning(text: str, reference: Reference) -> Iterator[KnownName]:
    """The names that begin so, in whatever case, in alphabetical order."""
    index, wanted = _index(reference), text.lower()
    for at in range(bisect_left(index, (wanted,)), len(index)):
        if not index[at].lower.startswith(wanted):
            return
        yield index[at]
