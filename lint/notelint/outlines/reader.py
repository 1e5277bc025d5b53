"""Sections of a note for coverage: how much is said in each, and about what."""

import os
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import msgspec

from notelint.document import Document, Section, Statement, Style
from notelint.language import alternatives, load_language
from notelint.outlines.outline import Evidence, Outline
from notelint.packs.vendors import VENDORS_LOWER
from notelint.source import Place, Span
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.mentions import WORD, Kind, MentionReader, Named
from notelint.subjects.phrases import PhraseReader
from notelint.subjects.subjects import Reading

_FILLED = 3
"""Words beyond the topic's own name that make a statement say something about it."""
_ABOUT_KEPT = 12
_NAMED_KEPT = 6
_OPEN_ENDS = ("-", "–", "—", ":", "=", ">", "→")
_BEFORE_TOPIC = lazy_pattern(
    lambda: rf"(?:{alternatives([*load_language().clauses.before_topic, *VENDORS_LOWER])}\s+|[^\w]+)*", re.IGNORECASE
)
_BLOCKS = frozenset({"code_block", "math_block", "table"})


class OutlineReader:
    """Reads the outlines of documents with the names and phrases of one Reference."""

    def __init__(self, mentions: MentionReader, phrases: PhraseReader) -> None:
        self._mentions = mentions
        self._phrases = phrases

    def read(self, document: Document, readings: dict[Statement, Reading]) -> tuple[Outline, ...]:
        """One entry per section in document order; the first is the root, which holds what is before the first heading."""
        tallies = {id(section): _Tally() for section in (document.root_section, *document.sections)}
        heads: dict[Statement, frozenset[str]] = {}
        top = self._of_name(document.source.path)
        for statement, reading in readings.items():
            named = self._named(reading)
            leading = frozenset(topic for start, end, topic in named if _leads(reading, start, end))
            if statement is statement.section.heading:
                heads[statement] = leading or _inherited(statement, heads, top)
                tallies[id(statement.section)].topics = leading
                continue
            inherited = _narrowed(statement, leading, _inherited(statement, heads, top), heads)
            heads[statement] = leading | inherited
            line = document.source.position(statement.span.start).line
            tallies[id(statement.section)].add(reading, line, named, leading, inherited)
        self._blocks(document, tallies, heads, top)
        for section in _with_images(document):
            tallies[id(section)].media += 1
        return tuple(_entries(document, tallies, top))

    def _named(self, reading: Reading) -> list[tuple[int, int, str]]:
        entities = [(named.start, named.end, named.form.entity) for named in reading.named if _is_meant(named, reading.text)]
        return entities + [(phrased.start, phrased.end, phrased.topic) for phrased in self._phrases.read(reading.text, reading.words)]

    def _of_name(self, path: str) -> frozenset[str]:
        """What the note's file name names: notes/s3.md is about S3."""
        stem = re.sub(r"[-_]+", " ", os.path.splitext(os.path.basename(path))[0])
        forms = [named.form for text in (stem, stem.title(), stem.upper()) for named in self._mentions.read(text)]
        return frozenset(form.entity for form in forms if form.kind <= Kind.FORMER)

    @staticmethod
    def _blocks(document: Document, tallies: "dict[int, _Tally]", heads: dict[Statement, frozenset[str]], top: frozenset[str]) -> None:
        """Code and formulas are said about what the heading names."""
        for section in (document.root_section, *document.sections):
            topics = heads[section.heading] if section.heading else top
            for block in section.blocks:
                if block.kind in _BLOCKS:
                    tallies[id(section)].add_block(
                        document.source.position(block.start).line, topics if block.kind != "table" else frozenset()
                    )


class _Tally(msgspec.Struct):
    """What is found in one section."""

    topics: frozenset[str] = frozenset()
    statements: int = 0
    briefs: int = 0
    words: int = 0
    media: int = 0
    about: dict[str, list[int]] = msgspec.field(default_factory=dict)
    named: dict[str, list[int]] = msgspec.field(default_factory=dict)

    def add(
        self, reading: Reading, line: int, named: list[tuple[int, int, str]], leading: frozenset[str], inherited: frozenset[str]
    ) -> None:
        """Count one statement; one that is only a link or says nothing is no evidence."""
        text = reading.text
        said = len(reading.words.lowers) + 2 * _has_headers(reading.statement)
        if not said or _only_links(reading.statement):
            self.media += _shows_something(reading.statement)
            return
        if _says_nothing(reading):
            return
        self.words += said
        own = said - sum(len(WORD.findall(text[start:end])) for start, end, topic in named if topic in leading)
        full = said >= _FILLED
        self.statements += full
        self.briefs += not full and not reading.statement.children
        for topic in leading | inherited | {topic for _, _, topic in named}:
            about = full if topic in inherited else topic in leading and own >= _FILLED
            if about or topic not in inherited or not reading.statement.children:
                _keep(self.about if about else self.named, topic, line, _ABOUT_KEPT if about else _NAMED_KEPT)

    def add_block(self, line: int, topics: frozenset[str]) -> None:
        """Count a block that is no statement."""
        self.statements += 1
        for topic in topics:
            _keep(self.about, topic, line, _ABOUT_KEPT)

    def evidence(self) -> Iterator[Evidence]:
        """Everything that is said or named here, sorted by topic."""
        for topic in sorted({*self.about, *self.named}):
            about = self.about.get(topic, [])
            yield Evidence(topic, tuple(about), tuple(line for line in self.named.get(topic, []) if line not in about))


