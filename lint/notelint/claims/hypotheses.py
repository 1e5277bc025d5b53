"""Hypotheses: what a quantity may be about, each with the features that speak for and against it."""

import msgspec

from notelint.claims.candidates import Candidate, candidates
from notelint.claims.features import (
    DIRECT,
    OWN,
    VALUE,
    Features,
    cue_features,
    doubt_features,
    entity_features,
    fit_features,
    value_features,
    word_features,
)
from notelint.claims.markers import Markers
from notelint.claims.model import Model, softmax
from notelint.claims.narrowings import ABOVE, narrowing_features
from notelint.claims.slots import Slot, Slots, may_fit
from notelint.claims.tokens import Phrase, phrase
from notelint.claims.value_match import Explanation, Match, explain, stated_points
from notelint.claims.zones import Around, NoteZones
from notelint.language import Language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.quantities.compare import Point
from notelint.reference import Reference

_NAMES = 0.5
"""Weight of a cue that names the attribute and no other."""


_CLEAR = 0.5
"""Probability from which on a hypothesis stands for itself; below, those on one entity are taken together first."""


class Hypothesis(msgspec.Struct, frozen=True, eq=False):
    """The quantity is the value of `slot`; or, without a slot, of a property of `entity` that is not known, or of nothing that is known."""

    entity: str
    slot: Slot | None
    features: Features
    explanation: Explanation = Explanation()
    candidate: Candidate | None = None

    @property
    def attribute(self) -> str:
        """The attribute's id, or ""."""
        return self.slot.attribute.id if self.slot else ""

    @property
    def valued(self) -> bool:
        """Whether the slot has values that the quantity can be held against."""
        return self.slot is not None and bool(self.slot.values)

    @property
    def words(self) -> Features:
        """The features that do not depend on the number."""
        return {name: value for name, value in self.features.items() if name not in VALUE}


class Weighed(msgspec.Struct, frozen=True, eq=False):
    """A hypothesis with its probability, and with how certain the words alone make it."""

    hypothesis: Hypothesis
    probability: float
    certainty: float


class HypothesisReader:
    """Makes the hypotheses of quantities with one Reference."""

    def __init__(self, reference: Reference, language: Language) -> None:
        self._reference = reference
        self._slots = Slots(reference, language)
        self._markers = Markers(language)
        self._explained: dict[Slot, frozenset[str]] = {}
        self.little = frozenset(word for text in language.claim_words for word in phrase(text)) | VENDORS_LOWER
        self._neutral = frozenset(word for text in language.neutral_words for word in phrase(text))
        self._parts = frozenset(word for text in language.sections.parts for word in phrase(text))

    def read(self, around: Around, note: NoteZones, subject: str, role: str) -> list[Hypothesis]:
        """All hypotheses for one quantity; the first is that it is about nothing known."""
        found = [Hypothesis("", None, {"nothing": 1.0})]
        dimension = around.found.quantity.dimension
        marks = self._markers.found(around)
        said = stated_points(around.found.quantity, self._reference)
        for candidate in candidates(around, note, subject, self._reference):
            placed = entity_features(candidate, subject, self._reference)
            if candidate.climb <= 0:
                found.append(Hypothesis(candidate.entity, None, {"unknown": 1.0} | placed, candidate=candidate))
            own = self._slots.of(candidate.entity, dimension)
            slots = own if candidate.rank or candidate.climb else [*own, *self._slots.generic(candidate.entity, dimension, around.said)]
            for slot in slots:
                if (made := self._of_slot(slot, around, said, role, marks, only=len(own) == 1)) is not None:
                    features, explanation = made
                    found.append(Hypothesis(candidate.entity, slot, features | placed, explanation, candidate))
        return found

    def narrowed(self, hypothesis: Hypothesis, around: Around, note: NoteZones, subject: str) -> Hypothesis:
        """The hypothesis with the features that forbid to accuse it; they are looked for only where something could be accused."""
        slot, candidate = hypothesis.slot, hypothesis.candidate
        if slot is None or candidate is None or not slot.values or hypothesis.explanation.match is Match.NOW:
            return hypothesis
        explained = self.little | self._neutral | slot.vocabulary
        named = explained | self._slots.words_of(slot.entity)
        found = narrowing_features(candidate, subject, around, named, explained | self._parts, self._reference)
        if candidate.zone in ABOVE and self._is_explained_beside(around, note, hypothesis.entity):
            found["explained_beside"] = 1.0
        return msgspec.structs.replace(hypothesis, features=hypothesis.features | found) if found else hypothesis

    def _is_explained_beside(self, around: Around, note: NoteZones, entity: str) -> bool:
        """Is the number the value of something else, which a statement right before or after names?"""
        quantity = around.found.quantity
        said = stated_points(quantity, self._reference)
        others = {named.form.entity for named in note.beside(around.reading)} - {entity}
        return any(
            slot.values and explain(quantity, said, slot, self._slots).match >= Match.FORMER
            for other in others
            for slot in self._slots.of(other, quantity.dimension)
        )

    def labelled(self, entity: str, around: Around) -> str:
        """The attribute that the label of a statement names word for word, though neither the quantity nor another one is of its dimension; "" if there is none."""
        label = phrase(around.reading.label)
        dimensions = [one.quantity.dimension for one in around.every]
        for owner in self._reference.lineage(entity)[:2] if label and entity in self._reference.entities else ():
            for slot in self._slots.all_of(owner):
                if label[0] not in slot.heads or not any(cue.words == label and cue.weight >= _NAMES for cue in slot.cues):
                    continue
                if not any(may_fit(slot.attribute.dimension, dimension) for dimension in dimensions):
                    return slot.attribute.id
        return ""

    def _of_slot(
        self, slot: Slot, around: Around, said: list[Point], role: str, marks: list[tuple[str, Phrase]], *, only: bool
    ) -> tuple[Features, Explanation] | None:
        """None where neither words nor number speak for the slot."""
        explained = self._explained.get(slot) or self._explained.setdefault(slot, self.little | slot.vocabulary)
        cues = cue_features(slot, around, explained, self._slots.words_of(slot.entity))
        if not slot.declared and not any(name in cues for name in DIRECT):
            return None
        explanation = explain(around.found.quantity, said, slot, self._slots, slips=only or bool(cues))
        if not cues:
            if explanation.match < Match.FORMER and not only:
                return None
            cues = {"unnamed": 1.0}
        elif not any(name in cues for name in DIRECT):
            cues["indirect"] = 1.0
        features = cues | word_features(slot, around, explained) | fit_features(slot, around, role, only=only)
        if "left" in features and not any(name in cues for name in OWN):
            features["renamed"] = 1.0
        features |= doubt_features(slot, around, role, marks)
        return (features | value_features(explanation) if slot.values else features), explanation


