"""The YAML files of a pack as pydantic models: what an author writes, checked; their JSON Schemas stand in schema/."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")]
Phrase = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
When = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, a month or a year: 2025-12-02, 2025-12, 2025."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FormerName(_Model):
    """A name that was right until the entity was renamed."""

    name: Phrase
    until: When | None = None


class Status(_Model):
    """What has become of the entity, since when, and who says so."""

    state: Literal["active", "renamed", "deprecated", "closed", "ended"]
    since: When | None = None
    source: HttpUrl | None = None
    note: Phrase | None = None


class EntityEntry(_Model):
    """A canonical thing: its one name, the other accepted forms, and what notes get wrong about it."""

    id: Id
    name: Phrase
    kind: Literal["service", "feature", "library", "algorithm", "concept", "file-format", "metric", "company", "exam"]
    parent: Id | None = Field(None, description="The entity it is a part of; without it, the longest dotted prefix of the id that exists.")
    aliases: list[Phrase] = Field([], description="Other accepted forms that mean this entity anywhere.")
    within: list[Phrase] = Field(
        [], description="Short forms that mean this entity only under its parent: a heading or an item above names it."
    )
    expansions: list[Phrase] = Field([], description="What the acronym stands for; the first is the preferred wording.")
    former_names: list[FormerName] = []
    misspellings: list[Phrase] = Field([], description="Forms that are always wrong.")
    confusable: list[Phrase] = Field([], description="Wrong for this entity, but right elsewhere: reported only with context.")
    status: Status | None = Field(None, description="Absent means active.")
    source: HttpUrl | None = None
    checked: date | None = None


class VocabularyFile(_Model):
    """vocabulary/*.yaml"""

    entities: list[EntityEntry]


class AttributeEntry(_Model):
    """A property that numbers are about, and the words by which notes name it."""

    id: Id
    title: Phrase
    dimension: Phrase = Field(
        description="A dimension of units.txt such as time, data, data/time, money; count for counted things; text for none."
    )
    cues: list[Phrase] = Field([], description="Words in the statement or above it that name the attribute.")
    nouns: list[Phrase] = Field([], description="For dimension count and rates: the things counted, singular, synonyms together.")
    against: list[Phrase] = Field([], description="Words that rule it out.")
    generic: bool = Field(False, description="May be claimed of any entity, also of one that has no canonical value for it.")


class AttributesFile(_Model):
    """attributes/*.yaml"""

    attributes: list[AttributeEntry]


class ValueEntry(_Model):
    """A canonical value of an entity's attribute, with where it was read and when."""

    entity: Id
    attribute: Id
    role: Literal["exact", "min", "max", "default", "range", "approx", "one_of", "text"]
    value: Phrase | list[Phrase] = Field(description='"365 d", "1 h .. 10 y", "5 USD/TB"; a list of alternatives for one_of.')
    qualifiers: list[Phrase] = Field([], description="Under which condition it holds: per shard, on demand, FIFO.")
    cues: list[Phrase] = Field([], description="Words that name this value beside those of the attribute.")
    against: list[Phrase] = Field(
        [], description="Text values only: wordings that say something else, and so are wrong while this value holds."
    )
    since: When | None = None
    until: When | None = None
    adjustable: bool = Field(False, description="A quota that can be raised on request: another number is not wrong for certain.")
    source: HttpUrl
    checked: date
    note: Phrase | None = None


class ValuesFile(_Model):
    """values/*.yaml"""

    values: list[ValueEntry]


class ObjectiveEntry(_Model):
    """A knowledge or skill of a task: covered by statements about any of its entities or phrases."""

    title: Phrase
    entities: list[Id] = []
    phrases: list[Phrase] = Field([], description="Words that name a concept the vocabulary has no entity for.")


class TaskEntry(_Model):
    """A task statement of an exam guide."""

    id: Phrase
    title: Phrase
    cues: list[Phrase] = Field([], description="Words in headings that place a section here.")
    objectives: list[ObjectiveEntry] = Field(min_length=1)


class DomainEntry(_Model):
    """A domain of an exam guide with its share of the exam, in percent."""

    id: Phrase
    title: Phrase
    weight: float = Field(gt=0, le=100)
    cues: list[Phrase] = Field([], description="Words in headings that place a section here.")
    tasks: list[TaskEntry] = Field(min_length=1)


class SourceEntry(_Model):
    """Where something was read, and when."""

    url: HttpUrl
    checked: date
    note: Phrase | None = None


class BlueprintFile(_Model):
    """blueprints/*.yaml: an exam guide as data."""

    id: Id
    title: Phrase
    vendor: Phrase
    version: Phrase | None = None
    status: Literal["active", "retired", "beta"] = "active"
    as_of: date = Field(description="What was right on this day is right for the exam.")
    packs: list[Id] = Field([], description="The packs that its entities come from.")
    sources: list[SourceEntry] = Field(min_length=1)
    domains: list[DomainEntry] = Field(min_length=1)


class RequirementEntry(_Model):
    """A note whose subject is one of `entities` states this attribute of it."""

    entities: list[Id] = Field(min_length=1)
    attribute: Id
    why: Phrase


class RequirementsFile(_Model):
    """requirements/*.yaml: what notes on an entity must state."""

    requirements: list[RequirementEntry]


FILES: dict[str, type[_Model]] = {
    "vocabulary": VocabularyFile,
    "attributes": AttributesFile,
    "values": ValuesFile,
    "blueprints": BlueprintFile,
    "requirements": RequirementsFile,
}
"""Folder of a pack -> the model of the YAML files in it."""

ENTRIES: dict[str, type[BaseModel]] = {
    "vocabulary": EntityEntry,
    "attributes": AttributeEntry,
    "values": ValueEntry,
    "blueprints": BlueprintFile,
    "requirements": RequirementEntry,
}
"""Folder of a pack -> the model of one entry in its files; a blueprint is a file of its own."""
