"""Entries that name what is not there, and values that cannot be read."""

from collections.abc import Iterator

from notelint.packs.amount import WrittenAmount, parse_amount
from notelint.packs.hint import did_you_mean
from notelint.packs.load import ANY, Entries, Placed
from notelint.packs.pack import AttributeEntry, BlueprintFile, PackFile, ValueEntry
from notelint.packs.problem import Problem, Where
from notelint.packs.unit import Unit

_UNITLESS = ("count", "number", "text")
WORDS = ("text", "one_of")
"""Roles of values that are words, not amounts."""


def strange(entries: Entries, units: dict[str, Unit]) -> Iterator[Problem]:
    """All of them."""
    names = _EntryIds(entries)
    for about in entries.about:
        yield from _needs(about, entries)
    for entity in entries.entities:
        if entity.entry.kind not in entries.kinds:
            hint = did_you_mean(entity.entry.kind, entries.kinds) or f"; known are {', '.join(entries.kinds)}"
            yield Problem(entity.at("kind"), f'kind: unknown kind "{entity.entry.kind}"{hint}')
        if entity.entry.parent:
            yield from names.entity(entity.at("parent"), entity.entry.parent, "parent")
    for attribute in entries.attributes:
        yield from _dimension(attribute, units)
    attributes: dict[str, AttributeEntry] = {}
    for attribute in entries.attributes:
        attributes.setdefault(attribute.entry.id, attribute.entry)
    for value in entries.values:
        yield from names.entity(value.at("entity"), value.entry.entity)
        yield from names.attribute(value.at("attribute"), value.entry.attribute)
        yield from _value(value, attributes.get(value.entry.attribute), units)
    for requirement in entries.requirements:
        for index, name in enumerate(requirement.entry.entities):
            yield from names.entity(requirement.at("entities", index), name)
        yield from names.attribute(requirement.at("attribute"), requirement.entry.attribute)
    for blueprint in entries.blueprints:
        yield from _blueprint(blueprint, names)


class _EntryIds:
    """The ids that entries may name."""

    def __init__(self, entries: Entries) -> None:
        self._entities = {placed.entry.id for placed in entries.entities} | entries.broken.get("vocabulary", set())
        self._attributes = {placed.entry.id for placed in entries.attributes} | entries.broken.get("attributes", set())

    def entity(self, where: Where, name: str, what: str = "entity") -> Iterator[Problem]:
        if name not in self._entities and ANY not in self._entities:
            hint = did_you_mean(name, self._entities) or "; add it to a file in vocabulary/"
            yield Problem(where, f'unknown {what} "{name}"{hint}')

    def attribute(self, where: Where, name: str) -> Iterator[Problem]:
        if name not in self._attributes and ANY not in self._attributes:
            hint = did_you_mean(name, self._attributes) or "; add it to a file in attributes/"
            yield Problem(where, f'unknown attribute "{name}"{hint}')


def _needs(about: Placed[PackFile], entries: Entries) -> Iterator[Problem]:
    for index, name in enumerate(about.entry.needs):
        if not any(pack.rpartition("/")[2] == name for pack in entries.packs):
            yield Problem(about.at("needs", index), f'needs: the pack "{name}" is not there; name it in `packs` of the configuration')


def _dimension(attribute: Placed[AttributeEntry], units: dict[str, Unit]) -> Iterator[Problem]:
    known = {unit.dimension for unit in units.values()} | set(_UNITLESS)
    wanted = attribute.entry.dimension
    if wanted not in known and not known.issuperset(wanted.split("/")):
        hint = did_you_mean(wanted, known) or f"; known are {', '.join(sorted(known))}, and quotients such as money/data"
        yield Problem(attribute.at("dimension"), f'dimension: unknown dimension "{wanted}"{hint}')


def _value(value: Placed[ValueEntry], attribute: AttributeEntry | None, units: dict[str, Unit]) -> Iterator[Problem]:
    entry, where = value.entry, value.at("value")
    if entry.since and entry.until and entry.since >= entry.until:
        yield Problem(value.at("until"), f"until: {entry.until} is not after since, {entry.since}")
    if entry.role in WORDS:
        return
    if isinstance(entry.value, list):
        yield Problem(
            where, f"value: expected one amount for the role {entry.role}, got a list; a list of alternatives has the role one_of"
        )
        return
    amount = parse_amount(entry.value)
    if amount is None:
        example = '"365 d", "1 h .. 10 y", "500 records" or "5 USD/TB"'
        yield Problem(where, f'value: expected an amount such as {example}, got "{entry.value}"; values in words have the role text')
    elif attribute:
        yield from _units(where, amount, attribute, units)


def _units(where: Where, amount: WrittenAmount, attribute: AttributeEntry, units: dict[str, Unit]) -> Iterator[Problem]:
    wanted = attribute.dimension
    fitting = {name: unit for name, unit in units.items() if unit.dimension == wanted}
    if not fitting or wanted.startswith("count/") or amount.per:
        return
    for name in filter(None, (amount.unit, amount.high_unit)):
        unit = units.get(name) or units.get(name.removesuffix("s"))
        if unit is None:
            hint = did_you_mean(name, fitting) or f"; known for {wanted} are {', '.join(sorted({one.symbol for one in fitting.values()}))}"
            yield Problem(where, f'value: unknown unit "{name}"{hint}')
        elif unit.dimension != wanted:
            yield Problem(where, f'value: "{name}" is a unit of {unit.dimension}, but {attribute.id} is of dimension {wanted}')


def _blueprint(blueprint: Placed[BlueprintFile], names: _EntryIds) -> Iterator[Problem]:
    domains = blueprint.entry.domains
    total = sum(domain.weight for domain in domains)
    if abs(total - 100) > 0.5:
        yield Problem(blueprint.at("domains", 0, "weight"), f"weight: the weights of all domains sum to {total:g}, expected 100")
    for domain_index, domain in enumerate(domains):
        for task_index, task in enumerate(domain.tasks):
            for index, objective in enumerate(task.objectives):
                keys = ("domains", domain_index, "tasks", task_index, "objectives", index, "entities")
                for number, name in enumerate(objective.entities):
                    yield from names.entity(blueprint.at(*keys, number), name)