def weigh(hypotheses: list[Hypothesis], model: Model) -> list[Weighed]:
    """The hypotheses, the most probable first; or the one that the words alone make certain, though no value explains the number."""
    probabilities = softmax(model.score(one.features) for one in hypotheses)
    certain, certainty = certainty_of(hypotheses, model)
    found = [
        Weighed(one, probability, certainty if one is certain else 0.0) for one, probability in zip(hypotheses, probabilities, strict=True)
    ]
    found.sort(key=lambda one: -one.probability)
    if found[0].probability < _CLEAR:
        entity = _likeliest_entity(found)
        found.sort(key=lambda one: one.hypothesis.entity != entity)
    if found[0].hypothesis.slot is None:
        found.sort(key=lambda one: one.certainty < model.bars.wrong_near)
    return found


def _likeliest_entity(weighed: list[Weighed]) -> str:
    """The entity that all hypotheses together make the most probable."""
    total: dict[str, float] = {}
    for one in weighed:
        total[one.hypothesis.entity] = total.get(one.hypothesis.entity, 0.0) + one.probability
    return max(total, key=total.__getitem__)


def certainty_of(hypotheses: list[Hypothesis], model: Model) -> tuple[Hypothesis | None, float]:
    """The hypothesis that the words alone make the best, and how often such a one is right; None if its entity may not have such a property."""
    named = [one for one in hypotheses if "unnamed" not in one.features]
    scores = [model.score(one.words) for one in named]
    best = max(range(len(named)), key=scores.__getitem__)
    slot = named[best].slot
    if slot is None or not slot.declared:
        return None, 0.0
    others = [score for index, score in enumerate(scores) if index != best]
    return named[best], model.certain(certainty_features(named[best], scores[best] - max(others)))


def certainty_features(hypothesis: Hypothesis, lead: float) -> Features:
    """The words' features, how far the hypothesis is ahead of the next one, and whether nothing is left unexplained."""
    found = hypothesis.words | {"bias": 1.0, "lead": lead / 5, "direct": max(hypothesis.features.get(name, 0.0) for name in DIRECT)}
    if "left" not in found:
        found["all_explained"] = 1.0
    if "left_sentence" not in found:
        found["all_explained_sentence"] = 1.0
    return found


__all__ = ["Hypothesis", "HypothesisReader", "Weighed", "certainty_features", "certainty_of", "weigh"]
