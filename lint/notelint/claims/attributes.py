"""Which attribute a quantity is about: the one of the subject whose dimension fits and whose cue words stand nearest."""

from functools import lru_cache

import msgspec

from notelint.quantities.nouns import singular
from notelint.quantities.quantity import Quantity
from notelint.reference import Attribute, CanonicalValue, Reference
from notelint.subjects.mentions import WORD

OWN_CLAUSE, OWN_STATEMENT, PARENT, ABOVE = 4.0, 3.2, 2.4, 1.2
_TIE = 0.97


class Context(msgspec.Struct, frozen=True, gc=False):
    """Words in which cues are looked for, with what a cue there weighs; `text` is normalised."""

    text: str
    weight: float
    above: bool = False
    """Does it stand above the statement? There a cue weighs fully only if it is nearly all that is said ("Data retention", not "Real-time streams")."""

    def weigh(self, cue: str) -> float:
        """What the cue weighs here."""
        return ABOVE if self.above and self.text.count(" ") > cue.count(" ") + 1 else self.weight


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """An attribute of an entity, how well it fits, and why."""

    entity: str
    attribute: str
    score: float
    cue: str = ""
    strong: bool = False
    """Does the cue name the property itself (retention, object size), not just a thing that has it (object, file)?"""
    akin: bool = False
    """Does it name at least what is measured (the retrieval of a retrieval time)?"""


class _Cue(msgspec.Struct, frozen=True, gc=False):
    """A normalised cue, its first word for a quick look, and what it weighs."""

    text: str
    weight: float
    strong: bool
    akin: bool


class _Profile(msgspec.Struct, frozen=True):
    """An attribute as one entity has it: its cues with those of the entity's values, best first, and the nouns that it counts."""

    attribute: Attribute
    cues: tuple[_Cue, ...]
    nouns: frozenset[str]
    against: tuple[str, ...]
    words: frozenset[str]
    """All words by which it is named, in the singular."""
    heads: frozenset[str]
    """The first words of the cues: where none of them stands, no cue does."""


@lru_cache(maxsize=4096)
def normalised(text: str) -> str:
    """Lower-case words in the singular between single blanks, with a blank at both ends."""
    words = WORD.findall(text.lower()) if text.isascii() else [word.lower() for word in WORD.findall(text)]
    return f" {' '.join(map(singular, words))} "


