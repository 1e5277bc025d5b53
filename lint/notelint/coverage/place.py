"""Where in a blueprint each section of a note belongs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from notelint.coverage.cues import Cue, Cues
from notelint.coverage.topics import Topics
from notelint.facts import Facts, Outline
from notelint.facts.phrases import PREFIX
from notelint.reference import Blueprint, Reference

NOWHERE = -1
_HEADING = 3.0
_CUE = 4.0
_BODY = 4.0
_BELOW = 0.7
_ROLLED_UP = 0.7
_ENOUGH = 1.5
"""What it takes to belong to a domain without a heading that says so: about two statements on one of its topics."""
_SHARE = 0.15
"""...and this share of the section's statements on topics of the exam."""

Task = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placement:
    """Indexes into the blueprint, or NOWHERE; `anchored` if a heading names the domain, so that what stands below belongs to it too."""

    domain: int = NOWHERE
    task: int = NOWHERE
    why: str = ""
    anchored: bool = False


@dataclass(slots=True)
class _Scores:
    """Evidence for tasks: from the heading, and from what is said in the section and below it."""

    heading: Counter[Task] = field(default_factory=Counter)
    body: Counter[Task] = field(default_factory=Counter)
    cues: list[Cue] = field(default_factory=list)
    names: str = ""

    def total(self) -> Counter[Task]:
        said = self.body.total()
        scale = _BODY / max(_BODY, said)
        return self.heading + Counter({task: score * scale for task, score in self.body.items()})


