"""Names of the past: former names, and names of things that are no more; one slip per note and name, with all places."""

from collections.abc import Iterator

from notelint.document import Document
from notelint.language import load_language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import Entity, Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.glue import is_glued
from notelint.spelling.meant import MeantReader
from notelint.spelling.slip import Slip, together
from notelint.spelling.told import GONE, ToldReader
from notelint.subjects.home import Home
from notelint.subjects.mentions import WORD, Kind, Named, name_words
from notelint.subjects.subjects import Reading

RENAMED, RETIRED = "renamed-term", "retired-term"
_RIGHT = frozenset({Kind.NAME, Kind.ALIAS})
_Key = tuple[str, str, tuple[str, ...]]
"""A rule, an entity, and the words of the name that it has."""
_BESIDE = lazy_pattern(r"[ *_`]*(?:[(\[]|[-–—:,])[ *_`]*")
"""Between a name and its abbreviation, which are one mention."""


class FormerNameReader:
    """Finds them in notes, with the names of one Reference."""

    def __init__(self, reference: Reference, meant: MeantReader) -> None:
        self._reference = reference
        self._meant = meant
        self._told = ToldReader(load_language())
        self._gone = frozenset(entity.id for entity in reference.entities.values() if entity.status and entity.status.state in GONE)

    def read(self, document: Document, readings: list[Reading], home: Home) -> Iterator[Slip]:
        """One slip per former name, and per name of a thing that is gone, of which the note does not tell."""
        mentions: dict[_Key, list[tuple[Reading, Named]]] = {}
        told: set[str] = set()
        for reading in readings:
            last: tuple[_Key, Named] | None = None
            for named in reading.named:
                rule = self._rule(named)
                if not rule or is_glued(reading.text, named.start, named.end):
                    continue
                if rule == RENAMED and self._told.is_renamed(named, reading):
                    told.add(named.form.entity)
                elif self._meant.is_meant(named, reading, home):
                    key = (rule, named.form.entity, _bare(named.form.words))
                    if last and last[0][:2] == key[:2] and _BESIDE.fullmatch(reading.text, last[1].end, named.start):
                        continue
                    mentions.setdefault(key, []).append((reading, named))
                    last = key, named
        gone = self.told_gone(readings) if any(rule == RETIRED for rule, _, _ in mentions) else frozenset()
        for (rule, entity, _), found in mentions.items():
            if entity not in (told if rule == RENAMED else gone):
                found.sort(key=lambda mention: not _is_heading_of(*mention))
                yield together([self._slip(document, rule, self._reference.entities[entity], *mention) for mention in found])

    def told_gone(self, readings: list[Reading]) -> frozenset[str]:
        """The ended or closed entities of which the note tells so."""
        return self._told.gone(readings, self._gone)

    def _rule(self, named: Named) -> str:
        entity = self._reference.entities.get(named.form.entity)
        if entity is None:
            return ""
        if named.form.kind is Kind.FORMER and len(named.forms) == 1 and _until(entity, named):
            return RENAMED
        return RETIRED if entity.id in self._gone and named.form.kind in _RIGHT else ""

    def _slip(self, document: Document, rule: str, entity: Entity, reading: Reading, named: Named) -> Slip:
        surface = reading.text[named.start : named.end]
        place = document.source.place(reading.statement.text.span(named.start, named.end))
        right = (_present_name(entity, surface, named),) if rule == RENAMED else ()
        return Slip(rule, place, surface, right, False, _until(entity, named) if rule == RENAMED else "", entity.id)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the vendor's."""
    return words[1:] if len(words) > 1 and words[0] in VENDORS_LOWER else words


def _until(entity: Entity, named: Named) -> str:
    """When the name that a mention has was given up; "" if nobody says."""
    return next((former.until or "" for former in entity.former_names if name_words(former.name) == named.form.words), "")


def _present_name(entity: Entity, surface: str, named: Named) -> str:
    """The name of today as it is written in the place of a former one: with the vendor if that had it, in the plural if it was."""
    name = entity.name
    first, _, rest = name.partition(" ")
    if rest and first.lower() in VENDORS_LOWER and WORD.findall(surface)[0].lower() not in VENDORS_LOWER:
        name = rest
    return name + "s" * (surface.lower().endswith("s") and not named.form.words[-1].endswith("s"))


def _is_heading_of(reading: Reading, named: Named) -> bool:
    """Whether the mention is the whole of a heading. That is where the note speaks of it."""
    return reading.statement.kind == "heading" and not (reading.text[: named.start] + reading.text[named.end :]).strip(" \t*_`:#")
