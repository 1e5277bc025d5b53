"""Checked entries -> Reference; finds what contradicts what."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from notelint.reference.amount import parse_amount
from notelint.reference.load import Entries, load_packs
from notelint.reference.locate import shipped
from notelint.reference.pack import BlueprintFile, EntityEntry, ValueEntry
from notelint.reference.reference import (
    Attribute,
    Blueprint,
    CanonicalValue,
    Domain,
    Entity,
    FormerName,
    Objective,
    Reference,
    Requirement,
    Status,
    TaskStatement,
)
from notelint.reference.units import compile_units
from notelint.reference.error import PackError


def compile_reference(packs: dict[str, Path], as_of: date) -> Reference:
    """Read, check and merge packs; raises PackError."""
    entries = load_packs(packs)
    errors = [*_unknown_ids(entries), *_contradictions(entries)]
    if errors:
        raise PackError(errors)
    return Reference(
        as_of=as_of,
        entities=_entities(entries),
        attributes={
            e.id: Attribute(e.id, e.title, e.dimension, tuple(e.cues), tuple(e.nouns), tuple(e.against), e.generic)
            for _, e in entries.attributes
        },
        values=tuple(_value(where, entry) for where, entry in entries.values),
        units=compile_units(shipped() / "units.txt"),
        blueprints={entry.id: _blueprint(entry) for _, entry in entries.blueprints},
        requirements=tuple(Requirement(tuple(e.entities), e.attribute, e.why) for _, e in entries.requirements),
        accepted_words=tuple(sorted(set(entries.accepted_words))),
        identifiers=tuple(sorted(set(entries.identifiers))),
    )


def _unknown_ids(entries: Entries) -> Iterator[str]:
    entities = {entry.id for _, entry in entries.entities}
    attributes = {entry.id for _, entry in entries.attributes}
    for where, value in entries.values:
        if value.entity not in entities:
            yield f"{where}: unknown entity {value.entity}; add it to a vocabulary"
        if value.attribute not in attributes:
            yield f"{where}: unknown attribute {value.attribute}; add it to an attributes file"
        if value.role not in ("text", "one_of") and (isinstance(value.value, list) or parse_amount(value.value) is None):
            yield f'{where}: value {value.value!r} is not an amount such as "365 d" or "1 h .. 10 y"'
    for where, entity in entries.entities:
        if entity.parent and entity.parent not in entities:
            yield f"{where}: unknown parent {entity.parent}"
    for where, requirement in entries.requirements:
        for name in requirement.entities:
            if name not in entities:
                yield f"{where}: unknown entity {name}"
    for where, blueprint in entries.blueprints:
        yield from _unknown_in_blueprint(where, blueprint, entities)


def _unknown_in_blueprint(where: str, blueprint: BlueprintFile, entities: set[str]) -> Iterator[str]:
    total = sum(domain.weight for domain in blueprint.domains)
    if abs(total - 100) > 0.5:
        yield f"{where}: the weights of {blueprint.id} sum to {total:g}, expected 100"
    for domain in blueprint.domains:
        for task in domain.tasks:
            for objective in task.objectives:
                for name in objective.entities:
                    if name not in entities:
                        yield f"{where}: {task.id} {objective.title}: unknown entity {name}"


def _contradictions(entries: Entries) -> Iterator[str]:
    seen: dict[tuple[object, ...], tuple[str, ValueEntry]] = {}
    for where, value in entries.values:
        key = (value.entity, value.attribute, value.role, frozenset(value.qualifiers), value.since, value.until)
        earlier = seen.setdefault(key, (where, value))
        if earlier[1].value != value.value:
            yield f"{where}: {value.entity} {value.attribute} is {value.value!r} here and {earlier[1].value!r} at {earlier[0]}"
    names: dict[str, tuple[str, str]] = {}
    for where, entity in entries.entities:
        first, name = names.setdefault(entity.id, (where, entity.name))
        if name != entity.name:
            yield f"{where}: {entity.id} is named {entity.name!r} here and {name!r} at {first}"


def _entities(entries: Entries) -> dict[str, Entity]:
    ids = {entry.id for _, entry in entries.entities}
    found: dict[str, Entity] = {}
    for _, entry in entries.entities:
        made = _entity(entry, ids)
        found[entry.id] = _merged(found[entry.id], made) if entry.id in found else made
    return found


def _entity(entry: EntityEntry, ids: set[str]) -> Entity:
    status = entry.status
    return Entity(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        parent=entry.parent or _dotted_parent(entry.id, ids),
        aliases=tuple(entry.aliases),
        within=tuple(entry.within),
        expansions=tuple(entry.expansions),
        former_names=tuple(FormerName(former.name, former.until) for former in entry.former_names),
        misspellings=tuple(entry.misspellings),
        confusable=tuple(entry.confusable),
        status=Status(status.state, status.since, str(status.source) if status.source else None, status.note) if status else None,
        source=str(entry.source) if entry.source else None,
    )


def _dotted_parent(name: str, ids: set[str]) -> str:
    while "." in name:
        name = name.rpartition(".")[0]
        if name in ids:
            return name
    return ""


def _merged(first: Entity, second: Entity) -> Entity:
    """The same entity in two packs: all forms of both; what only one says, that."""
    return Entity(
        id=first.id,
        name=first.name,
        kind=first.kind,
        parent=first.parent or second.parent,
        aliases=tuple(dict.fromkeys(first.aliases + second.aliases)),
        within=tuple(dict.fromkeys(first.within + second.within)),
        expansions=tuple(dict.fromkeys(first.expansions + second.expansions)),
        former_names=first.former_names or second.former_names,
        misspellings=tuple(dict.fromkeys(first.misspellings + second.misspellings)),
        confusable=tuple(dict.fromkeys(first.confusable + second.confusable)),
        status=second.status or first.status,
        source=first.source or second.source,
    )


def _value(where: str, entry: ValueEntry) -> CanonicalValue:
    text = entry.value if isinstance(entry.value, str) else " | ".join(entry.value)
    amount = None if entry.role in ("text", "one_of") else parse_amount(text)
    return CanonicalValue(
        entity=entry.entity,
        attribute=entry.attribute,
        role=entry.role,
        value=text,
        source=str(entry.source),
        checked=entry.checked,
        where=where,
        low=amount.low if amount else None,
        high=amount.high if amount else None,
        unit=amount.unit if amount else "",
        high_unit=amount.high_unit if amount else "",
        per=amount.per if amount else (),
        choices=tuple(entry.value) if isinstance(entry.value, list) else (),
        qualifiers=tuple(entry.qualifiers),
        cues=tuple(entry.cues),
        against=tuple(entry.against),
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
