"""Expansions of acronyms: "DMS (Database Migration Service)", "Database Migration Service (DMS)", "**S3** - **Simple Storage Service**"."""

import re
from collections.abc import Iterator

from notelint.claims.acronyms import acronym_entities, bare
from notelint.claims.expansion import Expansion
from notelint.claims.initials import spells
from notelint.document import Document, Statement, Style
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.home import Home, Vendors, family
from notelint.subjects.mentions import MentionReader
from notelint.subjects.subjects import Reading

_ACRONYM = r"(?P<acronym>[A-Z][a-z]*+[A-Z0-9][A-Za-z0-9]*+)"
_WORDS = r"(?P<words>[A-Za-z][\w'’./-]*+(?:[ \u00a0](?:&|[A-Za-z0-9][\w'’./-]*+)){1,8})"
_BEFORE = lazy_pattern(rf"(?<![\w-]){_ACRONYM}\s?\({_WORDS}\)")
_AFTER = lazy_pattern(rf"(?<![\w-])(?<![\w'’./-][.'’/]){_WORDS}\s?\({_ACRONYM}s?\)")
_LABELLED = lazy_pattern(rf"^\W*+{_ACRONYM}\W{{0,3}}\s*[-–—:=]\s+\W{{0,3}}{_WORDS}")
_BRACKET = lazy_pattern(r"\([A-Za-z]")
_IN_BRACKETS = lazy_pattern(rf"\({_ACRONYM}s?\)")
_ACRONYM_FIRST = lazy_pattern(r"(?<![\w-])[A-Z0-9][A-Za-z0-9]*+\s?\([A-Za-z]")
_ALONE = lazy_pattern(_ACRONYM)


class ExpansionReader:
    """Reads the acronyms that notes spell out, with the names of one Reference."""

    def __init__(self, reference: Reference, mentions: MentionReader) -> None:
        self._reference = reference
        self._mentions = mentions
        self._vendors = Vendors(reference)

    def read(self, document: Document, readings: dict[Statement, Reading]) -> Iterator[Expansion]:
        """Every acronym that a note spells out, once a place."""
        home = Home(readings.values(), self._reference, self._vendors)
        for reading in readings.values():
            for acronym, start, end in _spelt_out(reading, readings):
                text = reading.statement.text.plain[start:end]
                if acronym in text:
                    continue
                named = self._mentions.read(acronym)
                at_home = self._at_home(acronym, text, home)
                place = document.source.place(reading.statement.text.span(start, end))
                yield Expansion(place, acronym, text, named[0].form.entity if named else "", at_home)

    def _at_home(self, acronym: str, text: str, home: Home) -> tuple[str, ...]:
        """The entities of an acronym of whose family the note speaks, or the words do: Hadoop Distributed File System."""
        words = set(text.lower().split())
        entities = {one.id for one in acronym_entities(self._reference).get(bare(acronym), ())}
        return tuple(sorted(one for one in entities if family(one) in words or home.speaks_of(one)))


def _spelt_out(reading: Reading, readings: dict[Statement, Reading]) -> Iterator[tuple[str, int, int]]:
    """Each acronym of a statement with the words that spell it out."""
    text = reading.statement.text.masked(Style.URL | Style.CODE | Style.MATH)
    if "(" in text and _BRACKET.search(text):
        for match in _BEFORE.finditer(text) if _ACRONYM_FIRST.search(text) else ():
            if words := _whole(match):
                yield match["acronym"], *words
        for match in _AFTER.finditer(text) if _IN_BRACKETS.search(text) else ():
            if words := _tail(match):
                yield match["acronym"], *words
    if below := _below(reading, readings):
        yield below[0], *below[1]
    labelled = _LABELLED.match(text)
    if labelled and (words := _head(labelled)):
        yield labelled["acronym"], *words


def _below(reading: Reading, readings: dict[Statement, Reading]) -> tuple[str, tuple[int, int]] | None:
    """An item that does nothing but spell out the acronym that the item or heading above names."""
    above = next(iter(reading.statement.ancestors()), None)
    label = readings[above].label.strip() if above in readings else ""
    if not _ALONE.fullmatch(label):
        return None
    text = reading.text.strip(" \t.*")
    if not 2 <= len(text.split()) <= 8:
        return None
    start = reading.text.index(text)
    return (label, (start, start + len(text))) if spells(label, text.split()) == 3 else None


def _whole(match: re.Match[str]) -> tuple[int, int] | None:
    """The words in the brackets, if they spell the acronym or nearly so."""
    return match.span("words") if spells(match["acronym"], match["words"].split()) else None


def _tail(match: re.Match[str]) -> tuple[int, int] | None:
    """The last words before the brackets that spell the acronym, else those that nearly do."""
    starts = [found.start() for found in re.finditer(r"\S+", match["words"])]
    choices = [(match["words"][start:], match.start("words") + start) for start in reversed(starts[:-1])]
    best = max(choices, key=lambda choice: spells(match["acronym"], choice[0].split()), default=None)
    return (best[1], match.end("words")) if best and spells(match["acronym"], best[0].split()) else None


def _head(match: re.Match[str]) -> tuple[int, int] | None:
    """The first words after the label that spell the acronym, else those that nearly do."""
    ends = [found.end() for found in re.finditer(r"\S+", match["words"])]
    choices = [(match["words"][:end], match.start("words") + end) for end in reversed(ends[1:])]
    best = max(choices, key=lambda choice: spells(match["acronym"], choice[0].split()), default=None)
    return (match.start("words"), best[1]) if best and spells(match["acronym"], best[0].split()) else None
