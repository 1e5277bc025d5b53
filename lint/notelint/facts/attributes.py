"""Which attribute a quantity is about: the one of the subject whose dimension fits and whose cue words stand nearest."""

import re
from dataclasses import dataclass
from functools import lru_cache

from notelint.facts.mentions import WORD
from notelint.facts.model import Quantity
from notelint.facts.nouns import singular
from notelint.reference import Attribute, CanonicalValue, Reference

OWN_CLAUSE, OWN_STATEMENT, PARENT, ABOVE = 4.0, 3.2, 2.4, 1.2


@dataclass(frozen=True, slots=True)
class Context:
    """Words in which cues are looked for, with what a cue there weighs; `text` is normalised."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribute of an entity, how well it fits, and why."""

    entity: str
    attribute: str
    score: float
    cue: str = ""
    strong: bool = False
    """Does the cue name the property itself (retention, object size), not just a thing that has it (object, file)?"""


@lru_cache(maxsize=4096)
def normalised(text: str) -> str:
    """Lower-case words in the singular between single blanks, with a blank at both ends."""
    return " " + " ".join(singular(word.lower()) for word in WORD.findall(text)) + " "


class AttributeChooser:
    """Ranks the attributes that a quantity may be about."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._generic = [attribute for attribute in reference.attributes.values() if attribute.generic]
        self._cues = {attribute.id: tuple(normalised(cue) for cue in attribute.cues) for attribute in reference.attributes.values()}
        self._against = {attribute.id: tuple(normalised(word) for word in attribute.against) for attribute in reference.attributes.values()}
        self._nouns = {
            attribute.id: frozenset(singular(noun.lower()) for noun in attribute.nouns) for attribute in reference.attributes.values()
        }

    def ranked(self, entity: str, quantity: Quantity, contexts: list[Context]) -> list[Candidate]:
        """Candidates, best first: of the entity, of its parts that `per` names, of its parents, then generic attributes."""
        found: list[Candidate] = []
        for owner, weight in self._owners(entity, quantity):
            for attribute, values in self._attributes_of(owner).items():
                candidate = self._score(owner, self._reference.attributes[attribute], values, quantity, contexts, weight)
                if candidate:
                    found.append(candidate)
        known = {candidate.attribute for candidate in found}
        for generic in self._generic:
            if generic.id not in known:
                candidate = self._score(entity, generic, [], quantity, contexts, 0.85)
                if candidate and candidate.cue:
                    found.append(candidate)
        return sorted(found, key=lambda candidate: -candidate.score)

    def _owners(self, entity: str, quantity: Quantity) -> list[tuple[str, float]]:
        lineage = self._reference.lineage(entity) if entity in self._reference.entities else []
        owners = [(one, 1.0 - 0.12 * distance) for distance, one in enumerate(lineage[:3])]
        parts = [
            part for one in lineage[:2] for part in self._reference.children_of.get(one, ()) if part.rpartition(".")[2] in quantity.per
        ]
        return [(part, 1.05) for part in parts] + owners

    def _attributes_of(self, entity: str) -> dict[str, list[CanonicalValue]]:
        found: dict[str, list[CanonicalValue]] = {}
        for value in self._reference.values_of.get(entity, ()):
            if value.low is not None:
                found.setdefault(value.attribute, []).append(value)
        return found

    def _score(
        self, entity: str, attribute: Attribute, values: list[CanonicalValue], quantity: Quantity, contexts: list[Context], weight: float
    ) -> Candidate | None:
        fit = self._fit(attribute, values, quantity)
        if fit == 0 or any(word in contexts[0].text for word in self._against[attribute.id]):
            return None
        cues = self._cues[attribute.id] + tuple(normalised(cue) for value in values for cue in value.cues)
        best, why, strong = 0.0, "", False
        for context in contexts:
            for cue in cues:
                if cue in context.text:
                    names_it = self._names_property(attribute, cue.strip())
                    score = context.weight * (1 + 0.15 * (cue.count(" ") - 2)) * (1.0 if names_it else 0.8)
                    if score > best:
                        best, why, strong = score, cue.strip(), names_it
        exact = 1.04 if why == normalised(attribute.id).strip() else 1.0
        return Candidate(entity, attribute.id, (best or 0.5) * fit * weight * exact, why, strong)

    def _names_property(self, attribute: Attribute, cue: str) -> bool:
        """Several words do, unless they are the noun that is counted; one word only if it is akin to the last word of the attribute's id."""
        if cue in self._nouns[attribute.id]:
            return False
        head = attribute.id.rpartition(".")[2].rpartition("_")[2]
        return " " in cue or cue[:5] == head[:5]

    def _fit(self, attribute: Attribute, values: list[CanonicalValue], quantity: Quantity) -> float:
        """0 where the dimensions differ; less than 1 where a counted noun is not one of the attribute's."""
        wanted, given = attribute.dimension, quantity.dimension
        if given in ("count", "count/time") and wanted == given:
            noun = quantity.unit.partition("/")[0]
            nouns = self._nouns[attribute.id] | {singular(value.unit.lower()) for value in values}
            return 1.0 if noun in nouns else 0.75 if noun == "" else 0.0 if nouns - {""} else 0.7
        if given == wanted:
            return 1.0
        if wanted.startswith("money") and given.startswith("money"):
            return 0.9
        if given == "number" and wanted in ("count", "number", "text"):
            return 0.6
        return 0.0


_CLAUSE = re.compile(r"[;.](?=\s|$)|,(?=\s)|\s(?:and|or|but|while|then)\s|\s[-–—]{1,2}\s|->|→|\(|\)")


_SENTENCE = re.compile(r"[.!?](?=\s)")


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around `start`..`end`."""
    before = [match.end() for match in _SENTENCE.finditer(text, 0, start)]
    after = _SENTENCE.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def clause(text: str, start: int, end: int) -> str:
    """The part of a statement between the clause marks around `start`..`end`."""
    before = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    after = _CLAUSE.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
