"""Claims: quantities with the entity and attribute that they are about."""

from collections.abc import Iterator

import msgspec

from notelint.claims.claim import Claim
from notelint.claims.hypotheses import HypothesisReader, weigh
from notelint.claims.markers import Markers
from notelint.claims.model import Model, load_model
from notelint.claims.qualifiers import cases, qualifiers
from notelint.claims.readings import Read, together
from notelint.claims.roles import role_of
from notelint.claims.statement_text import header_unit, labels, readable, role_words
from notelint.claims.tokens import phrase
from notelint.claims.wordings import WordingReader
from notelint.claims.zones import NoteZones
from notelint.document import Document, Statement
from notelint.document.code_comments import comment_texts
from notelint.language import load_language
from notelint.quantities.quantities import Found, QuantityReader, may_hold
from notelint.reference import Reference
from notelint.subjects.mentions import TextWords
from notelint.subjects.subjects import Reading, Subject, SubjectReader

_MOST = 200
"""Quantities of one statement that are made claims; a statement with more is data, not prose."""
_LABELLED = 0.9


class ClaimReader:
    """Reads the claims of documents with one Reference."""

    def __init__(self, reference: Reference, subjects: SubjectReader, model: Model | None = None) -> None:
        self.quantities = QuantityReader(reference)
        self.model = model or load_model()
        self._reference = reference
        self._subjects = subjects
        language = load_language()
        self._markers = Markers(language)
        self._hypotheses = HypothesisReader(reference, language)
        self.wordings = WordingReader(reference)

    def read(self, document: Document, readings: dict[Statement, Reading]) -> Iterator[Claim]:
        """All claims in order."""
        note = self.note(document, readings)
        for reading in readings.values():
            for read in self.reads(note, reading, readings):
                yield self.claim(document, read)
            yield from self.wordings.read(document, reading, readings)
        yield from self._in_code(document)

    def note(self, document: Document, readings: dict[Statement, Reading]) -> NoteZones:
        """The document as claims are read from it."""
        return NoteZones(document, readings, self._subjects.mentions, self._hypotheses.little)

    def reads(self, note: NoteZones, reading: Reading, readings: dict[Statement, Reading]) -> list[Read]:
        """How the quantities of one statement were read."""
        statement = reading.statement
        if statement.kind == "heading" or (statement.cell and statement.cell.row == 0) or not may_hold(reading.text, reading.said):
            return []
        text = readable(reading)
        every = self.quantities.read(text, header_unit(statement))[:_MOST]
        if not every:
            return []
        found = []
        for around in note.around(reading, text, every):
            subject = self._subject(reading, around.found, readings)
            role = role_of(
                around.found.quantity,
                role_words(text, around.found, every),
                labels(reading, text, around.found),
                text[around.found.end : around.found.end + 12],
            )
            first, *others = weigh(self._hypotheses.read(around, note, subject.entity, role), self.model)
            first = msgspec.structs.replace(first, hypothesis=self._hypotheses.narrowed(first.hypothesis, around, note, subject.entity))
            found.append(Read(around, subject, role, (first, *others)))
        return list(together(found, self._markers, self._reference))

    def claim(self, document: Document, read: Read) -> Claim:
        """The claim that the best hypothesis makes of a quantity."""
        around, best = read.around, read.best
        labelled = "" if best.valued else self._hypotheses.labelled(read.subject.entity, around)
        span = around.reading.statement.text.span(around.found.start, around.found.end)
        narrowed: tuple[str, ...] = ()
        if best.slot is not None:
            said = "\n".join([labels(around.reading, around.text, around.found), *read.subject.labels])
            narrowed = cases(best.slot, around.found, around.text, said)
        return Claim(
            place=document.source.place(span),
            quote=document.source.text[span.start : span.end],
            entity=read.subject.entity if labelled else best.entity or read.subject.entity,
            attribute=labelled or best.attribute,
            role=read.role,
            quantity=around.found.quantity,
            qualifiers=(*qualifiers(around.found, around.text, read.subject), *narrowed),
            confidence=_LABELLED if labelled else round(read.probability, 2),
            certainty=round(read.certainty, 2),
            told=read.told
            or around.found.former
            or read.is_doubted(self.model.doubts.outdated)
            or read.is_right_of_what_is_named
            or read.is_coincidence(self.model.bars.outdated_telling),
            doubted=read.is_doubted(self.model.doubts.wrong),
        )

    def _subject(self, reading: Reading, found: Found, readings: dict[Statement, Reading]) -> Subject:
        subject = self._subjects.at(reading, found.start, found.end)
        if subject.distance == 0 and _counts_its_label(reading, found):
            return self._subjects.around(reading, readings)
        return subject

    def _in_code(self, document: Document) -> Iterator[Claim]:
        """Figures in the comments of code blocks: the author's own words, but about nothing that could be named for certain."""
        for text in comment_texts(document):
            for found in self.quantities.read(text.plain) if may_hold(text.plain, set(TextWords(text.plain).lowers)) else ():
                span = text.span(found.start, found.end)
                quote = document.source.text[span.start : span.end]
                yield Claim(document.source.place(span), quote, "", "", "exact", quantity=found.quantity)


def _counts_its_label(reading: Reading, found: Found) -> bool:
    """Whether the label is what is counted. "Nodes: up to 5000 nodes" is said of what has nodes."""
    label = phrase(reading.label) if 0 < reading.label_end <= found.start else ()
    return found.quantity.dimension == "count" and label[-1:] == (found.quantity.unit,)
