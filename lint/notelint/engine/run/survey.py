"""What a folder of notes looks like to somebody who sees it first."""

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from notelint.engine.run.result import NoteResult
from notelint.reference import Reference

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
    return Survey(len(results), tuple(_exams(told, reference.blueprints)), tuple(name for name in _NO_NOTES if name in names))


def _exams(told: Iterable[str], known: Iterable[str]) -> list[str]:
    """Ids of known exams, the one that most names and headings speak of first."""
    patterns = {exam: re.compile(r"(?<![a-z0-9])" + exam.replace("-", r"[-_ ]?") + r"(?![a-z0-9])") for exam in known}
    counts = Counter(exam for text in told for exam, pattern in patterns.items() if pattern.search(text.lower()))
    return [exam for exam, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
