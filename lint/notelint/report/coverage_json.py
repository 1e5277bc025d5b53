"""Machine-readable coverage: schema/coverage.schema.json."""

from collections.abc import Mapping, Sequence
from typing import Any

from notelint.coverage import Coverage, CoverageComparison, NoteLine, ObjectiveCoverage, SectionCoverage, StatusChange, TaskCoverage
from notelint.report.printable import dump

_PLACES = 10


def coverage_json(coverages: Sequence[Coverage], comparisons: Mapping[str, CoverageComparison] | None = None) -> str:
    """One exam as an object; several as {"version": 1, "exams": [...]}; `comparisons` by blueprint id."""
    known = comparisons or {}
    made = [coverage_data(coverage) | _compared(coverage, known.get(coverage.blueprint.id)) for coverage in coverages]
    return dump(made[0] if len(made) == 1 else {"version": 1, "exams": made})


def coverage_data(coverage: Coverage) -> dict[str, Any]:
    """The object of one exam."""
    return {
        "version": 1,
        "blueprint": coverage.blueprint.id,
        "title": coverage.blueprint.title,
        "coverage": _share(coverage.coverage),
        "domains": [
            {
                "id": domain.id,
                "title": domain.title,
                "weight": _share(domain.weight),
                "coverage": _share(domain.coverage),
                "tasks": [_task(task) for task in domain.tasks],
            }
            for domain in coverage.domains
        ],
        "sections": [_section(section) for section in coverage.sections],
    }


def _compared(coverage: Coverage, comparison: CoverageComparison | None) -> dict[str, Any]:
    if comparison is None:
        return {}
    changed = {name: [_change(change) for change in found] for name, found in (("gained", comparison.gained), ("lost", comparison.lost))}
    return {"compared": {"coverage": _share(comparison.coverage), "change": _share(coverage.coverage - comparison.coverage), **changed}}


def _change(change: StatusChange) -> dict[str, Any]:
    return {"task": change.task, "title": change.title, "before": str(change.before) if change.before else None, "after": str(change.after)}


def _share(share: float) -> float:
    return round(share, 4)


def _task(task: TaskCoverage) -> dict[str, Any]:
    return {
        "id": task.id,
        "title": task.title,
        "coverage": _share(task.coverage),
        "objectives": [_objective(one) for one in task.objectives],
    }


def _objective(objective: ObjectiveCoverage) -> dict[str, Any]:
    kinds = (("about", objective.about), ("elsewhere", objective.elsewhere), ("named", objective.named))
    places = [_where(where, kind) for kind, lines in kinds for where in lines]
    write_at = objective.write_at
    return {
        "title": objective.title,
        "status": str(objective.status),
        "coverage": _share(objective.share),
        "statements": len(objective.about) + len(objective.elsewhere),
        "places": places[:_PLACES],
        "write_at": {"filename": write_at.path, "line": write_at.line, "heading": write_at.heading} if write_at else None,
    }


def _where(where: NoteLine, kind: str) -> dict[str, Any]:
    return {"filename": where.path, "line": where.line, "kind": kind}


def _section(section: SectionCoverage) -> dict[str, Any]:
    return {
        "filename": section.path,
        "line": section.line,
        "heading": section.heading,
        "level": section.level,
        "domain": section.domain,
        "task": section.task,
        "status": str(section.status),
        "why": section.why,
    }
