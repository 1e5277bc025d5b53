"""Names with their capitals in the wrong places, and names of products all in lower case."""

from collections.abc import Callable, Iterator

from notelint.document import Document, Style, Text
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.casing import differences, is_loud, is_miscased
from notelint.spelling.glue import is_glued
from notelint.spelling.names import WRITTEN_ONE_WAY, Names
from notelint.spelling.prose import Line, Sort
from notelint.spelling.slip import Slip
from notelint.subjects.home import Vendors
from notelint.subjects.mentions import WORD, Kind, Named
from notelint.subjects.subjects import Reading

_GOES_ON = lazy_pattern(r"-\w")
"""A hyphen after lower-case letters and a digit makes them a part of a command: s3-dist-cp."""
_WORD_BEFORE = lazy_pattern(r"(?<!\w)([^\W\d_]{2,})\s$")
_NEAR = 30
"""Characters before a name in which its vendor is looked for."""
_RIGHT = frozenset({Kind.NAME, Kind.ALIAS})
_CASED = _RIGHT | {Kind.WITHIN, Kind.FORMER}


class CaseReader:
    """Finds them with the names of one Reference."""

    def __init__(self, reference: Reference, names: Names, vendors: Vendors) -> None:
        self._reference = reference
        self._vendors = vendors
        self._names = names

    def written(self, readings: list[Reading]) -> set[str]:
        """The entities whose name stands somewhere with capitals."""
        return {
            named.form.entity
            for reading in readings
            for named in reading.named
            if named.form.kind in _CASED and not reading.text[named.start : named.end].islower()
        }

    def lower_code(self, document: Document, line: Line, written: set[str]) -> Iterator[Slip]:
        """Letters and a digit in lower case, where the note also writes them otherwise: ec2."""
        for piece in line.pieces if line.holds_opaque(self._names.coded) else ():
            if piece.sort is not Sort.OPAQUE or not piece.text.islower() or is_glued(line.text, piece.start, piece.end):
                continue
            found = self._names.coded.get(piece.text)
            goes_on = _GOES_ON.match(line.text, piece.end) is not None
            if found and found[1] in written and not goes_on:
                yield _slip(document, line.statement.text, "informal-term", piece.start, piece.end, *found)

    def miscased(self, document: Document, line: Line, reading: Reading, named: Named, written: Callable[[str], bool]) -> Slip | None:
        """The slip of a name whose capitals are wrong inside one of its words; all in lower case it is one only where `written` says so of its entity."""
        if named.form.kind not in _CASED or named.form.entity not in self._reference.entities:
            return None
        right = self._right_case(line, reading, named, written)
        if right is None:
            return None
        lower = reading.text[named.start : named.end].islower()
        rule = "informal-term" if lower else "miscased-term"
        sure = not lower or self._reference.entities[named.form.entity].kind in WRITTEN_ONE_WAY
        return _slip(document, reading.statement.text, rule, named.start, named.end, right, named.form.entity, sure=sure)

    def _right_case(self, line: Line, reading: Reading, named: Named, written: Callable[[str], bool]) -> str | None:
        """How the name is written, if not as it is here."""
        text = reading.text
        surface = text[named.start : named.end]
        accepted = self._names.accepted.get(named.form.words, set())
        if surface in accepted or surface.removesuffix("s") in accepted or is_glued(text, named.start, named.end):
            return None
        if self._is_of_another(reading, named):
            return None
        code = bool(reading.statement.text.style_at(named.start) & Style.CODE)
        if code and (surface[0].islower() or not _is_whole(reading, named)):
            return None
        right = min(accepted, key=lambda form: (differences(surface, form), form), default=None)
        if right is None or not is_miscased(surface, right) or not self._minds_case(named, surface, right):
            return None
        if (surface.islower() and not written(named.form.entity)) or (surface.isupper() and is_loud(line, surface)):
            return None
        return right + "s" * (surface.lower() == right.lower() + "s")

    def _is_of_another(self, reading: Reading, named: Named) -> bool:
        """Whether another vendor's name is before it: Google Workspaces are not those of Amazon."""
        before = _WORD_BEFORE.search(reading.text, max(0, named.start - _NEAR), named.start)
        vendors = self._vendors.of(named.form.entity)
        return before is not None and bool(vendors) and before[1].lower() in VENDORS_LOWER - vendors

    def _minds_case(self, named: Named, surface: str, right: str) -> bool:
        """Products have one way to be written, and so have features with capitals inside; names of fields (configMap) and concepts have more."""
        entity = self._reference.entities[named.form.entity]
        if right[1:].islower() and surface[:2].isupper() and surface[2:].islower():
            return True
        if entity.kind in WRITTEN_ONE_WAY or surface in entity.misspellings or surface.removesuffix("s") in entity.misspellings:
            return True
        field = surface[0].islower() and surface[1:].rstrip("s") == right[1:]
        return entity.kind == "feature" and not field and any(_is_humped(word) for word in WORD.findall(right))


def _is_humped(word: str) -> bool:
    return word[0].isupper() and any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word)


def _is_whole(reading: Reading, named: Named) -> bool:
    run = reading.statement.text.run_at(named.start)
    return reading.text[run.start : run.end].strip() == reading.text[named.start : named.end]


def _slip(document: Document, text: Text, rule: str, start: int, end: int, right: str, entity: str, *, sure: bool = True) -> Slip:
    return Slip(rule, document.source.place(text.span(start, end)), text.plain[start:end], (right,), sure, "", entity)
