"""All extractors over one Document."""

from collections.abc import Iterator

import msgspec

from notelint.document import Document
from notelint.facts.aliases import aliases
from notelint.facts.anchors import anchors, headings
from notelint.facts.arithmetic import sums
from notelint.facts.claims import ClaimReader
from notelint.facts.expansions import expansions
from notelint.facts.links import links
from notelint.facts.mentions import MentionReader
from notelint.facts.model import Facts
from notelint.facts.outline import OutlineReader
from notelint.facts.phrases import PhraseReader
from notelint.facts.placement import placement
from notelint.facts.published import is_published
from notelint.facts.spelling import SpellingReader
from notelint.facts.spelling.told import GONE, told_of
from notelint.facts.subjects import SubjectReader
from notelint.facts.suppressions import suppressions
from notelint.reference import Reference


class Extractor:
    """The extractors of one Reference, built once."""

    def __init__(self, reference: Reference) -> None:
        self._gone = frozenset(entity.id for entity in reference.entities.values() if entity.status and entity.status.state in GONE)
        self.mentions = MentionReader(reference)
        self.subjects = SubjectReader(reference, self.mentions)
        self.claims = ClaimReader(reference, self.subjects)
        self.spelling = SpellingReader(reference)
        self.outlines = OutlineReader(self.mentions, PhraseReader(_phrases(reference)))

    def extract(self, document: Document, *, outlined: bool = True) -> Facts:
        """Everything that a run keeps of the note; the outline only if it is wanted."""
        readings = self.subjects.read(document)
        slips, strangers = self.spelling.read(document, readings)
        return Facts(
            path=document.source.path,
            claims=tuple(self.claims.read(document, readings)),
            expansions=tuple(expansions(document, readings, self.mentions)),
            links=tuple(links(document)),
            anchors=tuple(anchors(document)),
            outlined=msgspec.msgpack.encode(self.outlines.read(document, readings)) if outlined else b"",
            headed=msgspec.msgpack.encode(list(headings(document))),
            suppressions=tuple(suppressions(document)),
            placement=tuple(placement(document)),
            published=is_published(document),
            aliases=tuple(aliases(document)),
            slips=tuple(slips),
            strangers=tuple(strangers),
            gone=told_of(readings.values(), self._gone),
            sums=tuple(one for reading in readings.values() for one in sums(document, reading, self.claims.quantities)),
        )


def _phrases(reference: Reference) -> Iterator[str]:
    for blueprint in reference.blueprints.values():
        for domain in blueprint.domains:
            for task in domain.tasks:
                for objective in task.objectives:
                    yield from objective.phrases


_EXTRACTORS: dict[int, tuple[Reference, Extractor]] = {}


def extractor(reference: Reference) -> Extractor:
    """The Extractor of a Reference, made at the first call."""
    known = _EXTRACTORS.get(id(reference))
    if known is None or known[0] is not reference:
        _EXTRACTORS.clear()
        known = _EXTRACTORS[id(reference)] = (reference, Extractor(reference))
    return known[1]


def extract(document: Document, reference: Reference, *, outlined: bool = True) -> Facts:
    """The Facts of one Document."""
    return extractor(reference).extract(document, outlined=outlined)
