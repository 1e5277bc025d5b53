"""Claims in words: a statement about an entity that holds the wording of a canonical text value, or one that the value rules out."""

from collections.abc import Iterator
from functools import cached_property

import msgspec

from notelint.claims.claim import Claim
from notelint.claims.wording_doubts import WordingDoubts
from notelint.document import Document, Statement
from notelint.language import load_language
from notelint.quantities.nouns import singular
from notelint.reference import CanonicalValue, Reference
from notelint.subjects.mentions import WORD
from notelint.subjects.subjects import Reading

_GAP = 6
"""Words that may be between two parts of a wording that are parted by "..."."""


class _Wording(msgspec.Struct, frozen=True):
    """Parts of words that must follow each other, and the attribute that they are about."""

    parts: tuple[tuple[str, ...], ...]
    attribute: str
    text: str
    against: CanonicalValue | None = None
    """The value that rules the wording out."""


class FoundWording(msgspec.Struct, frozen=True):
    """Characters `start`..`end` of a statement hold a wording of an attribute; `doubts` say why it may not be what the statement claims."""

    start: int
    end: int
    entity: str
    attribute: str
    text: str
    doubts: tuple[str, ...] = ()


class WordingReader:
    """Finds the wordings of text values that rule others out; those without `against` are not looked for."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._doubts = WordingDoubts(reference, load_language())

    @cached_property
    def _of_entity(self) -> dict[str, list[_Wording]]:
        judged = {(value.entity, value.attribute) for value in self._reference.values if value.against}
        found: dict[str, list[_Wording]] = {}
        for value in self._reference.values:
            if (value.entity, value.attribute) in judged and value.low is None:
                for text in (*(value.choices or (value.value,)), *value.cues):
                    found.setdefault(value.entity, []).append(_Wording(_parts(text), value.attribute, text))
                for text in value.against:
                    found.setdefault(value.entity, []).append(_Wording(_parts(text), value.attribute, text, value))
        for wordings in found.values():
            wordings.sort(key=lambda wording: -sum(len(part) for part in wording.parts))
        return found

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """First words of all wordings, one and many: most statements hold none."""
        firsts = {wording.parts[0][0] for wordings in self._of_entity.values() for wording in wordings}
        return frozenset(form for word in firsts for form in (word, f"{word}s", f"{word}es", f"{word[:-1]}ies"))

    def read(self, document: Document, reading: Reading, readings: dict[Statement, Reading]) -> Iterator[Claim]:
        """One claim per attribute: the longest wording that the statement holds, if nothing speaks against its being claimed."""
        for found in self.find(reading, readings):
            if not found.doubts:
                span = reading.statement.text.span(found.start, found.end)
                quote = document.source.text[span.start : span.end]
                confidence = 0.5 if reading.subject.ambiguous else 0.9
                place = document.source.place(span)
                yield Claim(place, quote, found.entity, found.attribute, "exact", text=found.text, confidence=confidence)

    def find(self, reading: Reading, readings: dict[Statement, Reading]) -> Iterator[FoundWording]:
        """Every wording with its doubts, at most one per attribute."""
        if self._firsts.isdisjoint(reading.said):
            return
        words: list[tuple[int, int, str]] = []
        taken: list[tuple[int, int]] = []
        held: set[str] = set()
        for entity in self._entities(reading, readings):
            seen: set[str] = set()
            if not words:
                singulars = list(map(singular, reading.words.lowers))
                words = [(*span, word) for span, word in zip(reading.words.spans, singulars, strict=True)]
                held = set(singulars)
            for wording in self._of_entity[entity]:
                place = None if wording.parts[0][0] not in held or wording.attribute in seen else _find(words, wording.parts)
                if place and not any(_inside(place, other) for other in taken):
                    taken.append(place)
                    seen.add(wording.attribute)
                    doubts = tuple(self._doubts.read(place, entity, wording.against, reading, readings)) if wording.against else ()
                    yield FoundWording(*place, entity, wording.attribute, wording.text, doubts)

    def _entities(self, reading: Reading, readings: dict[Statement, Reading]) -> list[str]:
        """What has wordings of what the statement names, its subject and those of the items and headings above, and what these are part of."""
        found = [named.form.entity for named in reading.named]
        found.append(reading.subject.entity)
        found.extend(readings[above].subject.entity for above in reading.statement.ancestors() if above in readings)
        worded = self._worded
        return list(dict.fromkeys(entity for name in dict.fromkeys(found) if name in worded for entity in worded[name]))

    @cached_property
    def _worded(self) -> dict[str, list[str]]:
        """Entity -> those that have wordings of itself and what it is part of."""
        found: dict[str, list[str]] = {}
        for entity in self._reference.entities:
            if worded := [one for one in self._reference.lineage(entity)[:2] if one in self._of_entity]:
                found[entity] = worded
        return found


def _inside(place: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the place is a part of a longer wording that was found before."""
    return other[0] <= place[0] and place[1] <= other[1] and place != other


def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(singular(word.lower()) for word in WORD.findall(part)) for part in text.split("...") if WORD.search(part))


def _find(words: list[tuple[int, int, str]], parts: tuple[tuple[str, ...], ...]) -> tuple[int, int] | None:
    """Start and end of the words that hold all parts in order, at most _GAP words apart."""
    for start, (offset, _, word) in enumerate(words):
        if word == parts[0][0]:
            end = _follow(words, start, parts)
            if end is not None:
                return offset, words[end][1]
    return None


def _follow(words: list[tuple[int, int, str]], start: int, parts: tuple[tuple[str, ...], ...]) -> int | None:
    """Index of the last word when the parts are there from `start` on."""
    first, rest = parts[0], parts[1:]
    if tuple(word for _, _, word in words[start : start + len(first)]) != first:
        return None
    last = start + len(first) - 1
    if not rest:
        return last
    ends = (_follow(words, after, rest) for after in range(last + 1, min(last + 2 + _GAP, len(words))))
    return next((end for end in ends if end is not None), None)
