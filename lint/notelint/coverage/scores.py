"""Evidence in the sections of a note for the tasks of a blueprint."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from notelint.coverage.cues import Cues, HeadingCue, Strength
from notelint.coverage.home import Homes, Relevance
from notelint.coverage.topics import Topics
from notelint.notes import Facts
from notelint.outlines.outline import Outline
from notelint.subjects.phrases import PREFIX, is_word

_ENTITY = 3.0
_PHRASE = 2.0
_WORD = 1.0
_CUE = {Strength.WORD: 2.0, Strength.CUE: 4.0, Strength.TITLE: 6.0}
_BODY = 4.0
"""What is said weighs up to this much, however long the section is."""
_BELOW = 0.7
_ROLLED_UP = 0.7

Task = tuple[int, int]
"""Indexes of domain and task."""

Shares = list[tuple[Task, float]]


def _nothing() -> "defaultdict[Task, float]":
    return defaultdict(float)


@dataclass(slots=True)
class Scores:
    """Evidence for tasks: from the heading, and from what is said in the section and below it; `topics` are those of the exam in the heading."""

    heading: defaultdict[Task, float] = field(default_factory=_nothing)
    body: defaultdict[Task, float] = field(default_factory=_nothing)
    cues: list[HeadingCue] = field(default_factory=list)
    topics: dict[str, Shares] = field(default_factory=dict)

    def of_heading(self, known: frozenset[str]) -> "dict[int, float]":
        """Domain -> what speaks for it in the heading alone, less what headings above say already."""
        domains: defaultdict[int, float] = defaultdict(float)
        for cue in self.cues:
            domains[cue.domain] = max(domains[cue.domain], _CUE[cue.strength])
        for topic, tasks in self.topics.items():
            for (domain, _), share in tasks if topic not in known else ():
                domains[domain] += share
        return domains

    def total(self) -> dict[Task, float]:
        """Both, with the body scaled down to its weight."""
        scale = _BODY / max(_BODY, sum(self.body.values()))
        tasks = dict.fromkeys((*self.heading, *self.body))
        return {task: self.heading.get(task, 0.0) + scale * self.body.get(task, 0.0) for task in tasks}


class Scorer:
    """Scores the sections of notes for one blueprint."""

    def __init__(self, cues: Cues, topics: Topics, homes: Homes) -> None:
        self._cues = cues
        self._topics = topics
        self._homes = homes

    def score(self, facts: Facts, homes: list[Relevance]) -> list[Scores]:
        """Each section's own evidence, with that of what is below added to the body."""
        found = [self._own(section, home) for section, home in zip(facts.outline, homes, strict=True)]
        for index in range(len(found) - 1, 0, -1):
            parent = facts.outline[index].parent
            for task, score in found[index].total().items():
                found[parent].body[task] += _BELOW * score
        return found

    def counts(self, topic: str, home: Relevance) -> bool:
        """Whether what is said on the topic counts in such a section."""
        return home is Relevance.HOME or (home is Relevance.NEUTRAL and self._homes.is_own(topic))

    def _own(self, section: Outline, home: Relevance) -> Scores:
        scores = Scores(cues=[cue for cue in self._cues.match(section.title) if _believed(cue, home)])
        for cue in scores.cues:
            if cue.task >= 0:
                scores.heading[cue.domain, cue.task] = max(scores.heading[cue.domain, cue.task], _CUE[cue.strength])
        for topic, tasks in self._shares(topic for topic in section.topics if self.counts(topic, home)):
            scores.topics[topic] = [(task, _weight(topic) * share) for task, share in tasks]
            for task, score in scores.topics[topic]:
                scores.heading[task] += score
        said = {one.topic: min(len(one.about), 6) + min(len(one.named), 4) / 4 for one in section.evidence if self.counts(one.topic, home)}
        for topic, tasks in self._shares(said):
            for task, share in tasks:
                scores.body[task] += said[topic] * share
        return scores

    def _shares(self, topics: Iterable[str]) -> Iterator[tuple[str, Shares]]:
        """Each topic of the exam with its tasks; one that serves several tasks says less about each."""
        for topic in topics:
            tasks = self._topics.tasks(topic)
            if tasks:
                weight = (1.0 if self._topics.as_named(topic) == topic else _ROLLED_UP) / len(tasks)
                yield topic, [(task, weight) for task in tasks]


def _believed(cue: HeadingCue, home: Relevance) -> bool:
    return home is Relevance.HOME or (home is Relevance.NEUTRAL and cue.strength is Strength.TITLE)


def _weight(topic: str) -> float:
    """What a topic in a heading weighs: a name more than a phrase, a phrase more than a word."""
    return _ENTITY if not topic.startswith(PREFIX) else _WORD if is_word(topic) else _PHRASE
