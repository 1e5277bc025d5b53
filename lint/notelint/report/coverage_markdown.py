"""Coverage as Markdown, for a comment on a pull request or the page of a CI job."""

from collections.abc import Iterator

from notelint.coverage import Coverage, CoverageComparison, DomainCoverage, ObjectiveCoverage, ObjectiveStatus, StatusChange
from notelint.report.coverage_table import bar, percent
from notelint.report.markdown import escape

_NAMED = 60
"""Missing objectives that are named in one summary."""


def coverage_markdown(coverage: Coverage, comparison: CoverageComparison | None = None) -> str:
    """A table of domains and tasks, then by name what is missing and thin."""
    return "\n".join(_lines(coverage, comparison))


def _lines(coverage: Coverage, comparison: CoverageComparison | None) -> Iterator[str]:
    change = f" ({_points(coverage.coverage - comparison.coverage)})" if comparison else ""
    yield f"## {escape(coverage.blueprint.title)}: {percent(coverage.coverage)} covered{change}"
    yield ""
    yield "| domain | weight | coverage | |" + (" change |" if comparison else "")
    yield "| --- | ---: | ---: | --- |" + (" ---: |" if comparison else "")
    for domain in coverage.domains:
        before = comparison.domains.get(domain.id, 0.0) if comparison else 0.0
        tail = f" {_points(domain.coverage - before)} |" if comparison else ""
        shown = bar(domain.coverage, ascii_only=False, cells=10)
        yield f"| **{escape(domain.id)} {escape(domain.title)}** | {domain.weight:.0%} | {percent(domain.coverage)} | {shown} |{tail}"
    if comparison:
        yield from _changes("Gained", comparison.gained)
        yield from _changes("Lost", comparison.lost)
    for domain in coverage.domains:
        yield from _domain(domain)


def _points(change: float) -> str:
    return f"{change * 100:+.1f}" if round(change * 100, 1) else "±0"


def _changes(title: str, changes: list[StatusChange]) -> Iterator[str]:
    if changes:
        yield ""
        yield f"**{title}**"
        yield ""
    for change in changes:
        yield f"- {escape(change.task)} {escape(change.title)}: {change.before or 'new'} → {change.after}"


def _domain(domain: DomainCoverage) -> Iterator[str]:
    gaps = [one for one in domain.objectives() if one.status is not ObjectiveStatus.COVERED]
    yield ""
    missing = sum(one.status is ObjectiveStatus.MISSING for one in gaps)
    yield f"<details><summary>{escape(domain.id)} {escape(domain.title)}: {missing} missing, {len(gaps) - missing} thin</summary>"
    yield ""
    yield "| task | coverage | missing | thin |"
    yield "| --- | ---: | --- | --- |"
    for task in domain.tasks:
        cells = [_titles(task.objectives, status) for status in (ObjectiveStatus.MISSING, ObjectiveStatus.THIN)]
        yield f"| {escape(task.id)} {escape(task.title)} | {percent(task.coverage)} | {cells[0]} | {cells[1]} |"
    yield ""
    yield "</details>"


def _titles(objectives: tuple[ObjectiveCoverage, ...], status: ObjectiveStatus) -> str:
    titles = [escape(one.title) for one in objectives if one.status is status]
    more = f"<br>… and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
    return "<br>".join(titles[:_NAMED]) + more