class AttributeChooser:
    """Ranks the attributes that a quantity may be about."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._of_entity: dict[str, dict[str, _Profile]] = {}
        self._of_dimension: dict[tuple[str, str], list[_Profile]] = {}
        self._generic: dict[str, list[_Profile]] = {}
        for attribute in reference.attributes.values():
            if attribute.generic:
                self._generic.setdefault(attribute.dimension, []).append(_profile(attribute, []))

    def ranked(self, entity: str, quantity: Quantity, contexts: list[Context]) -> list[Candidate]:
        """Candidates, best first: of the entity, of its parts that `per` names, of its parents, then generic attributes."""
        found: list[Candidate] = []
        for owner, weight in self._owners(entity, quantity):
            for profile in self._fitting(owner, quantity.dimension):
                candidate = _score(owner, profile, quantity, contexts, weight)
                if candidate:
                    found.append(candidate)
        if any(candidate.strong and candidate.score >= OWN_STATEMENT * 0.85 for candidate in found):
            return self._settled(entity, found, contexts)
        known = {candidate.attribute for candidate in found}
        said = frozenset(word for context in contexts for word in context.text.split())
        for profile in self._generic_for(quantity):
            if profile.attribute.id not in known and not profile.heads.isdisjoint(said):
                candidate = _score(entity, profile, quantity, contexts, 0.85)
                if candidate and candidate.cue:
                    found.append(candidate)
        return self._settled(entity, found, contexts)

    def _settled(self, entity: str, found: list[Candidate], contexts: list[Context]) -> list[Candidate]:
        """Best first; of those that fit as well the one with more cues in the clause itself wins, else the one that is the entity's own."""
        found.sort(key=lambda candidate: -candidate.score)
        tied = [one for one in found if one.cue and one.score > found[0].score * _TIE]
        if len(tied) < 2:
            return found
        support = {one: self._support(one, contexts) for one in tied}
        tied.sort(key=lambda one: (-support[one], one.entity != entity, -one.score))
        winner = tied[0]
        if support[winner] > support[tied[1]]:
            winner = msgspec.structs.replace(winner, score=found[0].score / _TIE)
        return [winner, *(one for one in found if one is not tied[0])]

    def _support(self, candidate: Candidate, contexts: list[Context]) -> int:
        """How many cues of the attribute stand in the clause itself or in a header."""
        profile = self._profile_of(candidate)
        texts = [context.text for context in contexts if not context.above and context.weight != OWN_STATEMENT]
        return sum(any(cue.text in text for text in texts) for cue in profile.cues) if profile else 0

    def _profile_of(self, candidate: Candidate) -> _Profile | None:
        own = self._profiles(candidate.entity).get(candidate.attribute)
        if own:
            return own
        return next((one for of in self._generic.values() for one in of if one.attribute.id == candidate.attribute), None)

    def is_configurable(self, candidate: Candidate) -> bool:
        """Has the attribute a default among values that one may choose?"""
        roles = {value.role for value in self._reference.values_of.get(candidate.entity, ()) if value.attribute == candidate.attribute}
        return "default" in roles and not roles.isdisjoint(("max", "min", "range"))

    def is_name(self, candidate: Candidate, label: str) -> bool:
        """Is the label one of the attribute's cues, or its title, and nothing else?"""
        profile, wanted = self._profile_of(candidate), normalised(label)
        if profile is None:
            return False
        return wanted == normalised(profile.attribute.title) or any(cue.text == wanted for cue in profile.cues)

    def is_only(self, candidate: Candidate, quantity: Quantity) -> bool:
        """Is it the entity's only attribute that the quantity may be about?"""
        return sum(_fit(profile, quantity) > 0 for profile in self._profiles(candidate.entity).values()) == 1

    def cues_of(self, candidate: Candidate) -> list[str]:
        """The attribute's cues, best first."""
        profile = self._profile_of(candidate)
        return [cue.text.strip() for cue in profile.cues] if profile else []

    def words_of(self, candidate: Candidate) -> frozenset[str]:
        """All words by which the attribute is named, in the singular."""
        profile = self._profile_of(candidate)
        return profile.words if profile else frozenset()

    def named(self, entity: str, label: str) -> str:
        """The attribute of the entity that `label` names with a cue of its own and nothing else; "" if there is none."""
        wanted = normalised(label)
        for owner in self._reference.lineage(entity)[:2] if entity in self._reference.entities else ():
            for profile in self._profiles(owner).values():
                if profile.attribute.dimension != "text" and any(cue.strong and cue.text == wanted for cue in profile.cues):
                    return profile.attribute.id
        return ""

    def _generic_for(self, quantity: Quantity) -> list[_Profile]:
        if quantity.dimension.startswith("money"):
            return [profile for dimension, profiles in self._generic.items() if dimension.startswith("money") for profile in profiles]
        return self._generic.get(quantity.dimension, [])

    def _owners(self, entity: str, quantity: Quantity) -> list[tuple[str, float]]:
        lineage = self._reference.lineage(entity) if entity in self._reference.entities else []
        owners = [(one, 1.0 - 0.12 * distance) for distance, one in enumerate(lineage[:3])]
        if not quantity.per:
            return owners
        parts = [
            part for one in lineage[:2] for part in self._reference.children_of.get(one, ()) if part.rpartition(".")[2] in quantity.per
        ]
        return [(part, 1.05) for part in parts] + owners

    def _fitting(self, entity: str, dimension: str) -> list[_Profile]:
        """The profiles of the entity that a quantity of that dimension may be about."""
        key = (entity, dimension)
        if key not in self._of_dimension:
            self._of_dimension[key] = [one for one in self._profiles(entity).values() if _may_fit(one.attribute.dimension, dimension)]
        return self._of_dimension[key]

    def _profiles(self, entity: str) -> dict[str, _Profile]:
        if entity not in self._of_entity:
            values: dict[str, list[CanonicalValue]] = {}
            for value in self._reference.values_of.get(entity, ()):
                if value.low is not None:
                    values.setdefault(value.attribute, []).append(value)
            self._of_entity[entity] = {name: _profile(self._reference.attributes[name], of) for name, of in values.items()}
        return self._of_entity[entity]


