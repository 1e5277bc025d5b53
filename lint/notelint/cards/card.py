"""One flashcard."""

import msgspec

from notelint.reference import CanonicalValue


class Card(msgspec.Struct, frozen=True):
    """`key` is the same for the same fact in every run, so that an import updates a card and keeps what was learnt of it.

    `value` is the canonical value in the notation of packs, "" where the answer is words. `source` is a page that a reader can open, or "".
    """

    key: str
    question: str
    answer: str
    value: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    outdated: bool = False
    """Whether the notes still state the former value."""


def key_of(value: CanonicalValue) -> str:
    """What tells a value from all others, whatever it is at the time."""
    return "|".join([value.entity, value.attribute, value.role, *value.qualifiers])
