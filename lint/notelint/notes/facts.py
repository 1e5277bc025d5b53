"""Facts: all that a run keeps of one note. Frozen and compact: facts outlive the document, go into the cache and come back from worker processes."""

from functools import cached_property, lru_cache

import msgspec

from notelint.claims.claim import Claim
from notelint.claims.expansion import Expansion
from notelint.claims.sum import Sum
from notelint.links.heading import Heading
from notelint.links.link import Link
from notelint.notes.suppression import Suppression
from notelint.outlines.outline import Outline
from notelint.spelling.slip import Slip

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
    """Whether the front matter speaks to a site generator (layout, permalink, weight ...). Then links may lead to pages that it makes."""
    aliases: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    strangers: tuple[str, ...] = ()
    """Words that no list but those of accepted words knows, in lower case, each once."""
    sums: tuple[Sum, ...] = ()
    gone: tuple[str, ...] = ()
    """Ended or closed entities of which the note tells so."""
    partial: bool = False
    """Whether there is more in the note than was read. Then nothing can be said to be missing from it."""

    @cached_property
    def outline(self) -> tuple[Outline, ...]:
        """One entry per section in document order; the first is the root."""
        return _OUTLINE.decode(self.outlined) if self.outlined else ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in document order, those in quotes and items included."""
        return _headings(self.headed)
