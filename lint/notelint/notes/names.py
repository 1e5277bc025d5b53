"""The names of a note with their places: not kept as facts, but read when somebody asks for them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from notelint.document import parse
from notelint.notes.extract import extractor
from notelint.reference import Reference
from notelint.source import Place, Source, Span
from notelint.subjects.subjects import Reading

_KEPT = 8


class NamedEntity(NamedTuple):
    """An entity is named at `place`."""

    place: Place
    entity: str


class ReadNote(NamedTuple):
    """The statements of a note with their spans in its text, in order."""

    source: Source
    readings: tuple[tuple[Span, Reading], ...]

    def names(self) -> Iterator[NamedEntity]:
        """All names in order; of an ambiguous one the likeliest meaning."""
        for _, reading in self.readings:
            text = reading.statement.text
            yield from (NamedEntity(self.source.place(text.span(one.start, one.end)), one.form.entity) for one in reading.named)

    def at(self, offset: int) -> tuple[Span, Reading] | None:
        """The shortest statement that holds the offset, or ends before it on its line."""
        line = self.source.position(offset).line
        around = [
            (span, reading)
            for span, reading in self.readings
            if span.start <= offset and (offset <= span.end or self.source.position(span.end).line == line)
        ]
        return min(around, key=lambda one: (one[0].end < offset, one[0].end - one[0].start), default=None)


@lru_cache(maxsize=_KEPT)
def read_statements(source: Source, reference: Reference) -> ReadNote:
    """The statements of a note, each with what it names and what it is about."""
    document = parse(source)
    readings = extractor(reference).subjects.read(document)
    found = tuple((Span(*statement.span), reading) for statement, reading in readings.items())
    document.close()
    return ReadNote(source, found)
