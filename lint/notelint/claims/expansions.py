"""Expansions of acronyms: "DMS (Database Migration Service)", "Database Migration Service (DMS)", "**S3** - **Simple Storage Service**"."""

import re
from collections.abc import Iterator

from notelint.claims.acronyms import acronym_entities, bare
from notelint.claims.expansion import Expansion
from notelint.document import Document, Statement, Style
from notelint.language import load_language
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.home import Home, Vendors
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
_MOST_REPEATED = 4
"""How often a digit may repeat the letter before it: the three S of S3."""


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
                at_home = tuple(
                    sorted({one.id for one in acronym_entities(self._reference).get(bare(acronym), ()) if home.speaks_of(one.id)})
                )
                place = document.source.place(reading.statement.text.span(start, end))
                yield Expansion(place, acronym, text, named[0].form.entity if named else "", at_home)


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


def spells(acronym: str, words: list[str]) -> int:
    """3 if the letters are the initials of the words, 2 if some go on inside a word (HyperText), 1 if as many words differ in one letter, else 0."""
    little = load_language().acronyms.skipped
    letters = re.sub(r"[^A-Za-z]", "", acronym.removesuffix("s") if len(acronym) > 2 else acronym).lower()
    parts = [part.lower() for word in words for part in re.split(r"[-/]", word) if part and part[0].isalnum()]
    chosen = [part for part in parts if part not in little]
    if not letters or not chosen or parts[0] in little or parts[-1] in little:
        return 0
    if any(character.isdigit() for character in acronym):
        letters = re.sub(r"([a-z])(\d)", lambda match: match[1] * min(int(match[2]), _MOST_REPEATED), acronym.lower())
    capitals = "".join(word[0].lower() for word in words if word[0].isupper())
    if letters in ("".join(part[0] for part in chosen), "".join(part[0] for part in parts), capitals):
        return 3
    if _covers(letters, [word for word in words if word.lower() not in little]):
        return 2
    hits = sum(letter == part[0] for letter, part in zip(letters, chosen, strict=False))
    return int(len(chosen) == len(letters) >= 3 and chosen[0][0] == letters[0] and hits == len(letters) - 1)


def _covers(letters: str, words: list[str]) -> bool:
    """Can the letters be taken in order from the words: the first of each, and further capitals inside (HyperText)?"""
    capitals = "".join(word[0] + re.sub(r"[^A-Z]", "", word[1:]) for word in words if word[0].isalnum())
    return capitals.lower() == letters
