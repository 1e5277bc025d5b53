"""The coverage of a blueprint by the facts of notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from notelint.coverage.model import (
    Coverage,
    DomainCoverage,
    NoteLine,
    ObjectiveCoverage,
    ObjectiveStatus,
    SectionCoverage,
    SectionStatus,
    TaskCoverage,
)
from notelint.coverage.place import NOWHERE, Placement, Placer
from notelint.coverage.status import own_status, statuses
from notelint.coverage.topics import ObjectiveIndex, Topics
from notelint.notes import Facts
from notelint.outlines.outline import Outline
from notelint.reference import Blueprint, Domain, Reference, TaskStatement
from notelint.subjects.phrases import is_word

_COVERED = 3
"""Statements about an objective that cover it; each one fewer takes its part away."""
_NAMED = 0.1
"""What an objective that is only named counts for."""


@dataclass(slots=True)
class _ObjectiveEvidence:
    """What the notes have on one objective; dicts as ordered sets."""

    about: dict[NoteLine, None] = field(default_factory=dict)
    elsewhere: dict[NoteLine, None] = field(default_factory=dict)
    named: dict[NoteLine, None] = field(default_factory=dict)
    headings: dict[NoteLine, SectionCoverage] = field(default_factory=dict)

    @property
    def share(self) -> float:
        said = len(self.about) + len(self.elsewhere) / 2
        return min(said / _COVERED, 1.0) if said else _NAMED if self.named else 0.0

    @property
    def status(self) -> ObjectiveStatus:
        if self.share >= 1:
            return ObjectiveStatus.COVERED
        return ObjectiveStatus.THIN if self.share else ObjectiveStatus.MISSING


def measure(notes: Iterable[Facts], blueprint: Blueprint, reference: Reference) -> Coverage:
    """Place every section, gather what is said on every objective, and weigh it."""
    topics = Topics(blueprint, reference)
    placer = Placer(blueprint, reference, topics)
    found: dict[ObjectiveIndex, _ObjectiveEvidence] = {}
    sections: list[SectionCoverage] = []
    for facts in notes:
        for outline, placement, status in zip(facts.outline, placer.place(facts), statuses(facts.outline), strict=True):
            section = _section(outline, placement, status, blueprint)
            if outline.level or own_status(outline) is not SectionStatus.EMPTY:
                sections.append(section)
            slots = _counting(outline, placement, placer, topics)
            _gather(outline, section, placement, slots, topics, found)
    domains = tuple(_domain(index, domain, found, sections) for index, domain in enumerate(blueprint.domains))
    return Coverage(blueprint, sum(domain.weight * domain.coverage for domain in domains), domains, tuple(sections))


def _section(outline: Outline, placement: Placement, status: SectionStatus, blueprint: Blueprint) -> SectionCoverage:
    domain = blueprint.domains[placement.domain] if placement.domain != NOWHERE else None
    return SectionCoverage(
        path=outline.place.path,
        line=outline.place.start.line,
        heading=outline.title,
        level=outline.level,
        status=status,
        domain=domain.id if domain else None,
        task=domain.tasks[placement.task].id if domain and placement.task != NOWHERE else None,
        why=placement.why,
    )


def _counting(outline: Outline, placement: Placement, placer: Placer, topics: Topics) -> dict[str, list[ObjectiveIndex]]:
    """Topics that count in the section -> the objectives they count for.

    A single word ("layers") means what the exam means by it only where the section is on the objective's own domain or task.
    """
    named = dict.fromkeys((*outline.topics, *(evidence.topic for evidence in outline.evidence)))
    return {
        topic: [slot for slot in topics.slots(topic) if _at_home(slot, placement) or not is_word(topic)]
        for topic in named
        if placer.counts(topic, placement)
    }


def _gather(
    outline: Outline,
    section: SectionCoverage,
    placement: Placement,
    slots: dict[str, list[ObjectiveIndex]],
    topics: Topics,
    found: dict[ObjectiveIndex, _ObjectiveEvidence],
) -> None:
    path = outline.place.path
    for evidence in outline.evidence:
        for slot in slots.get(evidence.topic, ()):
            one = found.setdefault(slot, _ObjectiveEvidence())
            said = one.named if topics.is_hint(evidence.topic, slot) else one.about if _at_home(slot, placement) else one.elsewhere
            said.update(dict.fromkeys(NoteLine(path, line) for line in evidence.about))
            one.named.update(dict.fromkeys(NoteLine(path, line) for line in evidence.named))
    for topic in outline.topics if outline.level else ():
        for slot in slots.get(topic, ()):
            found.setdefault(slot, _ObjectiveEvidence()).headings[NoteLine(path, outline.place.start.line)] = section


def _at_home(slot: ObjectiveIndex, placement: Placement) -> bool:
    return slot.domain == placement.domain or (slot.domain, slot.task) in placement.also


def _domain(index: int, domain: Domain, found: dict[ObjectiveIndex, _ObjectiveEvidence], sections: list[SectionCoverage]) -> DomainCoverage:
    tasks = tuple(_task(index, number, domain, task, found, sections) for number, task in enumerate(domain.tasks))
    return DomainCoverage(domain.id, domain.title, domain.weight, sum(task.coverage for task in tasks) / len(tasks), tasks)


def _task(
    index: int,
    number: int,
    domain: Domain,
    task: TaskStatement,
    found: dict[ObjectiveIndex, _ObjectiveEvidence],
    sections: list[SectionCoverage],
) -> TaskCoverage:
    objectives = []
    for place, objective in enumerate(task.objectives):
        one = found.get(ObjectiveIndex(index, number, place), _ObjectiveEvidence())
        write_at = None if one.status is ObjectiveStatus.COVERED else _write_at(one, domain.id, task.id, sections)
        objectives.append(
            ObjectiveCoverage(
                title=objective.title,
                status=one.status,
                share=one.share,
                about=tuple(sorted(one.about)),
                elsewhere=tuple(sorted(one.elsewhere.keys() - one.about.keys())),
                named=tuple(sorted(one.named.keys() - one.about.keys() - one.elsewhere.keys())),
                headings=tuple(sorted(one.headings)),
                write_at=write_at,
            )
        )
    share = sum(objective.share for objective in objectives) / len(objectives)
    return TaskCoverage(task.id, task.title, share, tuple(objectives))


def _write_at(found: _ObjectiveEvidence, domain: str, task: str, sections: list[SectionCoverage]) -> SectionCoverage | None:
    """The line after which more would go: below a heading that names it, else in the emptiest section of the task, else in that of the domain."""
    if found.headings:
        return next(iter(found.headings.values()))
    order = list(SectionStatus)
    mine = [section for section in sections if section.domain == domain and section.heading]
    fitting = [section for section in mine if section.task == task] or mine[:1]
    return min(fitting, key=lambda section: (-order.index(section.status), section.level), default=None)
