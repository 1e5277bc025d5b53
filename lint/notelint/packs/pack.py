"""The YAML files of a pack as pydantic models: what an author writes, checked; their JSON Schemas are in schema/."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from notelint.packs.evidence import EVIDENCE

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")]
Phrase = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _real(when: str) -> str:
    """Days that no calendar has are refused."""
    try:
        date.fromisoformat("-".join([*when.split("-"), "01", "01"][:3]))
    except ValueError:
        raise PydanticCustomError("date_parsing", "no such day") from None
    return when


When = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_real)]
"""A day, a month or a year: 2025-12-02, 2025-12, 2025."""
EvidenceText = Annotated[str, StringConstraints(pattern=EVIDENCE)]


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), validate_by_name=True, validate_by_alias=True
    )


class PackFormerName(_Model):
    """A name that was right until the entity was renamed."""

    name: Phrase
    until: When | None = None


class PackStatus(_Model):
    """What has become of the entity, since when, and who says so."""

    state: Literal["active", "renamed", "deprecated", "closed", "ended"]
    since: When | None = None
    source: HttpUrl | None = None
    note: Phrase | None = None


class EntityEntry(_Model):
    """A canonical thing: its one name, the other accepted forms, and what notes get wrong about it."""

    id: Id
    name: Phrase
    kind: Id = Field(description="One of schema/kinds.txt or of the kinds.txt of a pack: service, feature, concept, exam ...")
    parent: Id | None = Field(None, description="The entity it is a part of; without it, the longest dotted prefix of the id that exists.")
    aliases: list[Phrase] = Field([], description="Other accepted forms that mean this entity anywhere.")
    within: list[Phrase] = Field(
        [], description="Short forms that mean this entity only under its parent: a heading or an item above names it."
    )
    expansions: list[Phrase] = Field([], description="What the acronym stands for; the first is the preferred wording.")
    former_names: list[PackFormerName] = []
    misspellings: list[Phrase] = Field([], description="Forms that are always wrong.")
    confusable: list[Phrase] = Field([], description="Wrong for this entity, but right elsewhere: reported only with context.")
    status: PackStatus | None = Field(None, description="Absent means active.")
    source: HttpUrl | None = Field(None, description="A page a reader can open on which the name is written so.")
    evidence: EvidenceText | None = Field(None, description="The exact place where it was read, if that is not the page itself.")
    as_of: When | None = Field(None, description="The date of the text that was read.")
    draft: bool = Field(False, description="Written by a tool and not confirmed by a person: read by no rule.")


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
    changes_often: bool = Field(False, description="Service quotas, prices: messages say so when the text they rest on is old.")
    draft: bool = Field(False, description="Written by a tool and not confirmed by a person: read by no rule.")
    entities: list[Id] = Field(
        [], description="Entities that have the property for certain, also without a canonical value: their numbers are compared."
    )


class AttributesFile(_Model):
    """attributes/*.yaml"""

    attributes: list[AttributeEntry]


class ValueEntry(_Model):
    """A canonical value of an entity's attribute, with the page that states it, the place it was read from, and the date of that text."""

    entity: Id
    attribute: Id
    role: Literal["exact", "min", "max", "default", "range", "approx", "one_of", "text"]
    value: Phrase | list[Phrase] = Field(description='"365 d", "1 h .. 10 y", "5 USD/TB"; a list of alternatives for one_of.')
    qualifiers: list[Phrase] = Field([], description="Under which condition it holds: per shard, on demand, FIFO.")
    cues: list[Phrase] = Field([], description="Words that name this value beside those of the attribute.")
    against: list[Phrase] = Field(
        [], description="Text values only: wordings that say something else, and so are wrong while this value holds."
    )
    says: Phrase | None = Field(
        None, description="The message where a note holds one of these wordings: a sentence that says what is right."
    )
    unless: list[Phrase] = Field(
        [], description="Words in the sentence, or above it, of a case in which these wordings are right: provisioned mode."
    )
    since: When | None = None
    until: When | None = None
    adjustable: bool = Field(False, description="A quota that can be raised on request: another number is not wrong for certain.")
    source: HttpUrl = Field(description="A page a reader can open that states the value.")
    evidence: EvidenceText | None = Field(
        None,
        description="The exact place where it was read: botocore:RELEASE/SERVICE/API-VERSION#PATH, github:OWNER/REPOSITORY@COMMIT/FILE, "
        "or the address of another page; absent where the source itself was read.",
    )
    as_of: When | None = Field(None, description="The date of the text that was read, not of the look; absent where it is unknown.")
    note: Phrase | None = Field(None, description="What a reader should know beside the value.")
    draft: bool = Field(False, description="Written by a tool and not confirmed by a person: read by no rule.")

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Self:
        if self.against and not self.says:
            raise PydanticCustomError("says", "against needs says, the sentence of the message")
        return self


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
    """Where something was read, and the date of that text."""

    url: HttpUrl
    as_of: When | None = Field(None, description="The date of the text that was read; absent where it is unknown.")
    note: Phrase | None = None


class BlueprintFile(_Model):
    """blueprints/*.yaml: an exam guide as data."""

    id: Id
    title: Phrase
    aliases: list[Phrase] = Field([], description="Other names of the exam, by which it is found.")
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


class PackFile(_Model):
    """pack.yaml: what a pack is, and what it builds on."""

    title: Phrase
    needs: list[Id] = Field([], description="Other packs that must be there.")
    source: HttpUrl | None = Field(None, description="Where the pack is kept.")


FILES: dict[str, type[_Model]] = {
    "vocabulary": VocabularyFile,
    "attributes": AttributesFile,
    "values": ValuesFile,
    "blueprints": BlueprintFile,
    "requirements": RequirementsFile,
    "pack": PackFile,
}
"""Folder of a pack -> the model of the YAML files in it; "pack" is the file pack.yaml."""

ENTRIES: dict[str, type[BaseModel]] = {
    "vocabulary": EntityEntry,
    "attributes": AttributeEntry,
    "values": ValueEntry,
    "blueprints": BlueprintFile,
    "requirements": RequirementEntry,
    "pack": PackFile,
}
"""Folder of a pack -> the model of one entry in its files; a blueprint is a file of its own, and so is pack.yaml."""
