"""What has changed since an earlier measurement, read back from its JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from notelint.coverage.model import Coverage, ObjectiveStatus

_ORDER = list(ObjectiveStatus)
"""Best first."""


class NotComparableError(Exception):
    """A file that is no earlier coverage of the same exam; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An objective that is covered better or worse than before; `before` is None for one that the blueprint did not have."""

    task: str
    title: str
    before: ObjectiveStatus | None
    after: ObjectiveStatus

    @property
    def gained(self) -> bool:
        """Whether it is covered better than before."""
        return _ORDER.index(self.after) < (len(_ORDER) - 1 if self.before is None else _ORDER.index(self.before))


@dataclass(frozen=True, slots=True)
class CoverageComparison:
    """Shares before, overall and by domain id, and the objectives whose status changed."""

    coverage: float
    domains: Mapping[str, float]
    changes: tuple[StatusChange, ...]

    @property
    def gained(self) -> list[StatusChange]:
        """Objectives that are covered better."""
        return [change for change in self.changes if change.gained]

    @property
    def lost(self) -> list[StatusChange]:
        """Objectives that are covered worse."""
        return [change for change in self.changes if not change.gained]


def compare(coverage: Coverage, earlier: Any) -> CoverageComparison:
    """Set a measurement against the parsed JSON of an earlier one; raises NotComparableError."""
    data = _of_exam(earlier, coverage.blueprint.id)
    try:
        before = {(task["id"], one["title"]): ObjectiveStatus(one["status"]) for _, task, one in _objectives(data)}
        domains = {str(domain["id"]): float(domain["coverage"]) for domain in data["domains"]}
        return CoverageComparison(float(data["coverage"]), domains, tuple(_changes(coverage, before)))
    except (KeyError, TypeError, ValueError) as error:
        raise NotComparableError(f"not the JSON of `notelint coverage`: {error}") from None


def _of_exam(earlier: Any, exam: str) -> Any:
    found = earlier.get("exams", [earlier]) if isinstance(earlier, dict) and earlier.get("version") == 1 else []
    ids = [one.get("blueprint") for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    if exam in ids:
        return found[ids.index(exam)]
    if any(ids):
        raise NotComparableError(f"holds the coverage of {', '.join(map(str, ids))}, not of {exam}")
    raise NotComparableError("not the JSON of `notelint coverage`")


def _objectives(data: Any) -> Iterator[tuple[Any, Any, Any]]:
    for domain in data["domains"]:
        for task in domain["tasks"]:
            for objective in task["objectives"]:
                yield domain, task, objective


def _changes(coverage: Coverage, before: Mapping[tuple[str, str], ObjectiveStatus]) -> Iterator[StatusChange]:
    for _, task, objective in coverage.objectives():
        known = before.get((task.id, objective.title))
        if known is not objective.status and (known or objective.status is not ObjectiveStatus.MISSING):
            yield StatusChange(task.id, objective.title, known, objective.status)
