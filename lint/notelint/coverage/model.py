"""What a measurement of coverage says. All frozen; shares run from 0 to 1."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from notelint.reference import Blueprint


class SectionStatus(StrEnum):
    """How much a section says, with all below it."""

    FILLED = "filled"
    THIN = "thin"
    EMPTY = "empty"


class ObjectiveStatus(StrEnum):
    """covered: statements about it; thin: named, little said; missing: nothing."""

    COVERED = "covered"
    THIN = "thin"
    MISSING = "missing"


class NoteLine(NamedTuple):
    """A line of a note."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class ObjectiveCoverage:
    """`share` is 1 for a covered objective and grows to it with every statement; for one that is only named it is a tenth.

    `about` are the lines that say something about the objective, `elsewhere` those that do so in sections on other domains (they count half).

    `named` are the lines that only name it, `headings` those of headings.

    `write_at` is the section where more on it would go, or None where the notes have none that fits.
    """

    title: str
    status: ObjectiveStatus
    share: float
    about: tuple[NoteLine, ...] = ()
    elsewhere: tuple[NoteLine, ...] = ()
    named: tuple[NoteLine, ...] = ()
    headings: tuple[NoteLine, ...] = ()
    write_at: "SectionCoverage | None" = None


@dataclass(frozen=True, slots=True)
class TaskCoverage:
    """`coverage` is the mean of its objectives' shares."""

    id: str
    title: str
    coverage: float
    objectives: tuple[ObjectiveCoverage, ...]


@dataclass(frozen=True, slots=True)
class DomainCoverage:
    """`coverage` is the mean of its tasks; `weight` is its share of the exam."""

    id: str
    title: str
    weight: float
    coverage: float
    tasks: tuple[TaskCoverage, ...]

    def objectives(self) -> Iterator[ObjectiveCoverage]:
        """Those of all tasks, in order."""
        for task in self.tasks:
            yield from task.objectives


@dataclass(frozen=True, slots=True)
class SectionCoverage:
    """A section of a note and where in the exam it belongs; `domain` and `task` are None where it belongs nowhere, `why` says how that was decided.

    `heading` is empty for what is before the first heading of a note.
    """

    path: str
    line: int
    heading: str
    level: int
    status: SectionStatus
    domain: str | None = None
    task: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a Blueprint the notes cover: the domains weighted as in the exam."""

    blueprint: Blueprint
    coverage: float
    domains: tuple[DomainCoverage, ...]
    sections: tuple[SectionCoverage, ...]

    def objectives(self) -> Iterator[tuple[DomainCoverage, TaskCoverage, ObjectiveCoverage]]:
        """All objectives with the task and domain they belong to, in order."""
        for domain in self.domains:
            for task in domain.tasks:
                for objective in task.objectives:
                    yield domain, task, objective
