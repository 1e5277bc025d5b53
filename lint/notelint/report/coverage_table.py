"""Coverage for a terminal: bars by domain and task, what is missing by name, what was gained and lost."""

import textwrap
from collections.abc import Iterator

from notelint.coverage import Coverage, CoverageComparison, ObjectiveStatus, StatusChange, TaskCoverage
from notelint.report.style import Palette

_CELLS = 20
_EIGHTHS = " ▏▎▍▌▋▊▉"
_TITLE = 44


def bar(share: float, *, ascii_only: bool, cells: int = _CELLS) -> str:
    """A bar of `cells` characters."""
    if ascii_only:
        filled = round(share * cells)
        return "#" * filled + "." * (cells - filled)
    eighths = round(share * cells * 8)
    partial = _EIGHTHS[eighths % 8] if eighths % 8 else ""
    return ("█" * (eighths // 8) + partial).ljust(cells, "░")


def percent(share: float) -> str:
    """A whole percentage; 100 % and 0 % only where nothing is missing or nothing is there."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        whole = 99
    if whole == 0 and share > 0:
        whole = 1
    return f"{whole}%"


class CoverageTable:
    """Draws one exam; `width` is that of the terminal, `ascii_only` for terminals without block characters."""

    def __init__(self, palette: Palette, width: int = 100, *, ascii_only: bool = False) -> None:
        self._palette = palette
        self._width = max(60, min(width, 140))
        self._ascii = ascii_only

    def lines(self, coverage: Coverage, comparison: CoverageComparison | None = None) -> Iterator[str]:
        """The whole table."""
        blueprint = coverage.blueprint
        status = f", {blueprint.status}" if blueprint.status != "active" else ""
        before = self._difference(coverage.coverage, comparison.coverage) if comparison else ""
        yield self._palette.paint("bold", f"{blueprint.title} ({blueprint.id}{status})")
        yield self._row("overall", 0, None, coverage.coverage, before)
        yield ""
        for domain in coverage.domains:
            before = self._difference(domain.coverage, comparison.domains.get(domain.id, 0.0)) if comparison else ""
            yield self._row(f"{domain.id} {domain.title}", 0, domain.weight, domain.coverage, before)
            for task in domain.tasks:
                yield self._row(f"{task.id} {task.title}", 2, None, task.coverage)
        yield from self._gaps(coverage, ObjectiveStatus.MISSING, "Missing")
        yield from self._gaps(coverage, ObjectiveStatus.THIN, "Thin (named, little said)")
        if comparison:
            yield from self._changes("Gained", comparison.gained, "good")
            yield from self._changes("Lost", comparison.lost, "error")

    def _row(self, name: str, indent: int, weight: float | None, share: float, tail: str = "") -> str:
        room = min(_TITLE, self._width - _CELLS - 18)
        title = textwrap.shorten(name, room - indent, placeholder="..." if self._ascii else "…")
        shown = bar(share, ascii_only=self._ascii)
        share_of_exam = f"{weight:5.0%}" if weight is not None else " " * 5
        role = "good" if share >= 0.8 else "warning" if share >= 0.4 else "error"
        number = self._palette.paint(role, f"{percent(share):>4}")
        line = f"{' ' * indent}{title.ljust(room - indent)} {self._palette.paint('dim', share_of_exam)}  {self._palette.paint(role, shown)} {number}{tail}"
        return self._palette.paint("bold", line) if indent == 0 and not self._palette.colour else line

    @staticmethod
    def _difference(now: float, before: float) -> str:
        points = round((now - before) * 100, 1)
        return f" ({points:+.1f})" if points else " (=)"

    def _gaps(self, coverage: Coverage, status: ObjectiveStatus, title: str) -> Iterator[str]:
        of_tasks = [
            (task, [one for one in task.objectives if one.status is status]) for domain in coverage.domains for task in domain.tasks
        ]
        count = sum(len(found) for _, found in of_tasks)
        if not count:
            return
        yield ""
        yield self._palette.paint("bold", f"{title}: {count} of {sum(len(task.objectives) for task, _ in of_tasks)} objectives")
        for task, found in of_tasks:
            if found:
                yield from self._named(task, [one.title for one in found])

    def _named(self, task: TaskCoverage, titles: list[str]) -> Iterator[str]:
        lead = f"  {task.id:<5}"
        yield from textwrap.wrap(
            "; ".join(titles),
            self._width,
            initial_indent=lead,
            subsequent_indent=" " * len(lead),
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _changes(self, title: str, changes: list[StatusChange], role: str) -> Iterator[str]:
        if changes:
            yield ""
            yield self._palette.paint("bold", f"{title}: {len(changes)}")
        for change in changes:
            yield f"  {change.task:<5}{change.title}: {change.before or 'new'} -> {self._palette.paint(role, str(change.after))}"
