"""Headings that name a domain or a task of a blueprint."""

import re
from typing import NamedTuple

from notelint.facts.phrases import folded
from notelint.reference import Blueprint

_SEGMENT = re.compile(r"\s[-–—]+\s|[:|/()\[\]]")
_NUMBERED = re.compile(r"^\W*(?:domain|task(?: statement)?|part|chapter|module|section|unit|week)?\W*[\d.]*\W*", re.IGNORECASE)
_EXPLICIT = re.compile(r"\b(domain|task(?:\s+statement)?)\W{0,3}(\d+(?:\.\d+)?)\b", re.IGNORECASE)


class Cue(NamedTuple):
    """A heading names domain `domain` (and task `task`); an index, task -1 for the domain as a whole.

    `whole` if that is all that the heading, or the part of it before or after a dash or colon, says; a domain's name of several words always is.
    """

    domain: int
    task: int
    whole: bool


class Cues:
    """Matches titles against the titles, cues and numbers of domains and tasks."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._phrases: list[tuple[tuple[str, ...], int, int]] = []
        self._numbers: dict[str, tuple[int, int]] = {}
        for d, domain in enumerate(blueprint.domains):
            self._numbers[domain.id] = (d, -1)
            self._add((domain.title, *domain.cues), d, -1)
            for t, task in enumerate(domain.tasks):
                self._numbers.setdefault(task.id, (d, t))
                self._add((task.title, *task.cues), d, t)

    def _add(self, phrases: tuple[str, ...], domain: int, task: int) -> None:
        self._phrases += [(words, domain, task) for words in map(folded, phrases) if words]

    def number(self, number: str) -> tuple[int, int] | None:
        """The (domain, task) with this id; task -1 for a domain."""
        return self._numbers.get(number)

    def named(self, text: str) -> tuple[int, int] | None:
        """The (domain, task) with this id or title, as front matter gives it."""
        wanted = folded(text)
        by_title = next(((domain, task) for words, domain, task in self._phrases if words == wanted), None)
        return self.number(text.strip()) or self.number(_bare_number(text)) or by_title

    def match(self, title: str) -> list[Cue]:
        """What the title names, explicit numbers first, then the longest words."""
        found = []
        for match in _EXPLICIT.finditer(title):
            place = self.number(match[2])
            if place and ("." in match[2]) == (match[1][:4].lower() == "task"):
                found.append(Cue(*place, whole=True))
        segments = [folded(_NUMBERED.sub("", part)) for part in _SEGMENT.split(title)]
        words = folded(title)
        hits = [
            (len(cue), Cue(domain, task, cue in segments or (task < 0 and len(cue) > 1)))
            for cue, domain, task in self._phrases
            if _contains(words, cue)
        ]
        return found + [cue for _, cue in sorted(hits, key=lambda hit: (-hit[1].whole, -hit[0]))]


def _bare_number(text: str) -> str:
    match = re.search(r"\d+(?:\.\d+)?", text)
    return match[0] if match else ""


def _contains(words: tuple[str, ...], cue: tuple[str, ...]) -> bool:
    return any(words[start : start + len(cue)] == cue for start in range(len(words) - len(cue) + 1))