_MEASURES = frozenset(
    ["count", "duration", "interval", "length", "limit", "period", "rate", "size", "throughput", "time", "timeout", "window"]
)
_COMMON = frozenset(
    ["count", "count/time", "data", "data/time", "factor", "money", "money/data", "money/time", "number", "ratio", "text", "time"]
)
"""Dimensions of many properties; what is counted in IOPS is a rate of operations."""
_BARE = ("count", "number", "text")
"""What a bare number may be about."""
_NO_CUES = {
    normalised(words)
    for words in ("", "up to", "maximum", "minimum", "max", "min", "default", "by default", "at least", "at most", "limit", "limits")
}
"""Words that tell the role of a quantity, not its attribute."""


def _profile(attribute: Attribute, values: list[CanonicalValue]) -> _Profile:
    nouns = frozenset(singular(noun.lower()) for noun in attribute.nouns)
    name = normalised(attribute.id.rpartition(".")[2])
    cues = {
        normalised(cue)
        for cue in (*attribute.cues, *([name] if name.count(" ") > 2 else []), *(cue for value in values for cue in value.cues))
    } - _NO_CUES
    cases = {normalised(qualifier) for value in values for qualifier in value.qualifiers} - {normalised(cue) for cue in attribute.cues}
    weighed = sorted((_cue(attribute, cue, nouns, case=cue in cases) for cue in cues), key=lambda cue: (-cue.weight, cue.text))
    units = frozenset(singular(value.unit.lower()) for value in values) - {""}
    named = " ".join((normalised(attribute.title), *(cue.text for cue in weighed))).split()
    against = tuple(normalised(word) for word in attribute.against)
    heads = frozenset(cue.text.split()[0] for cue in weighed)
    return _Profile(attribute, tuple(weighed), nouns | units, against, nouns | units | set(named), heads)


def _cue(attribute: Attribute, cue: str, nouns: frozenset[str], *, case: bool) -> _Cue:
    """Several words name the property, unless they are the noun that is counted, or a case of it; one word only if it is akin to the last of the id."""
    word = cue.strip()
    head = attribute.id.rpartition(".")[2].rpartition("_")[2]
    strong = word not in nouns and not case and (" " in word or word[:5] == head[:5])
    measured = head in _MEASURES and any(word[:5] == part[:5] for part in attribute.id.rpartition(".")[2].split("_"))
    exact = 1.04 if cue == normalised(attribute.id) else 1.0
    return _Cue(
        cue,
        (1 + 0.15 * (cue.count(" ") - 2)) * (1.0 if strong else 0.8) * exact,
        strong,
        strong or ((measured or attribute.dimension not in _COMMON) and not case),
    )


def _score(entity: str, profile: _Profile, quantity: Quantity, contexts: list[Context], weight: float) -> Candidate | None:
    fit = _fit(profile, quantity)
    if fit == 0 or any(word in contexts[0].text for word in profile.against):
        return None
    best = 0.0
    found: _Cue | None = None
    for context in contexts:
        for cue in profile.cues:
            if cue.text in context.text:
                if context.weigh(cue.text) * cue.weight > best:
                    best, found = context.weigh(cue.text) * cue.weight, cue
                break
    if found is None:
        return Candidate(entity, profile.attribute.id, 0.5 * fit * weight)
    return Candidate(entity, profile.attribute.id, best * fit * weight, found.text.strip(), found.strong, found.akin)


def _may_fit(wanted: str, given: str) -> bool:
    """May a quantity of the dimension `given` be about an attribute of the dimension `wanted`?"""
    return given == wanted or (given == "number" and wanted in _BARE) or (given.startswith("money") and wanted.startswith("money"))


def _fit(profile: _Profile, quantity: Quantity) -> float:
    """0 where the dimensions differ; less than 1 where a counted noun is not one of the attribute's."""
    wanted, given = profile.attribute.dimension, quantity.dimension
    if not _may_fit(wanted, given):
        return 0.0
    if given == wanted:
        if given not in ("count", "count/time"):
            return 1.0
        noun = quantity.unit.partition("/")[0]
        return 1.0 if noun in profile.nouns else 0.75 if noun == "" else 0.0 if profile.nouns else 0.7
    return 0.6 if given == "number" else 0.9