def _keep(lines: dict[str, list[int]], topic: str, line: int, most: int) -> None:
    kept = lines.setdefault(topic, [])
    if len(kept) < most and line not in kept:
        kept.append(line)


def _inherited(statement: Statement, heads: dict[Statement, frozenset[str]], top: frozenset[str]) -> frozenset[str]:
    """What the items and headers above are about; of the headings the nearest one that names anything."""
    if statement is statement.section.heading:
        above = statement.section.parent
        return heads[above.heading] if above is not None and above.heading else top
    if statement.parent is not None:
        found = heads[statement.parent]
    else:
        found = heads[statement.section.heading] if statement.section.heading else top
    if statement.cell:
        for header in (statement.cell.row_header, statement.cell.column_header):
            found |= heads.get(header, frozenset()) if header is not None else frozenset()
    return found


def _narrowed(
    statement: Statement, leading: frozenset[str], inherited: frozenset[str], heads: dict[Statement, frozenset[str]]
) -> frozenset[str]:
    """Of a heading with several topics ("Binning, Encoding & Scaling") only those that a label takes up."""
    if statement.parent is not None or not statement.section.heading:
        return inherited
    of_heading = heads[statement.section.heading]
    taken_up = leading & of_heading
    return (inherited - of_heading) | taken_up if taken_up else inherited


def _is_meant(named: Named, text: str) -> bool:
    """A short name that begins small and goes on with capitals is that name only as it stands: mAP is a measure, Map is not."""
    surface = named.form.surface
    return len(surface) > 4 or surface[0].isupper() or surface.islower() or text[named.start : named.end].removesuffix("s") == surface


def _leads(reading: Reading, start: int, end: int) -> bool:
    """Whether it is what the statement is about: in a heading, in the label, or the first words."""
    if reading.statement.kind == "heading" or end <= reading.label_end:
        return True
    match = _BEFORE_TOPIC.match(reading.text)
    return match is not None and start <= match.end()


def _has_headers(statement: Statement) -> bool:
    cell = statement.cell
    return cell is not None and cell.row > 0 and cell.column_header is not None


def _only_links(statement: Statement) -> bool:
    return not WORD.search(statement.text.masked(Style.LINK | Style.URL | Style.IMAGE))


def _shows_something(statement: Statement) -> bool:
    """A link, a formula or a sign; not a mere &nbsp;."""
    return bool(statement.text.plain.strip())


def _with_images(document: Document) -> Iterator[Section]:
    """The section of each image."""
    starts = [node.start for node in document.links if node.kind == "image"]
    starts += [link.destination_span.start for link in document.html_links if link.image]
    sections = (document.root_section, *document.sections)
    begins = [section.span.start for section in sections]
    for start in starts:
        yield sections[max(bisect_right(begins, start) - 1, 0)]


def _says_nothing(reading: Reading) -> bool:
    """A label with nothing after it and nothing below it ("**Scaling** -"), or a word such as TODO."""
    if _placeholder_pattern().fullmatch(reading.text):
        return True
    introduces = reading.statement.kind == "paragraph" and reading.text.rstrip().endswith(":")
    return (
        not (reading.statement.children or introduces)
        and reading.text.rstrip().endswith(_OPEN_ENDS)
        and len(WORD.findall(reading.text)) <= 4
    )


def _entries(document: Document, tallies: dict[int, _Tally], top: frozenset[str]) -> Iterator[Outline]:
    sections = (document.root_section, *document.sections)
    index = {id(section): number for number, section in enumerate(sections)}
    for section in sections:
        tally = tallies[id(section)]
        yield Outline(
            place=_place(document, section),
            title=section.title,
            level=section.level,
            parent=index.get(id(section.parent), -1),
            statements=tally.statements,
            briefs=tally.briefs,
            words=tally.words,
            media=tally.media,
            topics=tuple(sorted(tally.topics if section.heading else top)),
            evidence=tuple(tally.evidence()),
        )


def _place(document: Document, section: Section) -> Place:
    return document.source.place(section.heading.span if section.heading else Span(0, 0))


@cache
def _placeholder_pattern() -> re.Pattern[str]:
    words = load_language().sections
    return re.compile(rf"(?:\W*+{alternatives((*words.promises, *words.nothing))}|(?=\W*?(?:\.\.|…|\?)))\W*+", re.IGNORECASE)
