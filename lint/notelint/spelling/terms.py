"""Names of entities written otherwise than they are: misspelt, miscased, by a former name, of something that is no more."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from notelint.document import Document, Statement, Style, Text
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.casing import differences, is_loud, is_miscased
from notelint.spelling.glue import is_glued
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.names import PRODUCTS, Names, read_names
from notelint.spelling.near import near
from notelint.spelling.prose import OPAQUE, Line, Shapes, Sort
from notelint.spelling.slip import Slip
from notelint.spelling.told import GONE, told_of, told_to_be_renamed
from notelint.subjects.mentions import WORD, Kind, Named
from notelint.subjects.subjects import Reading

_RIGHT = frozenset({Kind.NAME, Kind.ALIAS})
_CASED = _RIGHT | {Kind.WITHIN, Kind.FORMER}
_OWNER = lazy_pattern(r"['’]s?$")
_Pattern = re.Pattern[str] | None


class _Seen(msgspec.Struct):
    """What was already said once in this note, by a finding or by the note itself."""

    lower: set[str]
    """Entities that were reported in lower case."""
    written: set[str]
    """Entities that the note also writes in the right way."""
    former: set[str]
    gone: set[str]


class TermReader:
    """The names of one Reference, ready to be held against notes."""

    def __init__(self, reference: Reference, lexicon: Lexicon) -> None:
        self._reference = reference
        self._lexicon = lexicon
        self._names: Names = read_names(reference)
        self._identifiers = frozenset(reference.identifiers)
        self._accepted = frozenset(word.lower() for word in reference.accepted_words)
        self._gone = frozenset(entity.id for entity in reference.entities.values() if entity.status and entity.status.state in GONE)
        self._near_names: dict[str, tuple[str, str] | None] = {}
        self._wrong = _by_first_word(self._names.wrong)
        self._confusable = _by_first_word(self._names.confusable)
        self._first_humps = frozenset(first for first, _ in self._names.split)

    def read(
        self, document: Document, lines: list[Line], readings: dict[Statement, Reading], shapes: Shapes, words: Counter[str]
    ) -> Iterator[Slip]:
        """Every slip in a name; `words` are those of the note."""
        held = _held(lines, shapes, words)
        whole = "\n".join(reading.text for reading in readings.values())
        wrong = _any_of(form for first in self._wrong.keys() & held for form in self._wrong[first] if form in whole)
        confusable = _any_of(form for first in self._confusable.keys() & held for form in self._confusable[first] if form in whole)
        about = {named.form.entity for reading in readings.values() for named in reading.named if named.form.kind in _RIGHT}
        gone = set(told_of(readings.values(), self._gone)) if self._gone & about else set()
        seen = _Seen(set(), _written(readings), told_to_be_renamed(readings.values()), gone)
        for statement, line in zip(document.statements, lines, strict=True):
            reading = readings.get(statement)
            if reading is None:
                continue
            if wrong or confusable:
                yield from self._listed(document, reading, about, wrong, confusable)
            if not self._first_humps.isdisjoint(line.lowers):
                yield from self._split(document, line)
            if not shapes.humps.isdisjoint(line.chunks):
                yield from self._humped(document, line, shapes)
            if not shapes.digits.isdisjoint(line.chunks):
                yield from self._lower_code(document, line, seen)
            for named in reading.named:
                yield from self._named(document, line, reading, named, seen)

    def _slip(self, document: Document, text: Text, rule: str, start: int, end: int, right: str, entity: str, about: str = "") -> Slip:
        sure = bool(right) and rule != "misspelt-term"  # another thing may be meant: OpenAPI is no OpenAI
        place = document.source.place(text.span(start, end))
        return Slip(rule, place, text.plain[start:end], (right,) if right else (), sure, about, entity)

    def _listed(self, document: Document, reading: Reading, about: set[str], wrong: _Pattern, confusable: _Pattern) -> Iterator[Slip]:
        """Forms that the packs call wrong, or wrong beside the right one."""
        text = reading.text
        if wrong:
            for match in wrong.finditer(text):
                entity = self._reference.entities[self._names.wrong[match[0]]]
                if not is_glued(text, match.start(), match.end()) and (
                    not self._is_ordinary(match[0]) or self._is_at_home(entity.id, about)
                ):
                    yield self._slip(
                        document, reading.statement.text, "misspelt-term", *match.span(), self._names.right(match[0], entity), entity.id
                    )
        if confusable:
            for match in confusable.finditer(text):
                entity = self._reference.entities[self._names.confusable[match[0]]]
                if not is_glued(text, match.start(), match.end()) and self._is_meant(entity.id, match[0], reading):
                    yield self._slip(
                        document, reading.statement.text, "misspelt-term", *match.span(), self._names.right(match[0], entity), entity.id
                    )

    def _is_ordinary(self, form: str) -> bool:
        """Might the form be plain English in capitals, as Replica Set is?"""
        return all(self._lexicon.is_english(word.lower()) for word in WORD.findall(form))

    def _is_at_home(self, entity: str, about: set[str]) -> bool:
        """Does the note speak of things of the same family?"""
        family = entity.partition(".")[0]
        return sum(one.partition(".")[0] == family for one in about) >= 2

    def _is_meant(self, entity: str, form: str, reading: Reading) -> bool:
        """Long forms give themselves away; a short one must stand beside the right name."""
        if len(form.split()) > 3:
            return True
        if " " in form:
            family = set(self._reference.lineage(entity)[1:])
            return any("." in named.form.entity and named.form.entity in family for named in reading.named)
        return form.isupper() and any(named.form.entity == entity and named.form.kind in _RIGHT for named in reading.named)

    def _split(self, document: Document, line: Line) -> Iterator[Slip]:
        """Event Bridge for EventBridge."""
        lowers = line.lowers
        for index in range(1, len(lowers)):
            found = self._names.split.get((lowers[index - 1], lowers[index]))
            if not found:
                continue
            first, second = line.pieces[index - 1], line.pieces[index]
            if (
                second.start - first.end == 1
                and first.text[0].isupper()
                and second.text[0].isupper()
                and not (first.text + second.text).isupper()
            ):
                yield self._slip(document, line.statement.text, "misspelt-term", first.start, second.end, *found)

    def _humped(self, document: Document, line: Line, shapes: Shapes) -> Iterator[Slip]:
        """A word with capitals inside that is nearly a name: ElastiSearch."""
        if not any(self._near_name(word) for chunk in line.chunks if chunk in shapes.humps for word in WORD.findall(chunk)):
            return
        for piece in line.pieces:
            text = _OWNER.sub("", piece.text)
            near = None if piece.sort is not Sort.WORD or piece.weak else self._near_name(text)
            if near:
                yield self._slip(document, line.statement.text, "misspelt-term", piece.start, piece.start + len(text), *near)

    def _near_name(self, text: str) -> tuple[str, str] | None:
        """The name that a word is nearly, with its entity."""
        if text not in self._near_names:
            plain = len(text) < 6 or text.islower() or text[1:].islower() or text.isupper()
            self._near_names[text] = None if plain or self._is_known(text) else self._near(text.lower())
        return self._near_names[text]

    def _lower_code(self, document: Document, line: Line, seen: _Seen) -> Iterator[Slip]:
        """Letters and a digit in lower case: ec2."""
        for piece in line.pieces:
            if piece.sort is not Sort.OPAQUE or not piece.text.islower() or is_glued(line.text, piece.start, piece.end):
                continue
            found = self._names.coded.get(piece.text)
            if found and found[1] not in seen.lower and found[1] in seen.written:
                seen.lower.add(found[1])
                yield self._slip(document, line.statement.text, "miscased-term", piece.start, piece.end, *found)

    def _is_known(self, text: str) -> bool:
        lower = text.lower()
        bare = lower.removesuffix("s")
        names = self._names.by_lower
        return (
            lower in names
            or bare in names
            or text in self._identifiers
            or lower in self._accepted
            or bare in self._accepted
            or (lower,) in self._names.accepted
        )

    def _near(self, lower: str) -> tuple[str, str] | None:
        most = 1 if len(lower) < 11 else 2
        found = {
            name
            for length in range(len(lower) - most, len(lower) + most + 1)
            for name, _ in near(lower, self._names.humped.get(length, ()), most)[:3]
            if name[0] == lower[0] and name[-1] == lower[-1]
        }
        return self._names.by_lower[found.pop()] if len(found) == 1 else None

    def _named(self, document: Document, line: Line, reading: Reading, named: Named, seen: _Seen) -> Iterator[Slip]:
        form = named.form
        entity = self._reference.entities.get(form.entity)
        if entity is None:
            return
        if form.kind in _CASED:
            right = self._right_case(line, reading, named, seen)
            if right:
                yield self._slip(document, reading.statement.text, "miscased-term", named.start, named.end, right, entity.id)
        if form.kind is Kind.FORMER and entity.id not in seen.former and len(named.forms) == 1:
            seen.former.add(entity.id)
            until = next((former.until for former in entity.former_names if former.name.lower() == form.surface.lower()), None)
            if until:
                yield self._slip(document, reading.statement.text, "renamed-term", named.start, named.end, "", entity.id, until)
        status = entity.status
        if status and status.state in GONE and form.kind in _RIGHT and entity.id not in seen.gone:
            seen.gone.add(entity.id)
            yield self._slip(document, reading.statement.text, "retired-term", named.start, named.end, "", entity.id)

    def _right_case(self, line: Line, reading: Reading, named: Named, seen: _Seen) -> str | None:
        """How the name is written, if capitals inside one of its words are wrong."""
        text = reading.text
        surface = text[named.start : named.end]
        accepted = self._names.accepted.get(named.form.words, set())
        if surface in accepted or surface.removesuffix("s") in accepted or is_glued(text, named.start, named.end):
            return None
        style = reading.statement.text.style_at(named.start)
        if style & Style.CODE and not _is_whole(reading, named):
            return None
        right = min(accepted, key=lambda form: (differences(surface, form), form), default=None)
        if right is None or not is_miscased(surface, right) or not self._minds_case(named, surface, right):
            return None
        if style & Style.CODE and surface[0].islower():
            return None
        if surface.islower():
            if style & Style.CODE or named.form.entity in seen.lower or named.form.entity not in seen.written:
                return None
            seen.lower.add(named.form.entity)
        if surface.isupper() and is_loud(line, surface):
            return None
        plural = "s" if surface.lower() == right.lower() + "s" else ""
        return right + plural

    def _minds_case(self, named: Named, surface: str, right: str) -> bool:
        """Products have one way to be written; concepts only where the pack says so."""
        entity = self._reference.entities[named.form.entity]
        if right[1:].islower() and surface[:2].isupper() and surface[2:].islower():
            return True
        return entity.kind in PRODUCTS or surface in entity.misspellings or surface.removesuffix("s") in entity.misspellings


def _written(readings: dict[Statement, Reading]) -> set[str]:
    """The entities whose name stands somewhere with capitals."""
    return {
        named.form.entity
        for reading in readings.values()
        for named in reading.named
        if named.form.kind in _CASED and not reading.text[named.start : named.end].islower()
    }


def _is_whole(reading: Reading, named: Named) -> bool:
    run = reading.statement.text.run_at(named.start)
    return reading.text[run.start : run.end].strip() == reading.text[named.start : named.end]


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
