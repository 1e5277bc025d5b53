"""Whether a note is about the subject of an exam at all: words such as storage or role mean something else elsewhere."""

from collections import Counter
from enum import IntEnum

from notelint.notes import Facts
from notelint.outlines.outline import Outline
from notelint.reference import Blueprint, Reference
from notelint.subjects.phrases import PREFIX

_OWN = 0.1
"""The share of a blueprint's entities that makes a family its own."""
_SUBJECT = 20
"""A family with as many entities is a subject of its own (a cloud, Kubernetes, machine learning), not a detail of others."""
_SHARE = 0.05
"""The share of a note's statements that name entities of the exam's own families."""


class Relevance(IntEnum):
    """What counts there: nothing; entities of the exam's own families only; everything."""

    FOREIGN = 0
    NEUTRAL = 1
    HOME = 2


class Homes:
    """Tells for sections of notes how near they are to the subject of a blueprint; a family is the first part of dotted entity ids."""

    def __init__(self, blueprint: Blueprint, reference: Reference) -> None:
        named = Counter(
            family(entity)
            for domain in blueprint.domains
            for task in domain.tasks
            for objective in task.objectives
            for entity in objective.entities
            if "." in entity
        )
        sizes = Counter(family(entity) for entity in reference.entities if "." in entity)
        self.own = frozenset(name for name, count in named.items() if count >= _OWN * named.total() and sizes[name] >= _SUBJECT)
        self._foreign = frozenset(name for name, size in sizes.items() if size >= _SUBJECT) - self.own

    def is_own(self, topic: str) -> bool:
        """Whether the topic is an entity of one of the exam's own families."""
        return not topic.startswith(PREFIX) and family(topic) in self.own

    def of_sections(self, facts: Facts) -> list[Relevance]:
        """One Relevance per section: that of the note, or better where a heading names an entity of the exam and of nothing else."""
        whole = self._of_note(facts)
        found: list[Relevance] = []
        for section in facts.outline:
            above = found[section.parent] if section.parent >= 0 else whole
            found.append(max(whole, self._of_heading(section, above)))
        return found

    def _of_heading(self, section: Outline, above: Relevance) -> Relevance:
        own = any(map(self.is_own, section.topics))
        foreign = any(family(topic) in self._foreign for topic in section.topics)
        if own != foreign:
            return Relevance.HOME if own else Relevance.FOREIGN
        return above

    def _of_note(self, facts: Facts) -> Relevance:
        if not self.own:
            return Relevance.HOME
        own = sum(len(_lines(section, self.own)) for section in facts.outline)
        foreign = sum(len(_lines(section, self._foreign)) for section in facts.outline)
        if foreign > own:
            return Relevance.FOREIGN
        statements = sum(section.statements + section.briefs for section in facts.outline)
        return Relevance.HOME if own > _SHARE * statements else Relevance.NEUTRAL


def family(entity: str) -> str:
    """The first part of an entity's id."""
    return entity.partition(".")[0]


def _lines(section: Outline, families: frozenset[str]) -> set[int]:
    return {line for one in section.evidence if family(one.topic) in families for line in (*one.about, *one.named)}
