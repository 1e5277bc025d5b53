"""What is read out of notes. All frozen and compact: these outlive the Document, go into the cache and come back from worker processes.

They hold nothing that could hold them in turn, so the search for cycles is spared them (gc=False).
"""

from enum import StrEnum
from functools import cached_property, lru_cache

import msgspec

from notelint.source import Place

SURE = 0.85
"""Confidence from which on a claim may be accused."""


class Bound(StrEnum):
    """How a quantity stands to the number: 5 TB, at least 90 days, up to 1 year, about 200 ms, 1 to 365 days."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    BELOW = "below"
    """less than, within: true of anything smaller too"""
    ABOVE = "above"
    """more than, over: true of anything larger too"""
    RANGE = "range"


class Quantity(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Magnitudes as written, in `unit` (`high_unit` where the upper end has another); one of low and high is None for an open bound.

    `dimension` is that of units.txt ("time", "data/time"), "count" for counted nouns (then `unit` is the noun), "number" for bare numbers.
    `low_base` and `high_base` are in the dimension's base unit. `per` holds what else it is divided by ("shard", "user").
    """

    low: float | None
    high: float | None
    unit: str
    dimension: str
    bound: Bound = Bound.EXACT
    low_base: float | None = None
    high_base: float | None = None
    per: tuple[str, ...] = ()
    high_unit: str | None = None
    open_end: bool = False
    """The upper end of a range has a "+": 90 to 700+ days."""


class Mention(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The words `text` at `place` name the entity `entity` (an id of the vocabulary, or "local:..." for a heading or label)."""

    place: Place
    entity: str
    text: str


class Claim(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note says that `attribute` of `entity` is `quantity` (or `text`), as written in `quote` at `place`. It may be false.

    `role` is exact, min, max, default, range or approx; `confidence` runs from 0 to 1; `entity` and `attribute` are "" where nothing fits.
    """

    place: Place
    quote: str
    entity: str
    attribute: str
    role: str
    quantity: Quantity | None = None
    qualifiers: tuple[str, ...] = ()
    text: str | None = None
    confidence: float = 0.0
    words: str = ""
    """The other words of its clause, sorted; of a claim that may be accused only, since none but these are compared."""


class Sum(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A sum stated in a note: the result as written at `place`, and the `expected` one in the same `unit`."""

    place: Place
    quote: str
    expected: float
    unit: str
    right: bool


class Expansion(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note says that `acronym` stands for `text`."""

    place: Place
    acronym: str
    text: str
    entity: str = ""


class Link(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A link, image or wiki link as written; `destination` is decoded, `place` is that of the destination where it has one of its own."""

    place: Place
    destination: str
    image: bool = False
    wiki: bool = False
    label: str = ""


class Heading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A heading as read, with the anchor that GitHub gives it, of level 1 to 6."""

    place: Place
    title: str
    anchor: str
    level: int


class Suppression(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A comment that silences `rules` from `first` to `last` line; `problem` says what is wrong with the comment itself."""

    place: Place
    rules: tuple[str, ...]
    first: int
    last: int
    reason: str = ""
    problem: str = ""


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
    what stands before the first heading. `statements` counts statements of its own that say something, `briefs` those of one or two words,
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


class Slip(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The words `text` at `place` are wrong in the way that `rule` reports; `suggestions` best first, `sure` when the first is right for certain.

    `entity` is what a term names, `about` what else the message needs.
    """

    rule: str
    place: Place
    text: str
    suggestions: tuple[str, ...] = ()
    sure: bool = False
    about: str = ""
    entity: str = ""


_OUTLINE = msgspec.msgpack.Decoder(tuple[Outline, ...])
_HEADINGS = msgspec.msgpack.Decoder(tuple[Heading, ...])


@lru_cache(maxsize=100)
def _headings(encoded: bytes) -> tuple[Heading, ...]:
    return _HEADINGS.decode(encoded) if encoded else ()


class Facts(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """All that a run keeps of one note."""

    path: str
    claims: tuple[Claim, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[str, ...] = ()
    outlined: bytes = b""
    """The outline, encoded: a tenth of the work and a quarter of all that is kept. Empty where only coverage would look at it."""
    suppressions: tuple[Suppression, ...] = ()
    placement: tuple[tuple[str, str], ...] = ()
    """What the front matter says under exam, domain and task: (key, value), one pair a value."""
    headed: bytes = b""
    """The headings, encoded: few of them are ever looked at."""
    published: bool = False
    """Does the front matter speak to a site generator (layout, permalink, weight ...)? Then links may lead to pages that it makes."""
    aliases: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    strangers: tuple[str, ...] = ()
    """Words that no list but those of accepted words knows, in lower case, each once."""
    sums: tuple[Sum, ...] = ()
    gone: tuple[str, ...] = ()
    """Ended or closed entities of which the note tells so."""

    @cached_property
    def outline(self) -> tuple[Outline, ...]:
        """One entry a section in document order; the first is the root."""
        return _OUTLINE.decode(self.outlined) if self.outlined else ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in document order, those in quotes and items included."""
        return _headings(self.headed)
