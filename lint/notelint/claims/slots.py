"""Slots: properties of entities that a quantity may be about."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from notelint.claims.known_value import KnownValue, known_value, points_of
from notelint.claims.tokens import Phrase, phrase
from notelint.language import Language
from notelint.quantities.compare import Point
from notelint.quantities.nouns import singular
from notelint.reference import Attribute, CanonicalValue, Reference

_BARE = frozenset(["count", "number"])
"""What a bare number may be about."""
_COUNTS = frozenset(["count", "number", "factor"])
_RATES = frozenset(["count/time", "number/time"])
_ROUGH = 0.15
"""Share by which equal amounts may differ at most: 1 TB and 1 TiB."""
_SMOOTHING = 10
"""Numbers that a dimension is taken to have beside the known ones."""


class Cue(msgspec.Struct, frozen=True, gc=False):
    """Words that name an attribute, and how much they say: 1 for words that name no other attribute."""

    words: Phrase
    weight: float


class Slot(msgspec.Struct, frozen=True, eq=False):
    """An attribute of an entity ("" for any) with all that a quantity is held against; `values` is empty for a property that has no known value."""

    entity: str
    attribute: Attribute
    values: tuple[KnownValue, ...]
    cues: tuple[Cue, ...]
    heads: frozenset[str]
    """The first words of the cues: where none of them is, no cue is."""
    nouns: frozenset[str]
    against: tuple[Phrase, ...]
    vocabulary: frozenset[str]
    """All words that the attribute, its units and its conditions explain."""
    roles: frozenset[str]
    divisors: frozenset[str]
    """What the values are divided by: shard, user."""
    declared: bool
    """Whether the entity has it for certain, so that it is no attribute that any entity may have."""


class Slots:
    """The slots of all entities of a Reference, made when first asked for."""

    def __init__(self, reference: Reference, language: Language) -> None:
        self._reference = reference
        self._little = frozenset(singular(word) for word in language.claim_words)
        numeric = [one for one in reference.attributes.values() if one.dimension != "text"]
        self._frequency: dict[Phrase, int] = {}
        for attribute in numeric:
            for cue in {phrase(cue) for cue in attribute.cues}:
                self._frequency[cue] = self._frequency.get(cue, 0) + 1
        self._generic = [attribute for attribute in numeric if attribute.generic]
        self._declared: dict[str, list[Attribute]] = {}
        for attribute in numeric:
            for entity in attribute.entities:
                self._declared.setdefault(entity, []).append(attribute)
        self._own: dict[str, list[Slot]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._fitting: dict[tuple[str, str], list[Slot]] = {}
        self._alike: dict[tuple[Slot, str], list[KnownValue]] = {}
        self._any: dict[str, list[Slot]] = {}
        self._surprise: dict[tuple[str, Point], float] = {}
        self._points: dict[str, list[Point]] = {}

    def of(self, entity: str, dimension: str) -> list[Slot]:
        """The slots of the entity that a quantity of the dimension may be about."""
        key = (entity, dimension)
        if key not in self._fitting:
            self._fitting[key] = [slot for slot in self.all_of(entity) if may_fit(slot.attribute.dimension, dimension)]
        return self._fitting[key]

    def all_of(self, entity: str) -> list[Slot]:
        """All slots of the entity."""
        if entity not in self._own:
            self._own[entity] = self._slots(entity)
        return self._own[entity]

    def values_alike(self, slot: Slot, dimension: str) -> list[KnownValue]:
        """The values of the slot that a quantity of the dimension may state."""
        key = (slot, dimension)
        if key not in self._alike:
            self._alike[key] = [value for value in slot.values if value.points and is_alike(dimension, value.dimension)]
        return self._alike[key]

    def words_of(self, entity: str) -> frozenset[str]:
        """The words by which the properties of the entity are called."""
        if entity not in self._words:
            self._words[entity] = frozenset[str]().union(*(slot.vocabulary for slot in self.all_of(entity)))
        return self._words[entity]

    def generic(self, entity: str, dimension: str, said: frozenset[str]) -> Iterator[Slot]:
        """Slots for attributes that any entity may have, where it has none of its own and a cue may be among the words that are `said`."""
        if dimension not in self._any:
            slots = [self._slot("", one, [], declared=False) for one in self._generic if may_fit(one.dimension, dimension)]
            self._any[dimension] = slots
        slots = [slot for slot in self._any[dimension] if not slot.heads.isdisjoint(said)]
        if slots:
            own = {slot.attribute.id for slot in self.of(entity, dimension)}
            yield from (slot for slot in slots if slot.attribute.id not in own)

    def surprise(self, dimension: str, point: Point) -> float:
        """How telling it is that a number of the dimension is this one: minus the logarithm of the share of known values that are."""
        key = (dimension, point)
        if key not in self._surprise:
            known = self._known_points(dimension)
            low = bisect_left(known, point.strict * (1 - _ROUGH), key=lambda one: one.strict)
            high = bisect_right(known, point.strict * (1 + _ROUGH), key=lambda one: one.strict)
            chance = (sum(one.equals(point) for one in known[low:high]) + 0.5) / (len(known) + _SMOOTHING)
            if dimension in _BARE:
                chance = max(chance, 0.3 / (1 + abs(point.strict)))
            self._surprise[key] = -math.log(min(1.0, chance))
        return self._surprise[key]

    def _known_points(self, dimension: str) -> list[Point]:
        if not self._points:
            self._points = self._read_points()  # at once: other threads may ask meanwhile
        return self._points.get(dimension, [])

    def _read_points(self) -> dict[str, list[Point]]:
        """The numbers of all known values by dimension, sorted."""
        seen: set[tuple[str, str, float]] = set()
        found: dict[str, list[Point]] = {}
        for value in self._reference.values:
            for point in points_of(value, self._reference):
                if (key := (value.entity, value.attribute, point.strict)) not in seen:
                    seen.add(key)
                    found.setdefault(self._reference.attributes[value.attribute].dimension, []).append(point)
        for points in found.values():
            points.sort(key=lambda one: one.strict)
        return found

    def _slots(self, entity: str) -> list[Slot]:
        of: dict[str, list[CanonicalValue]] = {attribute.id: [] for attribute in self._declared.get(entity, ())}
        for value in self._reference.values_of.get(entity, ()):
            if points_of(value, self._reference):
                of.setdefault(value.attribute, []).append(value)
        return [self._slot(entity, self._reference.attributes[name], values, declared=True) for name, values in of.items()]

    def _slot(self, entity: str, attribute: Attribute, values: list[CanonicalValue], *, declared: bool) -> Slot:
        nouns = frozenset(singular(noun.lower()) for noun in (*attribute.nouns, *(value.unit for value in values))) - {""}
        cues = self._cues(attribute, values, nouns)
        words = {word for cue in cues for word in cue.words} | {word for noun in nouns for word in (noun, *noun.split())}
        words |= {word for value in values for condition in value.qualifiers for word in phrase(condition)}
        divisors = {name for value in values for name in value.per}
        divisors |= {condition.removeprefix("per ") for value in values for condition in value.qualifiers if condition.startswith("per ")}
        return Slot(
            entity=entity,
            attribute=attribute,
            values=tuple(known_value(value, self._reference) for value in values),
            cues=cues,
            heads=frozenset(cue.words[0] for cue in cues),
            nouns=nouns,
            against=tuple(filter(None, map(phrase, attribute.against))),
            vocabulary=frozenset(words | set(phrase(attribute.id.rpartition(".")[2].replace("_", " ")))),
            roles=frozenset(value.role for value in values),
            divisors=frozenset(divisors),
            declared=declared,
        )

    def _cues(self, attribute: Attribute, values: list[CanonicalValue], nouns: frozenset[str]) -> tuple[Cue, ...]:
        """The words that name the attribute or one of its values, the most telling first."""
        name = phrase(attribute.id.rpartition(".")[2].replace("_", " "))
        texts = {phrase(attribute.title), *map(phrase, attribute.cues), *(phrase(cue) for value in values for cue in value.cues)}
        if len(name) > 1:
            texts.add(name)
        cases = {phrase(condition) for value in values for condition in value.qualifiers}
        cues = [
            Cue(words, self._weight(words, name, nouns) * (0.6 if words in cases else 1.0))
            for words in texts
            if words and not self._little.issuperset(words)
        ]
        return tuple(sorted(cues, key=lambda cue: (-cue.weight, cue.words)))

    def _weight(self, cue: Phrase, name: Phrase, nouns: frozenset[str]) -> float:
        """Less for words that name many attributes, for the noun that is counted, and for a word that is not akin to the attribute's name."""
        weight = 1.0 / (1.0 + math.log(max(1, self._frequency.get(cue, 1))))
        if len(cue) > 1:
            return min(1.3, weight + 0.3)
        if cue[0] in nouns:
            return weight * 0.5
        return min(1.2, weight + 0.2) if cue == name or (name and cue[0][:5] == name[-1][:5]) else weight * 0.7


def is_alike(given: str, known: str) -> bool:
    """Whether a quantity of one dimension can have the value of the other. A count may be written without its noun."""
    return given == known or (given in _COUNTS and known in _COUNTS) or (given in _RATES and known in _RATES)


def may_fit(wanted: str, given: str) -> bool:
    """Whether a quantity of the dimension `given` may be about an attribute of the dimension `wanted`."""
    if wanted == given or (given == "number" and wanted in _BARE) or (given.startswith("money") and wanted.startswith("money")):
        return True
    return {wanted, given} in ({"count/time", "number/time"}, {"number", "factor"}, {"count/time", "iops"})
