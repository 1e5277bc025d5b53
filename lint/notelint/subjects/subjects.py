"""What each statement is about: the entity that it names first, else that of the item or heading above."""

import re
from bisect import bisect_left
from itertools import takewhile

import msgspec

from notelint.document import Document, Section, Statement, Style
from notelint.language import alternatives, load_language, whole_words
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import FAR
from notelint.subjects.label import bold_end, head_of
from notelint.subjects.mentions import Form, Kind, MentionReader, Named, TextWords

_VERSUS = lazy_pattern(lambda: rf"(?<!\w){alternatives(load_language().clauses.versus)}\s", re.IGNORECASE)
_BEFORE_SUBJECT = lazy_pattern(
    lambda: rf"(?:{alternatives([*load_language().clauses.before_subject, *VENDORS_LOWER])}\s+|[^\w]+)*", re.IGNORECASE
)
_CLAUSE_START = lazy_pattern(
    lambda: (
        rf"(?:^|[.;,:(]|{whole_words(load_language().clauses.starts)}|[-–—>→])\W{{0,40}}+(?:{alternatives(load_language().articles)} )?$"
    ),
    re.IGNORECASE,
)
_SUBJECT_TAIL = lazy_pattern(
    lambda: rf"\s*(?:[:=(]|[-–—]|->|→|{alternatives(load_language().clauses.possessives)}\b|{whole_words(load_language().clauses.verbs)})"
)
_OF = lazy_pattern(
    lambda: rf"\s*{alternatives(load_language().clauses.of)}\s+(?:{alternatives(load_language().clauses.determiners)}\s+)?", re.IGNORECASE
)
_NOTHING_MORE = lazy_pattern(r"\s*+(?:\([^)]*+\)?+)?+[\s:*_`.–-]*+")
_THINGS = frozenset(["service", "feature", "algorithm", "library"])
_NAMES = 40
"""Names before and after a quantity that are looked at."""
_NOTIONS = frozenset(["concept", "file-format", "company", "metric"])
_MARKS = lazy_pattern(r"[ \t\n.:*_()]*+")


class Subject(msgspec.Struct, gc=False):
    """`entity` is an id of the vocabulary, "local:..." for a label or heading that it does not know, or ""."""

    entity: str
    distance: int = 0
    """0: named in the statement itself; 1: in the item or heading above; and so on."""
    rivals: tuple[str, ...] = ()
    """Entities that are named together with it, as in the heading "Athena vs Redshift"."""
    labels: tuple[str, ...] = ()
    """Labels and headings between the statement and the place that names the entity, nearest first, in lower case."""

    @property
    def ambiguous(self) -> bool:
        """Whether it is one of several."""
        return bool(self.rivals)


class Reading(msgspec.Struct):
    """A statement with the names in it and its subject."""

    statement: Statement
    text: str
    label: str
    label_end: int
    words: TextWords
    said: set[str]
    """The words as such."""
    lead: "Reading | None" = None
    """The paragraph with a bold beginning right over its list."""
    named: list[Named] = msgspec.field(default_factory=list)
    subject: Subject = msgspec.field(default_factory=lambda: Subject(""))


