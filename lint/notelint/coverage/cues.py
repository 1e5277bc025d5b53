"""Headings that name a domain or a task of a blueprint."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from notelint.language import alternatives, load_language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import Blueprint, Reference
from notelint.subjects.phrases import folded

_SEGMENT = re.compile(r"\s[-\u2013\u2014]+\s|[:|/()\[\]]")


@cache
def _numbered() -> re.Pattern[str]:
    words = load_language().exams
    names = alternatives((*words.domains, *words.tasks, *words.parts))
    return re.compile(rf"^\W*(?:{names}\b)?\W*[\d.]*\W*", re.IGNORECASE)


@cache
def _explicit() -> re.Pattern[str]:
    words = load_language().exams
    name = rf"(?:(?P<task>{alternatives(words.tasks)})|{alternatives(words.domains)})"
    return re.compile(rf"\b{name}\W{{0,3}}(?P<number>\d+(?:\.\d+)?)\b", re.IGNORECASE)


@cache
def _small() -> frozenset[str]:
    return VENDORS_LOWER | load_language().exams.small


Words = tuple[str, ...]


class Strength(IntEnum):
    """What the words are in the blueprint."""

    WORD = 0
    """A cue that is only a part of what the heading says."""
    CUE = 1
    """A cue that is all that the heading, or its part before or after a dash or colon, says."""
    TITLE = 2
    """The title or the number of a domain or task."""


class HeadingCue(NamedTuple):
    """A heading names domain `domain` and task `task`, as indexes; task -1 for the domain as a whole."""

    domain: int
    task: int
    strength: Strength


class Cues:
    """Matches titles against the titles, cues and numbers of domains and tasks; ML is machine learning, modelling is modeling."""

    def __init__(self, blueprint: Blueprint, reference: Reference) -> None:
        self._expansions = _expansions(reference)
        self._phrases: list[tuple[Words, HeadingCue]] = []
        self._numbers: dict[str, tuple[int, int]] = {}
        for d, domain in enumerate(blueprint.domains):
            self._numbers[domain.id] = (d, -1)
            self._add((domain.title,), HeadingCue(d, -1, Strength.TITLE))
            self._add(domain.cues, HeadingCue(d, -1, Strength.CUE))
            for t, task in enumerate(domain.tasks):
                self._numbers.setdefault(task.id, (d, t))
                self._add((task.title,), HeadingCue(d, t, Strength.TITLE))
                self._add(task.cues, HeadingCue(d, t, Strength.CUE))

    def _add(self, phrases: Iterable[str], cue: HeadingCue) -> None:
        self._phrases += [(words, cue) for words in map(self._words, phrases) if words]

    def _words(self, text: str) -> Words:
        return tuple(part for word in folded(text) if word not in _small() for part in self._expansions.get(word, (word,)))

    def named(self, text: str) -> tuple[int, int] | None:
        """Finds the (domain, task) with this id or title, as front matter gives it; task -1 for a domain."""
        number = re.search(r"\d+(?:\.\d+)?", text)
        wanted = self._words(text)
        by_title = next(((cue.domain, cue.task) for words, cue in self._phrases if words == wanted), None)
        return self._numbers.get(text.strip()) or by_title or (self._numbers.get(number[0]) if number else None)

    def match(self, title: str) -> list[HeadingCue]:
        """Finds what the title names, the strongest first, then the longest."""
        segments = [self._words(_numbered().sub("", part)) for part in (title, *_SEGMENT.split(title))]
        words = self._words(title)
        hits = [(len(one), cue._replace(strength=_strength(one, cue, segments))) for one, cue in self._phrases if _contains(words, one)]
        return [*self._explicit(title), *(cue for _, cue in sorted(hits, key=lambda hit: (-hit[1].strength, -hit[0])))]

    def _explicit(self, title: str) -> list[HeadingCue]:
        found = []
        for match in _explicit().finditer(title):
            place = self._numbers.get(match["number"])
            if place and ("." in match["number"]) == bool(match["task"]):
                found.append(HeadingCue(*place, Strength.TITLE))
        return found


def _strength(words: Words, cue: HeadingCue, segments: list[Words]) -> Strength:
    if words in segments or (cue.strength is Strength.TITLE and len(words) > 1):
        return cue.strength
    return Strength.CUE if cue.task < 0 and len(words) > 1 else Strength.WORD


def _contains(words: Words, cue: Words) -> bool:
    return any(words[start : start + len(cue)] == cue for start in range(len(words) - len(cue) + 1))


def _expansions(reference: Reference) -> dict[str, Words]:
    """Acronyms of concepts -> the words that they stand for."""
    found: dict[str, Words] = {}
    for entity in reference.entities.values():
        if entity.kind == "concept" and entity.expansions:
            for name in (entity.name, *entity.aliases):
                if name.isupper() and name.isalpha():
                    found.setdefault(name.lower(), folded(entity.expansions[0]))
    return found
