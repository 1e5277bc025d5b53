"""Coverage as CSV: one row an objective."""

import csv
import io
from collections.abc import Sequence

from notelint.coverage import Coverage, ObjectiveCoverage
from notelint.report.printable import cell

_COLUMNS = (
    "exam",
    "domain",
    "domain_title",
    "weight",
    "task",
    "task_title",
    "objective",
    "status",
    "coverage",
    "statements",
    "named",
    "first_place",
    "write_at",
)


def coverage_csv(coverages: Sequence[Coverage]) -> str:
    """A header row, then the objectives of every exam in order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for coverage in coverages:
        for domain, task, one in coverage.objectives():
            head = (coverage.blueprint.id, domain.id, domain.title, round(domain.weight, 4), task.id, task.title)
            said = len(one.about) + len(one.elsewhere)
            writer.writerow(
                [
                    cell(value)
                    for value in (*head, one.title, str(one.status), round(one.share, 4), said, len(one.named), _first(one), _write_at(one))
                ]
            )
    return out.getvalue().removesuffix("\n")


def _first(objective: ObjectiveCoverage) -> str:
    places = (*objective.about, *objective.elsewhere, *objective.named)
    return f"{places[0].path}:{places[0].line}" if places else ""


def _write_at(objective: ObjectiveCoverage) -> str:
    at = objective.write_at
    return f"{at.path}:{at.line} {at.heading}" if at else ""
