"""All extractors over one Document."""

from collections.abc import Iterator
from functools import cached_property

import msgspec

from notelint.claims.arithmetic import SumReader
from notelint.claims.claims import ClaimReader
from notelint.claims.expansions import ExpansionReader
from notelint.document import Document
from notelint.language import load_language
from notelint.links.anchors import anchors, headings
from notelint.links.links import links
from notelint.notes.aliases import aliases
from notelint.notes.facts import Facts
from notelint.notes.placement import placement
from notelint.notes.published import is_published
from notelint.notes.suppressions import suppressions
from notelint.outlines.reader import OutlineReader
from notelint.reference import Reference
from notelint.spelling import SpellingReader
from notelint.subjects.mentions import MentionReader
from notelint.subjects.phrases import PhraseReader
from notelint.subjects.subjects import SubjectReader


class Extractor:
    """The extractors of one Reference, built once."""

    def __init__(self, reference: Reference) -> None:
        self.mentions = MentionReader(reference)
        self.subjects = SubjectReader(reference, self.mentions)
        self.claims = ClaimReader(reference, self.subjects)
        self.expansions = ExpansionReader(reference, self.mentions)
        self.sums = SumReader(self.claims.quantities, load_language())
        self.spelling = SpellingReader(reference)
        self._reference = reference

    @cached_property
    def outlines(self) -> OutlineReader:
        """Made for the first outline that is wanted."""
        return OutlineReader(self.mentions, PhraseReader(_phrases(self._reference)))

    def extract(self, document: Document, *, outlined: bool = True) -> Facts:
        """Everything that a run keeps of the note; the outline only if it is wanted."""
        readings = self.subjects.read(document)
        slips, strangers = self.spelling.read(document, readings)
        return Facts(
            path=document.source.path,
            claims=tuple(self.claims.read(document, readings)),
            expansions=tuple(self.expansions.read(document, readings)),
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
            gone=tuple(sorted(self.spelling.terms.former_names.told_gone(list(readings.values())))),
            sums=tuple(one for reading in readings.values() for one in self.sums.read(document, reading)),
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
