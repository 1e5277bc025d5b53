"""The topics of a blueprint: which tasks and objectives an entity or a phrase speaks for."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from notelint.reference import Blueprint, Objective, Reference
from notelint.subjects.phrases import PREFIX, topic_of

_WIDE = 60
"""What has more parts than this is not spoken for by any one of them."""


class ObjectiveIndex(NamedTuple):
    """The objective `objective` of task `task` of domain `domain`, as indexes."""

    domain: int
    task: int
    objective: int


class Topics:
    """Looks up topics as facts file them: entity ids, and phrases with their prefix."""

    def __init__(self, blueprint: Blueprint, reference: Reference) -> None:
        self._blueprint = blueprint
        self._reference = reference
        self._slots: dict[str, list[ObjectiveIndex]] = {}
        for slot, objective in self._objectives():
            for topic in (*objective.entities, *map(topic_of, objective.phrases)):
                self._slots.setdefault(topic, []).append(slot)
        self._found: dict[str, tuple[str, tuple[ObjectiveIndex, ...]]] = {}

        self._hints = frozenset(self._shared())

    def _shared(self) -> Iterator[tuple[str, ObjectiveIndex]]:
        """What several objectives of a task name tells them apart no more than the task's title: the phrases must."""
        for topic, slots in self._slots.items():
            tasks = Counter((slot.domain, slot.task) for slot in slots)
            for slot in slots:
                if tasks[slot.domain, slot.task] > 1 and self._objective(slot).phrases and not topic.startswith(PREFIX):
                    yield topic, slot

    def _objective(self, slot: ObjectiveIndex) -> Objective:
        return self._blueprint.domains[slot.domain].tasks[slot.task].objectives[slot.objective]

    def is_hint(self, topic: str, slot: ObjectiveIndex) -> bool:
        """Whether the topic, or what it is a part of, only hints at the objective."""
        return (self.as_named(topic), slot) in self._hints

    def _objectives(self) -> Iterator[tuple[ObjectiveIndex, Objective]]:
        for d, domain in enumerate(self._blueprint.domains):
            for t, task in enumerate(domain.tasks):
                for o, objective in enumerate(task.objectives):
                    yield ObjectiveIndex(d, t, o), objective

    def slots(self, topic: str) -> tuple[ObjectiveIndex, ...]:
        """Finds the objectives that name the topic, or else the nearest thing that it is a part of."""
        return self._resolve(topic)[1]

    def as_named(self, topic: str) -> str:
        """Finds the topic of the blueprint that `topic` counts for; "" if there is none."""
        return self._resolve(topic)[0]

    def _resolve(self, topic: str) -> tuple[str, tuple[ObjectiveIndex, ...]]:
        if topic not in self._found:
            lineage = (topic,) if topic.startswith(PREFIX) else self._reference.lineage(topic)
            known = next((one for one in lineage if one in self._slots and (one == topic or one not in self._wide)), "")
            self._found[topic] = (known, tuple(dict.fromkeys(self._slots.get(known, ()))))
        return self._found[topic]

    @cached_property
    def _wide(self) -> frozenset[str]:
        parts = Counter(above for entity in self._reference.entities for above in self._reference.lineage(entity)[1:])
        return frozenset(entity for entity, count in parts.items() if count > _WIDE)

    def tasks(self, topic: str) -> tuple[tuple[int, int], ...]:
        """Finds the (domain, task) pairs of `slots`, each once."""
        return tuple(dict.fromkeys((slot.domain, slot.task) for slot in self.slots(topic)))
