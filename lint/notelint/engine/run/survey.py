"""What a folder of notes looks like to somebody who sees it first."""

import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from notelint.engine.run.result import NoteResult
from notelint.reference import Blueprint, Reference
from notelint.reference.exams import find_exams

_NO_NOTES = ("CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "LICENSE.md", "PULL_REQUEST_TEMPLATE.md", "SECURITY.md")
"""Files that come with a repository and teach nothing."""


@dataclass(frozen=True)
class Survey:
    """How many notes there are, the exams that they name, the one named most, and files among them that are no notes."""

    notes: int
    exams: tuple[str, ...]
    no_notes: tuple[str, ...]

    @property
    def exam(self) -> str | None:
        """The exam that the notes seem to be for."""
        return self.exams[0] if self.exams else None


def survey(folder: str, results: dict[str, NoteResult], reference: Reference) -> Survey:
    """Look at the names of folder and files and at all headings."""
    names = {os.path.basename(path) for path in results}
    told = [os.path.basename(os.path.abspath(folder)), *results]
    told += [heading.title for result in results.values() for heading in result.facts.headings]
    return Survey(len(results), tuple(_exams(told, reference.blueprints.values())), tuple(name for name in _NO_NOTES if name in names))


def _exams(told: Iterable[str], known: Collection[Blueprint]) -> list[str]:
    """Ids of known exams, the one that most names and headings speak of first; a text that names several equally well names none."""
    counts: Counter[str] = Counter()
    for text in told:
        found = find_exams(text, known)
        if len(found) == 1 or any(one.id in text.lower() for one in found):
            counts.update(one.id for one in found)
    return [exam for exam, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
