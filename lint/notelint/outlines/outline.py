"""A section of a note, and the evidence in it, as coverage sees it."""

import msgspec

from notelint.source import Place


class Evidence(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Lines of a section on one topic (an entity, or "phrase:..."): those that say something about it, and those that only name it.

    Only the first dozen are kept: what is said often is said.
    """

    topic: str
    about: tuple[int, ...]
    named: tuple[int, ...] = ()


class Outline(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A section for coverage: its heading line, where it hangs, how much is said in it and about what.

    `parent` is the index of the section above in Facts.outline; the first entry is the root (level 0, parent -1, no title), which holds
    what is before the first heading. `statements` counts statements of its own that say something, `briefs` those of one or two words,
    `media` images and mere links; `topics` are those that the heading names (of the root: the file name).
    """

    place: Place
    title: str
    level: int
    parent: int
    statements: int
    briefs: int
    words: int
    media: int
    topics: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
