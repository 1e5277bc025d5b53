"""Where in a blueprint each section of a note belongs."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from notelint.coverage.cues import Cues, Strength
from notelint.coverage.home import Homes, Relevance
from notelint.coverage.scores import Scorer, Scores, Task
from notelint.coverage.topics import Topics
from notelint.notes import Facts
from notelint.outlines.outline import Outline
from notelint.reference import Blueprint, Reference
from notelint.subjects.phrases import PREFIX

NOWHERE = -1
_ENOUGH = 1.5
"""What it takes to belong to a domain without a heading that says so: about two statements on one of its topics."""
_SHARE = 0.15
"""...and this share of the section's statements on topics of the exam."""
_INHERITED = 0.5
_ELSEWHERE = 3.0
"""How many times more a heading must say for another domain than for the one it is under."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Indexes into the blueprint, or NOWHERE; `why` in words.

    `anchor` is how surely a heading, the path or front matter names the domain, so that what is below belongs to it too; None if
    only what is said puts the section here.
    """

    domain: int = NOWHERE
    task: int = NOWHERE
    why: str = ""
    anchor: Strength | None = None
    also: frozenset[Task] = frozenset()
    """Tasks that the heading, or one above, speaks for, of whatever domain."""
    home: Relevance = Relevance.HOME


@dataclass(frozen=True, slots=True)
class _Section:
    """One section to be placed, with its evidence and what is above it."""

    outline: Outline
    scores: Scores
    total: Mapping[Task, float]
    above: Placement
    under: str
    known: frozenset[str]
    """Topics that headings above name."""


class Placer:
    """Places the sections of notes in one blueprint."""

    def __init__(self, blueprint: Blueprint, reference: Reference, topics: Topics) -> None:
        self._blueprint = blueprint
        self._reference = reference
        self._topics = topics
        self._cues = Cues(blueprint, reference)
        self._homes = Homes(blueprint, reference)
        self._scorer = Scorer(self._cues, topics, self._homes)

    def place(self, facts: Facts) -> list[Placement]:
        """One Placement a section of the outline."""
        exams = [value for key, value in facts.placement if key == "exam"]
        elsewhere = bool(exams) and self._blueprint.id not in (exam.lower() for exam in exams)
        given = None if elsewhere else self._given(facts)  # domains of another exam are none of this one
        placements: list[Placement] = []
        known: list[frozenset[str]] = []
        homes = [Relevance.HOME] * len(facts.outline) if given else self._homes.of_sections(facts)
        for outline, home, scores in zip(facts.outline, homes, self._scorer.score(facts, homes), strict=True):
            above = placements[outline.parent] if outline.parent >= 0 else self._of_path(facts.path, home)
            known.append((known[outline.parent] | {*facts.outline[outline.parent].topics}) if outline.parent >= 0 else frozenset())
            section = _Section(outline, scores, scores.total(), above, _under(outline, facts), known[-1])
            placement = self._given_one(section, given) if given else self._one(section)
            placements.append(
                replace(placement, home=home, also=above.also | {task for task, score in scores.heading.items() if score > 1})
            )
        return placements

    def _given(self, facts: Facts) -> Placement | None:
        for name in ("task", "domain"):
            for key, value in facts.placement:
                found = self._cues.named(value) if key == name else None
                if found:
                    return Placement(*found, f"the front matter says {name}: {value}", Strength.TITLE)
        return None

    @staticmethod
    def _given_one(section: _Section, given: Placement) -> Placement:
        task = given.task if given.task != NOWHERE else _best(section.total, given.domain)
        return Placement(given.domain, task, given.why, given.anchor)

    def counts(self, topic: str, placement: Placement) -> bool:
        """Whether what is said on the topic in a section placed so counts for objectives."""
        return placement.domain != NOWHERE and self._scorer.counts(topic, placement.home)

    def _of_path(self, path: str, home: Relevance) -> Placement:
        """Folders and the file name may name a domain: 3_modelling/training.md."""
        if home is not Relevance.HOME:
            return Placement()
        for part in reversed((path.rpartition(".")[0] or path).split("/")):
            title = re.sub(r"[_-]+", " ", part)
            cue = next((cue for cue in self._cues.match(title) if cue.strength > Strength.WORD), None)
            if cue:
                return Placement(cue.domain, cue.task, f"its path says {part}", cue.strength)
        return Placement()

    def _one(self, section: _Section) -> Placement:
        cue = next((cue for cue in section.scores.cues if cue.strength > Strength.WORD), None)
        above = section.above
        if cue and (above.anchor is None or cue.strength >= above.anchor) and not (above.anchor is Strength.TITLE and cue.task >= 0):
            task = cue.task if cue.task >= 0 else _best(section.total, cue.domain)
            return Placement(cue.domain, task, f'its heading says "{section.outline.title}"', cue.strength)
        if above.anchor is not None and above.domain != NOWHERE:
            return self._below_anchor(section)
        return self._by_evidence(section)

    def _below_anchor(self, section: _Section) -> Placement:
        """Belongs to the domain above, unless its own heading clearly says otherwise."""
        above = section.above
        domains = section.scores.of_heading(section.known)
        domain, score = max(domains.items(), key=lambda item: (item[1], -item[0]), default=(above.domain, 0.0))
        if domain != above.domain and score >= max(_ELSEWHERE, _ELSEWHERE * domains.get(above.domain, 0.0)):
            return Placement(domain, _best(section.total, domain), self._because(section.scores), Strength.CUE)
        return Placement(above.domain, _best(section.total, above.domain, above), section.under or above.why, above.anchor)

    def _by_evidence(self, section: _Section) -> Placement:
        above = section.above
        domains: defaultdict[int, float] = defaultdict(float)
        for (domain, _), score in section.total.items():
            domains[domain] += score
        if above.domain != NOWHERE:
            domains[above.domain] += _INHERITED
        domain, score = max(domains.items(), key=lambda item: (item[1], -item[0]), default=(NOWHERE, 0.0))
        if score >= _ENOUGH and (section.scores.heading or self._on_topic(section.outline)):
            return Placement(domain, _best(section.total, domain, above), self._because(section.scores))
        if above.domain != NOWHERE and section.under:
            return Placement(above.domain, _best(section.total, above.domain, above), section.under)
        return Placement()

    def _because(self, scores: Scores) -> str:
        if not scores.topics:
            return "of what is said in it"
        topic = next(iter(scores.topics))
        return f"its heading names {topic.removeprefix(PREFIX) if topic.startswith(PREFIX) else self._reference.name(topic)}"

    def _on_topic(self, outline: Outline) -> bool:
        lines = {line for one in outline.evidence if self._topics.slots(one.topic) for line in one.about}
        return len(lines) >= min(_SHARE * outline.statements, 12)


def _under(outline: Outline, facts: Facts) -> str:
    above = facts.outline[outline.parent] if outline.parent > 0 else None
    return f'it stands under "{above.title}" (line {above.place.start.line})' if above else ""


def _best(total: Mapping[Task, float], domain: int, above: Placement | None = None) -> int:
    """The task of the domain with most evidence, else that of the section above."""
    mine = {task: score for (of, task), score in total.items() if of == domain and score > 0}
    if mine:
        return max(mine.items(), key=lambda item: (item[1], -item[0]))[0]
    return above.task if above and above.domain == domain else NOWHERE