class Placer:
    """Places the sections of notes in one blueprint."""

    def __init__(self, blueprint: Blueprint, reference: Reference, topics: Topics) -> None:
        self._blueprint = blueprint
        self._reference = reference
        self._topics = topics
        self._cues = Cues(blueprint)

    def place(self, facts: Facts) -> list[Placement]:
        """One Placement a section of the outline."""
        keys = facts.placement
        exams = [value for key, value in keys if key == "exam"]
        if exams and self._blueprint.id not in (exam.lower() for exam in exams):
            return [Placement(why=f"the front matter says exam: {', '.join(exams)}")] * len(facts.outline)
        given = self._given(keys)
        scores = self._scores(facts)
        placements: list[Placement] = []
        for index, section in enumerate(facts.outline):
            above = placements[section.parent] if section.parent >= 0 else self._of_path(facts.path)
            placements.append(self._one(scores[index], section, above, given, facts))
        return placements

    def _given(self, keys: tuple[tuple[str, str], ...]) -> Placement | None:
        for name in ("task", "domain"):
            for key, value in keys:
                found = self._cues.named(value) if key == name else None
                if found:
                    return Placement(*found, f"the front matter says {name}: {value}", anchored=True)
        return None

    def _of_path(self, path: str) -> Placement:
        """Folders and the file name may name a domain: 3_modelling/training.md."""
        for part in reversed(re.split(r"/", path.rpartition(".")[0] or path)):
            title = re.sub(r"[_-]+", " ", part)
            cue = next((cue for cue in self._cues.match(title) if cue.whole), None)
            if cue:
                return Placement(cue.domain, cue.task, f"its path names it: {part}", anchored=True)
        return Placement()

    def _scores(self, facts: Facts) -> list[_Scores]:
        """Own evidence, with that of what stands below added to the body."""
        at_home = self._at_home(facts)
        found = [self._own(section, at_home[index]) for index, section in enumerate(facts.outline)]
        for index in range(len(found) - 1, 0, -1):
            parent = facts.outline[index].parent
            for task, score in found[index].total().items():
                found[parent].body[task] += _BELOW * score
        return found

    def _at_home(self, facts: Facts) -> list[bool]:
        """Does the section, one above or one below it name an entity of the exam? Only there do phrases count."""
        own = [
            any(
                not topic.startswith(PREFIX) and self._topics.slots(topic)
                for topic in (*section.topics, *(one.topic for one in section.evidence))
            )
            for section in facts.outline
        ]
        for index in range(len(own) - 1, 0, -1):
            own[facts.outline[index].parent] |= own[index] and facts.outline[index].parent > 0
        return own

    def _own(self, section: Outline, at_home: bool) -> _Scores:
        scores = _Scores(cues=self._cues.match(section.title))
        for cue in scores.cues:
            if cue.task != NOWHERE:
                scores.heading[cue.domain, cue.task] += _CUE if cue.whole else _CUE / 2
        named = [topic for topic in section.topics if at_home or not topic.startswith(PREFIX)]
        for topic, share in self._shares(named):
            for task, part in share:
                scores.heading[task] += _HEADING * part
            scores.names = scores.names or self._show(topic)
        said = {
            one.topic: min(len(one.about), 6) + min(len(one.named), 4) / 4
            for one in section.evidence
            if at_home or not one.topic.startswith(PREFIX)
        }
        for topic, share in self._shares(said):
            for task, part in share:
                scores.body[task] += said[topic] * part
        return scores

    def _shares(self, topics: "list[str] | dict[str, float]") -> Iterator[tuple[str, list[tuple[Task, float]]]]:
        """Each topic of the exam with its tasks; one that serves several tasks says less about each."""
        for topic in topics:
            tasks = self._topics.tasks(topic)
            if tasks:
                weight = (1.0 if self._topics.as_named(topic) == topic else _ROLLED_UP) / len(tasks)
                yield topic, [(task, weight) for task in tasks]

    def _show(self, topic: str) -> str:
        return topic.removeprefix(PREFIX) if topic.startswith(PREFIX) else self._reference.name(topic)

    def _one(self, scores: _Scores, section: Outline, above: Placement, given: Placement | None, facts: Facts) -> Placement:
        total = scores.total()
        if given:
            return Placement(
                given.domain, given.task if given.task != NOWHERE else _best(total, given.domain, above), given.why, anchored=True
            )
        anchor = next((cue for cue in scores.cues if cue.whole), None)
        if anchor:
            task = anchor.task if anchor.task != NOWHERE else _best(total, anchor.domain, Placement())
            return Placement(anchor.domain, task, f'its heading says "{section.title}"', anchored=True)
        if above.anchored:
            return self._below_anchor(scores, total, above, section, facts)
        return self._by_evidence(scores, total, above, section, facts)

    def _below_anchor(self, scores: _Scores, total: Counter[Task], above: Placement, section: Outline, facts: Facts) -> Placement:
        task = _best(total, above.domain, above)
        why = above.why if above.why.startswith(("it stands under", "its path", "the front")) else self._under(section, facts)
        return Placement(above.domain, task, why, anchored=True)

    @staticmethod
    def _under(section: Outline, facts: Facts) -> str:
        above = facts.outline[section.parent]
        return f'it stands under "{above.title}" (line {above.place.start.line})'

    def _by_evidence(self, scores: _Scores, total: Counter[Task], above: Placement, section: Outline, facts: Facts) -> Placement:
        domains = Counter[int]()
        for (domain, _), score in total.items():
            domains[domain] += score
        if above.domain != NOWHERE:
            domains[above.domain] += 0.5
        domain, score = max(domains.items(), key=lambda item: (item[1], -item[0]), default=(NOWHERE, 0.0))
        if score >= _ENOUGH and (scores.heading or self._on_topic(section)):
            why = f"its heading names {scores.names}" if scores.names else "of what is said in it"
            return Placement(domain, _best(total, domain, above), why)
        if above.domain != NOWHERE and section.parent > 0 and above.why:
            return Placement(above.domain, _best(total, above.domain, above), self._under(section, facts))
        return Placement()

    def _on_topic(self, section: Outline) -> bool:
        lines = {line for one in section.evidence if self._topics.slots(one.topic) for line in one.about}
        return len(lines) >= _SHARE * min(section.statements, 12 / _SHARE)


def _best(total: Counter[Task], domain: int, above: Placement) -> int:
    """The task of the domain with most evidence, else that of the section above."""
    mine = {task: score for (of, task), score in total.items() if of == domain}
    if mine:
        return max(mine.items(), key=lambda item: (item[1], -item[0]))[0]
    return above.task if above.domain == domain else NOWHERE
