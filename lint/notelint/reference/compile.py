"""Checked entries -> Reference."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from notelint.packs.amount import parse_amount
from notelint.packs.check import faults, units_of
from notelint.packs.clash import dotted_parent
from notelint.packs.error import PackError
from notelint.packs.load import Entries, Placed, load_packs
from notelint.packs.pack import AttributeEntry, BlueprintFile, EntityEntry, ValueEntry
from notelint.reference.reference import (
    Attribute,
    Blueprint,
    CanonicalValue,
    Domain,
    Entity,
    EntityStatus,
    FormerName,
    Objective,
    Reference,
    Requirement,
    TaskStatement,
)


def compile_reference(packs: dict[str, Path], as_of: date) -> Reference:
    """Read, check and merge packs; raises PackError."""
    entries, problems = load_packs(packs)
    units = units_of(entries)
    problems += faults(entries, units)
    if problems:
        raise PackError(problems)
    return Reference(
        as_of=as_of,
        entities=_entities(entries),
        attributes=_attributes(entries),
        values=tuple(_value(placed) for placed in entries.values),
        units=units,
        blueprints={placed.entry.id: _blueprint(placed.entry) for placed in entries.blueprints},
        requirements=tuple(Requirement(tuple(p.entry.entities), p.entry.attribute, p.entry.why) for p in entries.requirements),
        accepted_words=tuple(sorted(set(entries.accepted_words))),
        identifiers=tuple(sorted(set(entries.identifiers))),
    )


def _entities(entries: Entries) -> dict[str, Entity]:
    ids = {placed.entry.id for placed in entries.entities}
    names = {name for placed in entries.entities for name in (placed.entry.name, *placed.entry.aliases)}
    found: dict[str, Entity] = {}
    for placed in entries.entities:
        made = _without_vendor(_entity(placed.entry, ids), entries.vendors, names)
        found[made.id] = _merged(found[made.id], made) if made.id in found else made
    return found


def _entity(entry: EntityEntry, ids: set[str]) -> Entity:
    status = entry.status
    return Entity(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        parent=entry.parent or dotted_parent(entry.id, ids),
        aliases=tuple(entry.aliases),
        within=tuple(entry.within),
        expansions=tuple(entry.expansions),
        former_names=tuple(FormerName(former.name, former.until) for former in entry.former_names),
        misspellings=tuple(entry.misspellings),
        confusable=tuple(entry.confusable),
        status=EntityStatus(status.state, status.since, str(status.source) if status.source else None, status.note) if status else None,
        source=str(entry.source) if entry.source else None,
    )


def _without_vendor(entity: Entity, vendors: list[str], taken: set[str]) -> Entity:
    """With what is left of its name without a vendor of the packs as an alias, unless that names something already.

    A single word such as Workspace is one of everyday speech as well: it means the entity under the entity only, like `within`.
    """
    vendor, _, rest = entity.name.partition(" ")
    if vendor not in vendors or not rest or rest in taken or rest in entity.within:
        return entity
    if rest.isalpha() and rest.istitle():
        return msgspec.structs.replace(entity, within=(*entity.within, rest))
    return msgspec.structs.replace(entity, aliases=(*entity.aliases, rest))


def _merged(first: Entity, second: Entity) -> Entity:
    """The same entity in two packs: all forms of both; what only one says, that."""
    return Entity(
        id=first.id,
        name=first.name,
        kind=first.kind,
        parent=first.parent or second.parent,
        aliases=_joined(first.aliases, second.aliases),
        within=_joined(first.within, second.within),
        expansions=_joined(first.expansions, second.expansions),
        former_names=first.former_names or second.former_names,
        misspellings=_joined(first.misspellings, second.misspellings),
        confusable=_joined(first.confusable, second.confusable),
        status=second.status or first.status,
        source=first.source or second.source,
    )


def _attributes(entries: Entries) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for placed in entries.attributes:
        made = _attribute(placed.entry, found.get(placed.entry.id))
        found[made.id] = made
    return found


def _attribute(entry: AttributeEntry, first: Attribute | None) -> Attribute:
    """With the words of `first`, the same attribute in another file."""
    if first is None:
        return Attribute(
            entry.id,
            entry.title,
            entry.dimension,
            tuple(entry.cues),
            tuple(entry.nouns),
            tuple(entry.against),
            entry.generic,
            entry.changes_often,
            tuple(entry.entities),
        )
    return Attribute(
        id=first.id,
        title=first.title,
        dimension=first.dimension,
        cues=_joined(first.cues, entry.cues),
        nouns=_joined(first.nouns, entry.nouns),
        against=_joined(first.against, entry.against),
        generic=first.generic or entry.generic,
        changes_often=first.changes_often or entry.changes_often,
        entities=_joined(first.entities, entry.entities),
    )


def _joined(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _value(placed: Placed[ValueEntry]) -> CanonicalValue:
    entry = placed.entry
    text = entry.value if isinstance(entry.value, str) else " | ".join(entry.value)
    amount = None if entry.role in ("text", "one_of") else parse_amount(text)
    return CanonicalValue(
        entity=entry.entity,
        attribute=entry.attribute,
        role=entry.role,
        value=text,
        source=str(entry.source),
        evidence=entry.evidence,
        as_of=entry.as_of,
        where=str(placed.at()),
        low=amount.low if amount else None,
        high=amount.high if amount else None,
        unit=amount.unit if amount else "",
        high_unit=amount.high_unit if amount else "",
        per=amount.per if amount else (),
        choices=tuple(entry.value) if isinstance(entry.value, list) else (),
        qualifiers=tuple(entry.qualifiers),
        cues=tuple(entry.cues),
        against=tuple(entry.against),
        says=entry.says,
        unless=tuple(entry.unless),
        since=entry.since,
        until=entry.until,
        adjustable=entry.adjustable,
        note=entry.note,
    )


def _blueprint(entry: BlueprintFile) -> Blueprint:
    total = sum(domain.weight for domain in entry.domains)
    return Blueprint(
        id=entry.id,
        title=entry.title,
        vendor=entry.vendor,
        version=entry.version or "",
        status=entry.status,
        as_of=entry.as_of,
        aliases=tuple(entry.aliases),
        packs=tuple(entry.packs),
        sources=tuple(str(source.url) for source in entry.sources),
        domains=tuple(
            Domain(
                domain.id,
                domain.title,
                domain.weight / total,
                tuple(domain.cues),
                tuple(
                    TaskStatement(
                        task.id,
                        task.title,
                        tuple(task.cues),
                        tuple(Objective(o.title, tuple(o.entities), tuple(o.phrases)) for o in task.objectives),
                    )
                    for task in domain.tasks
                ),
            )
            for domain in entry.domains
        ),
    )
