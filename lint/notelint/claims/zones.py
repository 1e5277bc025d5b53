"""Where the words around a quantity are: its clause, sentence and statement, and everything above it."""

import os
import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from notelint.claims.tokens import Tokens
from notelint.document import Document, Statement
from notelint.language import alternatives, load_language
from notelint.quantities.quantities import Found
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import clause_span, sentence_span
from notelint.subjects.mentions import MentionReader, Named
from notelint.subjects.subjects import Reading

_JOINTS = lazy_pattern(r"[-_.]+")
_UNTITLED = lazy_pattern(lambda: rf"(?:{alternatives(load_language().sections.untitled)}|[\d\s]*)", re.IGNORECASE)
"""File names that name no subject."""
_MOST = 8
"""Zones above a statement that are looked at."""

_BESIDE = 2
"""Statements before and after another that may be about the same thing."""


class Zone(StrEnum):
    """A place seen from a quantity, nearest first."""

    CLAUSE = "clause"
    CLAUSE_AFTER = "clause_after"
    LABEL = "label"
    SENTENCE = "sentence"
    SENTENCE_AFTER = "sentence_after"
    STATEMENT = "statement"
    ROW = "row"
    COLUMN = "column"
    LEAD = "lead"
    """The paragraph that introduces the list or table."""
    PARENT = "parent"
    PARENTS = "parents"
    """The items above the parent item."""
    HEADING = "heading"
    ABOVE = "above"
    """The headings above the nearest one."""
    TITLE = "title"
    """The first heading of the note, or its file name."""
    SUBJECT = "subject"
    """What the statement is about by the readers of subjects, though no zone names it."""


class Around(msgspec.Struct):
    """A quantity with its surroundings; `text` is the statement's, `clause` and `sentence` are spans in it."""

    reading: Reading
    tokens: Tokens
    text: str
    found: Found
    every: list[Found]
    clause: tuple[int, int]
    sentence: tuple[int, int]
    above: list[tuple[Zone, Tokens]]
    said: frozenset[str]
    """The words of the statement, and of the headers if it is a cell."""
    heard: frozenset[str]
    """The words of all zones."""
    _content: dict[tuple[int, int], list[str]] = msgspec.field(default_factory=dict)

    def content(self, span: tuple[int, int]) -> list[str]:
        """The words in a span of the text that are no part of a name, a quantity or a number."""
        if span not in self._content:
            (low, high), tokens = span, self.tokens
            self._content[span] = [
                word
                for word, (start, end), name in zip(tokens.words, tokens.spans, tokens.taken, strict=True)
                if low <= start and end <= high and name is None and not word.isdigit() and not self.is_measured(start, end)
            ]
        return self._content[span]

    def is_measured(self, start: int, end: int) -> bool:
        """Whether the characters are part of a quantity."""
        return any(one.start < end and start < one.end for one in self.every)


class NoteZones:
    """One document as claims are read from it; keeps what several quantities ask for."""

    def __init__(self, document: Document, readings: dict[Statement, Reading], mentions: MentionReader, little: frozenset[str]) -> None:
        self._readings = readings
        self._little = little
        self._tokens: dict[int, Tokens] = {}
        self._order = list(readings.values())
        self._position = {id(reading): position for position, reading in enumerate(self._order)}
        self._first = next((one for one in readings.values() if one.statement.kind == "heading"), None)
        self.file_names = _named_by_file(document.source.path, mentions)

    def tokens(self, reading: Reading) -> Tokens:
        """The words of a statement."""
        known = self._tokens.get(id(reading))
        if known is None:
            known = self._tokens[id(reading)] = Tokens(reading, self._little)
        return known

    def around(self, reading: Reading, text: str, every: list[Found]) -> Iterator[Around]:
        """Every quantity of a statement with its surroundings."""
        above = [(zone, self.tokens(other)) for zone, other in self._above(reading)]
        headers = [tokens.index for zone, tokens in above if zone in (Zone.ROW, Zone.COLUMN)]
        said = frozenset(self.tokens(reading).index).union(*headers)
        heard = said.union(*(tokens.index for _, tokens in above))
        for found in every:
            clause, sentence = clause_span(text, found.start, found.end), sentence_span(text, found.start, found.end)
            yield Around(reading, self.tokens(reading), text, found, every, clause, sentence, above, said, heard)

    def beside(self, reading: Reading) -> Iterator[Named]:
        """What the statements right before and after name, those of another section left out."""
        position = self._position[id(reading)]
        for other in self._order[max(0, position - _BESIDE) : position + _BESIDE + 1]:
            if other is not reading and other.statement.section is reading.statement.section:
                yield from other.named

    def _above(self, reading: Reading) -> list[tuple[Zone, Reading]]:
        found: list[tuple[Zone, Reading]] = []
        if cell := reading.statement.cell:
            headers = ((Zone.ROW, cell.row_header), (Zone.COLUMN, cell.column_header), (Zone.LEAD, cell.lead))
            found += [(zone, self._readings[one]) for zone, one in headers if one is not None and one in self._readings]
        if reading.lead:
            found.append((Zone.LEAD, reading.lead))
        seen: set[str] = set()
        for statement in reading.statement.ancestors():
            if statement not in self._readings or len(found) >= _MOST:
                continue
            kind = "heading" if statement.kind == "heading" else "item"
            first, later = (Zone.HEADING, Zone.ABOVE) if kind == "heading" else (Zone.PARENT, Zone.PARENTS)
            found.append((later if kind in seen else first, self._readings[statement]))
            seen.add(kind)
        if self._first is not None and self._first is not reading and all(one is not self._first for _, one in found):
            found.append((Zone.TITLE, self._first))
        return found


def _named_by_file(path: str, mentions: MentionReader) -> list[Named]:
    """What the file name names; its words may be written in any case."""
    stem = _JOINTS.sub(" ", os.path.splitext(os.path.basename(path))[0]).strip()
    if _UNTITLED.fullmatch(stem):
        return []
    return next((named for text in (stem, stem.title(), stem.upper()) if (named := mentions.read(text))), [])