class SubjectReader:
    """Reads the statements of one document in order; parents come before their children."""

    def __init__(self, reference: Reference, mentions: MentionReader) -> None:
        self._reference = reference
        self.mentions = mentions

    def read(self, document: Document) -> dict[Statement, Reading]:
        """Every statement with what it names and what it is about."""
        readings: dict[Statement, Reading] = {}
        lead: Reading | None = None
        for statement in document.statements:
            reading = self._reading(statement, readings, lead if _is_led(statement, lead) else None)
            readings[statement] = reading
            if statement.kind != "item" and not statement.cell:
                lead = reading if statement.kind == "paragraph" and _is_bold(reading) else None
        return readings

    def _reading(self, statement: Statement, readings: dict[Statement, Reading], lead: "Reading | None") -> Reading:
        text = statement.text.masked(Style.URL | Style.MATH | Style.IMAGE)
        above = lead or self._above(statement, readings)
        words = TextWords(text)
        reading = Reading(statement, text, *head_of(statement, text), words, set(words.lowers), lead)
        context = above.subject.entity if above else ""
        reading.named = self._resolved(reading, context)
        reading.subject = self._subject(reading, above)
        return reading

    def _resolved(self, reading: Reading, context: str) -> list[Named]:
        """The names that hold here: short forms only under their parent and as a label, doubtful ones not at all."""
        found: list[Named] = []
        for named in self.mentions.read(reading.text, reading.words):
            if named.plain:
                found.append(named)
                continue
            forms = tuple(form for form in named.forms if self._holds(form, named, reading, context, found))
            if forms:
                found.append(Named(named.start, named.end, self._nearest(forms, context)))
        return found

    def _holds(self, form: Form, named: Named, reading: Reading, context: str, before: list[Named]) -> bool:
        if form.kind is Kind.CONFUSABLE:
            return False
        if form.kind is not Kind.WITHIN:
            return True
        parent = self._reference.entities[form.entity].parent
        under = bool(context) and (parent in self._reference.lineage(context) or form.entity in self._reference.lineage(context))
        beside = any(parent in self._reference.lineage(other.form.entity) for other in before)
        as_label = named.start <= len(reading.text) - len(reading.text.lstrip()) + 3 or named.end <= reading.label_end
        marked = bool(reading.statement.text.style_at(named.start) & (Style.STRONG | Style.CODE | Style.EMPH))
        capital = reading.text[named.start].isupper()
        return (under and (as_label or marked or capital)) or (beside and (as_label or capital))

    def _nearest(self, forms: tuple[Form, ...], context: str) -> tuple[Form, ...]:
        """An ambiguous name means first what lies nearest to the context."""
        if len(forms) == 1 or not context:
            return forms
        above = self._reference.lineage(context)
        return tuple(sorted(forms, key=lambda form: (-len(set(above) & set(self._reference.lineage(form.entity))), form.kind)))

    def _above(self, statement: Statement, readings: dict[Statement, Reading]) -> "Reading | None":
        """The reading that this one inherits from: row header, column header, parent item, heading, heading above."""
        cell = statement.cell
        for is_row, header in ((True, cell.row_header), (False, cell.column_header)) if cell else ():
            head = readings.get(header) if header is not None else None
            if head and head.subject.entity and head.subject.distance == 0 and (is_row or self._is_thing(head)):
                return head
        return _above(statement, readings)

    def _is_thing(self, reading: Reading) -> bool:
        """Whether the subject is something that can have attributes of its own. "Latency" and "Price" as column headers are attributes."""
        entity = self._reference.entities.get(reading.subject.entity)
        return entity is not None and entity.kind in _THINGS

    def _subject(self, reading: Reading, above: "Reading | None") -> Subject:
        own = self._own(reading, above.subject.entity if above else "")
        return own or self._inherited(above)

    def around(self, reading: Reading, readings: dict[Statement, Reading]) -> Subject:
        """The subject that the statement would have if it named none itself."""
        return self._inherited(reading.lead or self._above(reading.statement, readings))

    def _inherited(self, above: "Reading | None") -> Subject:
        if above is None:
            return Subject("")
        inherited = above.subject
        label = above.label.lower()
        if inherited.entity and not inherited.entity.startswith("local:"):
            labels = (label, *inherited.labels) if inherited.distance or _narrows(above) else inherited.labels
            return Subject(inherited.entity, inherited.distance + 1, inherited.rivals, labels)
        title = above.label.strip().lower()
        if title and len(title) <= 60 and (above.statement.kind == "heading" or _is_bold(above)):
            return Subject(f"local:{title}", 1)
        return Subject(inherited.entity, inherited.distance + 1, inherited.rivals, (label, *inherited.labels))

    def _own(self, reading: Reading, inherited: str) -> Subject | None:
        """The subject that the statement itself names: in its label, or as its first words; in a heading anywhere."""
        if not reading.named:
            return None
        heading = reading.statement.kind == "heading"
        start = _first_word(reading.text)
        candidates = [
            named
            for named in reading.named
            if heading
            or named.end <= reading.label_end
            or (named.start <= start and _SUBJECT_TAIL.match(reading.text, named.end))
            or _alone(named, reading.text)
        ]
        if inherited in self._reference.entities and not heading:
            candidates = [named for named in candidates if self._takes_over(named, reading)]
        if not candidates:
            return None
        chosen = candidates[0]
        for named in candidates[1:]:
            if chosen.form.entity in self._reference.lineage(named.form.entity):
                chosen = named
        unknown = ["?"] if heading and _VERSUS.search(reading.text) else []
        others = unknown + [named.form.entity for named in candidates if not self._related(named.form.entity, chosen.form.entity)]
        return Subject(chosen.form.entity, 0, tuple(others))

    def _takes_over(self, named: Named, reading: Reading) -> bool:
        """Whether the name may become the subject below another one. A service may; a format or notion only as the whole label ("JSON document" is none)."""
        if self._reference.entities[named.form.entity].kind not in _NOTIONS:
            return True
        label = reading.text[: reading.label_end] if reading.label_end else reading.text
        before, after = label[: named.start], label[named.end :]
        return not before.strip(" *_`") and bool(_NOTHING_MORE.fullmatch(after))

    def _related(self, one: str, other: str) -> bool:
        return one in self._reference.lineage(other) or other in self._reference.lineage(one)

    def at(self, reading: Reading, start: int, end: int) -> Subject:
        """The subject of a quantity at `start`..`end` of a statement: a name in its own clause may stand nearer than the statement's."""
        here = bisect_left(reading.named, start, key=lambda named: named.start)
        near = takewhile(lambda named: start - named.end <= FAR, reversed(reading.named[max(0, here - _NAMES) : here]))
        before = next((named for named in near if named.end <= start and self._leads(reading, named, start)), None)
        if before:
            return Subject(before.form.entity, 0, reading.subject.rivals if reading.subject.distance == 0 else ())
        following = reading.named[here : here + _NAMES]
        after = next((named for named in following if named.start >= end and _OF.fullmatch(reading.text, end, named.start)), None)
        if after and (not reading.subject.entity or reading.subject.entity in self._reference.lineage(after.form.entity)):
            return Subject(after.form.entity, 0)
        return reading.subject

    def _leads(self, reading: Reading, named: Named, start: int) -> bool:
        """Whether the name opens the clause that the quantity stands in. A notion is what is said of a thing ("Hyperparameters of a job: 30")."""
        text, subject = reading.text, reading.subject.entity
        notion = self._reference.entities[named.form.entity].kind in _NOTIONS
        if notion and subject in self._reference.entities and not self._related(named.form.entity, subject):
            return False
        between = text[named.end : start]
        if re.search(r"[.;]\s", between):
            return False
        if named.start > _first_word(text) and not _CLAUSE_START.search(text, max(0, named.start - 20), named.start):
            return False
        return bool(_SUBJECT_TAIL.match(text, named.end)) or len(between) < 25


