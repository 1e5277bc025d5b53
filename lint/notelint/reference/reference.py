"""Reference: all packs of a run, compiled. Frozen structs that load from MessagePack in a few milliseconds."""

from datetime import date
from functools import cached_property

import msgspec

from notelint.packs.unit import Unit


class EntityStatus(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What became of an entity: renamed, deprecated, closed or ended; `since` is a day, month or year."""

    state: str
    since: str | None = None
    source: str | None = None
    note: str | None = None


class FormerName(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name that was right until then."""

    name: str
    until: str | None = None


class Entity(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A canonical thing; `parent` is the id of what it is part of, or ""."""

    id: str
    name: str
    kind: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    expansions: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    misspellings: tuple[str, ...] = ()
    confusable: tuple[str, ...] = ()
    status: EntityStatus | None = None
    source: str | None = None


class Attribute(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A property that quantities are about, with the words that name it."""

    id: str
    title: str
    dimension: str
    cues: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    generic: bool = False
    changes_often: bool = False
    entities: tuple[str, ...] = ()
    """Entities that have it for certain, also without a canonical value."""


class CanonicalValue(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a pack says of entity + attribute. `low`/`high` are in `unit` (`high_unit` for the upper end if it differs); text values have `choices`.

    `value` is the text as it is in the pack; `where` its file and line; `as_of` the day, month or year of the text that `evidence`, or else `source`, is.
    """

    entity: str
    attribute: str
    role: str
    value: str
    source: str
    where: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    high_unit: str = ""
    per: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    adjustable: bool = False
    note: str | None = None
    evidence: str | None = None
    as_of: str | None = None
    says: str | None = None
    unless: tuple[str, ...] = ()


class Objective(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A knowledge or skill of a task, and what names it."""

    title: str
    entities: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class TaskStatement(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A task of a domain."""

    id: str
    title: str
    cues: tuple[str, ...]
    objectives: tuple[Objective, ...]


class Domain(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A domain of a blueprint; the weights of a blueprint sum to 1."""

    id: str
    title: str
    weight: float
    cues: tuple[str, ...]
    tasks: tuple[TaskStatement, ...]


class Blueprint(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An exam guide."""

    id: str
    title: str
    vendor: str
    version: str
    status: str
    as_of: date
    packs: tuple[str, ...]
    sources: tuple[str, ...]
    domains: tuple[Domain, ...]
    aliases: tuple[str, ...] = ()


class Requirement(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A note about one of `entities` states `attribute`, because `why`."""

    entities: tuple[str, ...]
    attribute: str
    why: str


class Reference(msgspec.Struct, frozen=True, array_like=True, dict=True, eq=False):
    """Everything that the packs of a run know; `as_of` is the day as of which values are judged, `rule_options` what the configuration sets by rule id. A run has one: it is equal to itself alone."""

    as_of: date
    entities: dict[str, Entity]
    attributes: dict[str, Attribute]
    values: tuple[CanonicalValue, ...]
    units: dict[str, Unit]
    blueprints: dict[str, Blueprint]
    requirements: tuple[Requirement, ...] = ()
    accepted_words: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    rule_options: dict[str, dict[str, int]] = {}

    @cached_property
    def values_of(self) -> dict[str, list[CanonicalValue]]:
        """Entity id -> its canonical values."""
        found: dict[str, list[CanonicalValue]] = {}
        for value in self.values:
            found.setdefault(value.entity, []).append(value)
        return found

    @cached_property
    def children_of(self) -> dict[str, list[str]]:
        """Entity id -> ids of its direct parts."""
        found: dict[str, list[str]] = {}
        for entity in self.entities.values():
            if entity.parent:
                found.setdefault(entity.parent, []).append(entity.id)
        return found

    def lineage(self, entity: str) -> tuple[str, ...]:
        """The entity, its parent, and so on."""
        known = self._lineages.get(entity)
        if known is None:
            known = tuple(self._ancestry(entity))
            if entity in self.entities:
                self._lineages[entity] = known
        return known

    @cached_property
    def _lineages(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _ancestry(self, entity: str) -> list[str]:
        found: list[str] = []
        while entity and entity not in found:
            found.append(entity)
            entity = self.entities[entity].parent if entity in self.entities else ""
        return found

    def name(self, entity: str) -> str:
        """The name that people use for the entity: without "Amazon" and the like it is the first alias, else the full name."""
        if entity in self.entities:
            return self.entities[entity].name
        return entity.removeprefix("local:")

    def unit(self, text: str) -> Unit | None:
        """The unit that `text` names: as written, without plural -s, then in lower case."""
        for form in (text, text.removesuffix("s")):
            if form in self.units:
                return self.units[form]
        lower = text.lower()
        for form in (lower, lower.removesuffix("s")):
            if form in self._lower_units:
                return self._lower_units[form]
        return None

    @cached_property
    def _lower_units(self) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for form, unit in self.units.items():
            found.setdefault(form.lower(), unit)
        return found
