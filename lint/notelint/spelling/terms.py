"""Names of entities written otherwise than they are: misspelt, pulled apart or joined, miscased."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from notelint.document import Document, Statement, Text
from notelint.language import load_language
from notelint.reference import Entity, Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.former_names import FormerNameReader
from notelint.spelling.glue import is_glued
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.meant import MeantReader, is_distinctive
from notelint.spelling.name_case import CaseReader
from notelint.spelling.names import Names, read_names
from notelint.spelling.near import near
from notelint.spelling.prose import OPAQUE, Line, Shapes, Sort
from notelint.spelling.slip import Slip
from notelint.subjects.home import Home, Vendors
from notelint.subjects.mentions import WORD, Kind
from notelint.subjects.subjects import Reading

_RIGHT = frozenset({Kind.NAME, Kind.ALIAS})
_OWNER = lazy_pattern(r"['’]s?$")
_FREQUENT = 4
"""A word that a note uses so often, and more often than the name that it looks like, is another word."""
_AT_HOME = 3
"""Other things of a family in a note from which on lower-case words may be one of its names pulled apart."""
_SHORTEST = 7
"""Letters of a name that another word may be nearly without being another name."""
_Pattern = re.Pattern[str] | None


class _Context(msgspec.Struct):
    """One note, as its names are read."""

    document: Document
    readings: list[Reading]
    home: Home
    words: Counter[str]


class TermReader:
    """The names of one Reference, ready to be held against notes."""

    def __init__(self, reference: Reference, lexicon: Lexicon) -> None:
        self._reference = reference
        self._lexicon = lexicon
        self._names: Names = read_names(reference)
        self._vendors = Vendors(reference)
        self._meant = MeantReader(lexicon)
        self.former_names = FormerNameReader(reference, self._meant)
        self._case = CaseReader(reference, self._names, self._vendors)
        self._identifiers = frozenset(reference.identifiers)
        self._near_names: dict[str, tuple[str, str] | None] = {}
        self._wrong = _by_first_word(self._names.wrong)
        self._confusable = _by_first_word(self._names.confusable)
        self._first_humps = frozenset(first for first, _ in self._names.split)

    def read(
        self, document: Document, lines: list[Line], readings: dict[Statement, Reading], shapes: Shapes, words: Counter[str]
    ) -> Iterator[Slip]:
        """Every slip in a name; `words` are those of the note."""
        every = list(readings.values())
        note = _Context(document, every, Home(every, self._reference, self._vendors), words)
        held = _held(lines, shapes, words)
        whole = "\n".join(reading.text for reading in every)
        wrong = _any_of(form for first in self._wrong.keys() & held for form in self._wrong[first] if form in whole)
        confusable = _any_of(form for first in self._confusable.keys() & held for form in self._confusable[first] if form in whole)
        written = self._case.written(every)

        def is_written(entity: str) -> bool:
            return entity in written or ("." in entity and note.home.speaks_of(entity, others=_AT_HOME))

        for statement, line in zip(document.statements, lines, strict=True):
            reading = readings.get(statement)
            if reading is None:
                continue
            if wrong or confusable:
                yield from self._listed(note, reading, wrong, confusable)
            if not self._first_humps.isdisjoint(line.lowers):
                yield from self._split(note, line, reading)
            if not shapes.humps.isdisjoint(line.chunks):
                yield from self._humped(note, line, shapes)
            if not shapes.digits.isdisjoint(line.chunks):
                yield from self._case.lower_code(document, line, written)
            for named in reading.named:
                if slip := self._case.miscased(document, line, reading, named, is_written):
                    yield slip
        yield from self.former_names.read(document, every, note.home)

    def _listed(self, note: _Context, reading: Reading, wrong: _Pattern, confusable: _Pattern) -> Iterator[Slip]:
        """Forms that the packs call wrong, or wrong beside the right one."""
        text = reading.text
        for match in wrong.finditer(text) if wrong else ():
            entity = self._reference.entities[self._names.wrong[match[0]]]
            if is_glued(text, *match.span()) or _is_in_name(reading, *match.span()):
                continue
            if self._is_wrong(note, entity, match[0]) and not _in_row_of(note, reading, entity.id):
                right = self._names.right(match[0], entity)
                if right == match[0]:  # the plural of a form that is wrong is that of the name again
                    continue
                rule = "informal-term" if _is_joined(match[0], right) else "misspelt-term"
                yield _slip(note.document, reading.statement.text, rule, *match.span(), right, entity.id)
        for match in confusable.finditer(text) if confusable else ():
            entity = self._reference.entities[self._names.confusable[match[0]]]
            if not is_glued(text, *match.span()) and self._is_confused(entity.id, match[0], reading):
                right = self._names.right(match[0], entity)
                yield _slip(note.document, reading.statement.text, "misspelt-term", *match.span(), right, entity.id)

    def _is_wrong(self, note: _Context, entity: Entity, form: str) -> bool:
        """Whether a form that the packs call wrong is meant for the entity here."""
        if note.home.is_about_another_vendor(entity.id) and not is_distinctive(form):
            return False
        if not note.home.speaks_of(entity.id):
            return is_distinctive(form)
        return not self._meant.is_ordinary(form) or note.home.speaks_of(entity.id, others=2)

    def _is_confused(self, entity: str, form: str, reading: Reading) -> bool:
        """Long forms give themselves away; a short one must stand beside the right name."""
        if len(form.split()) > 3:
            return True
        if " " in form:
            family = set(self._reference.lineage(entity)[1:])
            return any("." in named.form.entity and named.form.entity in family for named in reading.named)
        return form.isupper() and any(named.form.entity == entity and named.form.kind in _RIGHT for named in reading.named)

    def _split(self, note: _Context, line: Line, reading: Reading) -> Iterator[Slip]:
        """Event Bridge for EventBridge; event bridge only where the note is about such things."""
        lowers = line.lowers
        for index in range(1, len(lowers)):
            found = self._names.split.get((lowers[index - 1], lowers[index]))
            if not found:
                continue
            first, second = line.pieces[index - 1], line.pieces[index]
            if second.start - first.end != 1 or (first.text + second.text).isupper() or _in_row_of(note, reading, found[1]):
                continue
            if _is_in_name(reading, first.start, second.end) or note.home.is_about_another_vendor(found[1]):
                continue
            capital = first.text[0].isupper() and second.text[0].isupper()
            if (capital and note.home.speaks_of(found[1])) or (not capital and self._is_lower_split(note, line, index - 1, found[1])):
                yield _slip(note.document, line.statement.text, "misspelt-term", first.start, second.end, *found, sure=False)

    def _is_lower_split(self, note: _Context, line: Line, index: int, entity: str) -> bool:
        """Whether "cloud watch" is the product, and no cloud that somebody watches. After an article it is so before a further noun: a cloud watch alarm."""
        known = entity in note.home.named or ("." in entity and note.home.speaks_of(entity, others=_AT_HOME))
        after = line.after(index + 1)
        names_something = line.before(index) not in self._meant.articles or (bool(after) and after not in load_language().function_words)
        return known and names_something

    def _humped(self, note: _Context, line: Line, shapes: Shapes) -> Iterator[Slip]:
        """A word with capitals inside that is nearly a name: ElastiSearch."""
        if not any(self._near_name(word) for chunk in line.chunks if chunk in shapes.humps for word in WORD.findall(chunk)):
            return
        for piece in line.pieces:
            text = _OWNER.sub("", piece.text)
            close = None if piece.sort is not Sort.WORD or piece.weak else self._near_name(text)
            if close and note.home.speaks_of(close[1]) and not self._is_another(note, text, close[0]):
                sure = note.words[close[0].lower()] > 0
                yield _slip(note.document, line.statement.text, "misspelt-term", piece.start, piece.start + len(text), *close, sure=sure)

    def _is_another(self, note: _Context, text: str, right: str) -> bool:
        """Whether it is a word of its own: one that the note uses again and again, more than the name."""
        count = note.words[text.lower()]
        return count >= _FREQUENT and count > note.words[right.lower()]

    def _near_name(self, text: str) -> tuple[str, str] | None:
        """The name that a word is nearly, with its entity."""
        if text not in self._near_names:
            plain = len(text) < 6 or text.islower() or text[1:].islower() or text.isupper()
            self._near_names[text] = None if plain or self._is_known(text) else self._near(text.lower())
        return self._near_names[text]

    def _is_known(self, text: str) -> bool:
        """Whether it is a name, an identifier, or a word of any list: OpenAPI beside OpenAI."""
        lower = text.lower()
        bare = lower.removesuffix("s")
        names = self._names.by_lower
        if lower in names or bare in names or text in self._identifiers or (lower,) in self._names.accepted:
            return True
        return bool(self._lexicon.words.known(lower) or self._lexicon.words.known(bare))

    def _near(self, lower: str) -> tuple[str, str] | None:
        most = 1 if len(lower) < 11 else 2
        found = {
            name
            for length in range(len(lower) - most, len(lower) + most + 1)
            for name, _ in near(lower, self._names.humped.get(length, ()), most)[:3]
            if len(name) >= _SHORTEST and name[0] == lower[0] and name[-1] == lower[-1]
        }
        return self._names.by_lower[found.pop()] if len(found) == 1 else None


def _slip(document: Document, text: Text, rule: str, start: int, end: int, right: str, entity: str, *, sure: bool = True) -> Slip:
    return Slip(rule, document.source.place(text.span(start, end)), text.plain[start:end], (right,) if right else (), sure, "", entity)


def _is_joined(wrong: str, right: str) -> bool:
    """Whether only spaces or hyphens between words are missing: Route53, DirectConnect."""
    if not 0 < right.count(" ") + right.count("-") >= wrong.count(" ") + wrong.count("-"):
        return False
    return _letters(wrong).removesuffix("s") == _letters(right).removesuffix("s")


def _is_in_name(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are a part of a longer name: the Map Reduce of Elastic Map Reduce."""
    at = bisect_right(reading.named, start, key=lambda named: named.start)
    return any(end <= named.end and named.end - named.start > end - start for named in reading.named[max(0, at - 2) : at])


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _in_row_of(note: _Context, reading: Reading, entity: str) -> bool:
    """Whether another cell of the table row names the entity as it is called. Then this one says what it is."""
    cell = reading.statement.cell
    if cell is None:
        return False
    position = note.document.source.position
    line = position(reading.statement.span.start).line
    return any(
        named.form.entity == entity and named.form.kind in _RIGHT
        for other in note.readings
        if other is not reading
        and other.statement.cell is not None
        and other.statement.cell.row == cell.row
        and any(named.form.entity == entity for named in other.named)
        and position(other.statement.span.start).line == line
        for named in other.named
    )


def _by_first_word(forms: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form in forms:
        found.setdefault(WORD.findall(form)[0].lower(), []).append(form)
    return found


def _held(lines: list[Line], shapes: Shapes, words: Counter[str]) -> set[str]:
    """Every word of a note in lower case, those in code and in names of code included."""
    texts = [line.statement.text.plain for line in lines if OPAQUE in line.text]
    return set(words) | set(WORD.findall(" ".join((*shapes.names, *shapes.digits, *texts)).lower()))


def _any_of(forms: Iterable[str]) -> _Pattern:
    joined = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w])") if joined else None
