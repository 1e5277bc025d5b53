"""Names that mean two things."""

import re
from collections.abc import Iterator

from notelint.packs.load import Entries
from notelint.packs.problem import Problem, Where


def shared_names(entries: Entries) -> Iterator[Problem]:
    """Names and aliases of two entities: what a note means by them is decided by what is around, if at all."""
    first: dict[str, tuple[str, str, Where]] = {}
    for placed in entries.entities:
        named = [(placed.entry.name, placed.at("name"))]
        named += [(alias, placed.at("aliases", index)) for index, alias in enumerate(placed.entry.aliases)]
        for text, where in named:
            name, _, other_where = first.setdefault(_words(text), (placed.entry.id, text, where))
            if name != placed.entry.id:
                message = (
                    f'"{text}" names {placed.entry.id} here, and {name} at {other_where}; under `within` it counts only below its parent'
                )
                yield Problem(where, message, other_where, fatal=False)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+[+#]*", text.casefold())) or text
