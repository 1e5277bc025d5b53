"""Why an objective is covered, thin or missing: the evidence, line by line."""

from collections.abc import Iterator

from notelint.coverage import Coverage, DomainCoverage, NoteLine, ObjectiveCoverage, TaskCoverage
from notelint.reference import Objective, Reference
from notelint.report.printable import printable
from notelint.report.style import Palette
from notelint.report.terminal import Lines
from notelint.subjects.phrases import folded

_SHOWN = 12
_ROLES = {"covered": "good", "thin": "warning", "missing": "error"}
_KINDS = (
    ("about", "says something about it"),
    ("elsewhere", "says something about it, in a section on another domain (counts half)"),
    ("named", "only names it"),
    ("headings", "heading that names it"),
)

Found = tuple[DomainCoverage, TaskCoverage, ObjectiveCoverage]


def find(coverage: Coverage, wanted: str) -> list[Found]:
    """Objectives by title, by a part of it, or by the id of their task ("3.5") or their place in it ("3.5/2")."""
    every = list(coverage.objectives())
    task, _, number = wanted.strip().partition("/")
    of_task = [found for found in every if found[1].id == task]
    if of_task:
        return of_task if not number.isdecimal() else of_task[int(number) - 1 : int(number)] if int(number) else []
    words = folded(wanted)
    exact = [found for found in every if folded(found[2].title) == words]
    return exact or [found for found in every if " ".join(words) in " ".join(folded(found[2].title))]


class Explainer:
    """Writes out the evidence of one measurement."""

    def __init__(self, coverage: Coverage, reference: Reference, lines: Lines, palette: Palette) -> None:
        self._coverage = coverage
        self._reference = reference
        self._lines = lines
        self._palette = palette
        self._sections = {(section.path, section.line): section for section in coverage.sections}

    def explain(self, found: Found) -> Iterator[str]:
        """One objective: verdict, what speaks for it, where, and where more would go."""
        domain, task, objective = found
        shown = self._palette.paint(_ROLES[objective.status], str(objective.status))
        yield f"{self._palette.paint('bold', objective.title)}: {shown}"
        yield f"  {self._coverage.blueprint.id}, domain {domain.id} {domain.title}, task {task.id} {task.title}"
        yield f"  spoken for by {', '.join(self._topics(found))}"
        yield f"  {self._because(objective)}"
        for kind, title in _KINDS:
            yield from self._places(title, getattr(objective, kind))
        if objective.write_at:
            at = objective.write_at
            yield f"  more on it would go to {at.path}:{at.line} {printable(at.heading)} ({at.status})"

    def _topics(self, found: Found) -> list[str]:
        domain, task, objective = found
        blueprint = next(one for one in self._coverage.blueprint.domains if one.id == domain.id)
        entry: Objective = next(one for of in blueprint.tasks if of.id == task.id for one in of.objectives if one.title == objective.title)
        return [self._reference.name(entity) for entity in entry.entities] + [f'"{phrase}"' for phrase in entry.phrases]

    @staticmethod
    def _because(objective: ObjectiveCoverage) -> str:
        about, elsewhere, named = len(objective.about), len(objective.elsewhere), len(objective.named)
        if not about + elsewhere + named:
            return "nothing is said about it" + (", there is only a heading" if objective.headings else "")
        total = about + elsewhere / 2
        return f"{about} statements about it, {elsewhere} in sections on other domains: {total:g}, where 3 cover it; {named} more name it"

    def _places(self, title: str, places: tuple[NoteLine, ...]) -> Iterator[str]:
        if not places:
            return
        yield f"  {self._palette.paint('dim', title)}"
        for where in places[:_SHOWN]:
            text = " ".join(self._lines(where.path, where.line).split())
            yield f"    {self._palette.paint('bold', f'{where.path}:{where.line}')} {printable(text[:110])}"
        if len(places) > _SHOWN:
            yield f"    … and {len(places) - _SHOWN} more"