def _narrows(reading: Reading) -> bool:
    """Whether a label says more than the name in it: "Stored volume gateways"."""
    if reading.statement.kind == "heading" or not reading.label:
        return False
    end = min(reading.label_end, len(reading.label)) if reading.label_end else 0
    taken = [(named.start, named.end) for named in reading.named]
    starts = [start for start, stop in reading.words.spans if stop <= end and stop - start > 3]
    return any(not any(low <= start < high for low, high in taken) for start in starts)


def _is_led(statement: Statement, lead: Reading | None) -> bool:
    """Whether it is an item of a list that a paragraph with a bold beginning stands over."""
    return lead is not None and statement.kind == "item" and statement.parent is None and lead.statement.section is statement.section


def _above(statement: Statement, readings: dict[Statement, Reading]) -> Reading | None:
    """The reading that this one inherits from, outside of tables: parent item, heading, heading above."""
    if statement.parent is not None and statement.parent in readings:
        return readings[statement.parent]
    section: Section | None = statement.section
    while section is not None:
        heading = section.heading
        if heading is not None and heading is not statement and heading in readings:
            return readings[heading]
        section = section.parent
    return None


def _is_bold(reading: Reading) -> bool:
    return bold_end(reading.statement, reading.text) > 0


def _first_word(text: str) -> int:
    match = _BEFORE_SUBJECT.match(text)
    return match.end() if match else 0


def _alone(named: Named, text: str) -> bool:
    """Are there nothing but marks before and behind the name? Both looks end at the first letter, however long the text is."""
    return _MARKS.fullmatch(text, 0, named.start) is not None and _MARKS.fullmatch(text, named.end) is not None
