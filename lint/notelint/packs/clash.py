"""Entries that contradict each other, and entries that say the same again."""

from collections.abc import Iterator

from notelint.packs.amount import parse_amount
from notelint.packs.load import Entries, Placed
from notelint.packs.pack import EntityEntry, ValueEntry
from notelint.packs.problem import Problem
from notelint.packs.strange import WORDS
from notelint.packs.unit import Unit


def clashes(entries: Entries, units: dict[str, Unit]) -> Iterator[Problem]:
    """Contradictions: values of the same thing at the same time, entities and attributes that are two things, an exam told twice."""
    for earlier, later in _pairs(entries, units, agreeing=False):
        told = f"{later.entry.entity} {later.entry.attribute} ({later.entry.role})"
        values = f"{_text(later.entry)} here and {_text(earlier.entry)} at {earlier.at('value')}"
        yield Problem(
            later.at("value"), f"{told} is {values}; correct one, or say since when and until when each holds", earlier.at("value")
        )
    yield from _entities(entries)
    yield from _attributes(entries)
    yield from _blueprints(entries)


def repetitions(entries: Entries, units: dict[str, Unit]) -> Iterator[Problem]:
    """Values that stand twice."""
    for earlier, later in _pairs(entries, units, agreeing=True):
        told = f"{later.entry.entity} {later.entry.attribute} ({later.entry.role})"
        yield Problem(later.at(), f"{told} stands already at {earlier.at()}; one of them can go", earlier.at(), fatal=False)


def dotted_parent(name: str, ids: set[str]) -> str:
    """The longest prefix of an id, up to a dot, that is an id; "" for none."""
    while "." in name:
        name = name.rpartition(".")[0]
        if name in ids:
            return name
    return ""


def _pairs(entries: Entries, units: dict[str, Unit], *, agreeing: bool) -> Iterator[tuple[Placed[ValueEntry], Placed[ValueEntry]]]:
    """Values of the same entity, attribute, role and qualifiers that hold at the same time: each with the first before it that it agrees with, or not."""
    groups: dict[object, list[tuple[Placed[ValueEntry], object]]] = {}
    for later in entries.values:
        entry, meaning = later.entry, _meaning(later.entry, units)
        group = groups.setdefault((entry.entity, entry.attribute, entry.role, frozenset(entry.qualifiers)), [])
        for earlier, other in group:
            if (
                (other == meaning) == agreeing
                and _overlap(earlier.entry, entry)
                and (not agreeing or set(earlier.entry.cues) == set(entry.cues))
            ):
                yield earlier, later
                break
        group.append((later, meaning))


def _overlap(first: ValueEntry, second: ValueEntry) -> bool:
    """Days, months and years compare as text; the last day of a value is the first of its successor."""
    return max(first.since or "0", second.since or "0") < min(first.until or "9", second.until or "9")


def _meaning(entry: ValueEntry, units: dict[str, Unit]) -> object:
    """Equal for values that say the same: 24 h and 1 d."""
    if isinstance(entry.value, list):
        return frozenset(text.casefold() for text in entry.value)
    amount = parse_amount(entry.value) if entry.role not in WORDS else None
    if amount is None:
        return entry.value.casefold()
    low, kind = _base(amount.low, amount.unit, units)
    high, high_kind = _base(amount.high, amount.high_unit or amount.unit, units)
    return low, kind, high, high_kind, amount.per


def _base(number: float, unit: str, units: dict[str, Unit]) -> tuple[float, str]:
    found = units.get(unit) or units.get(unit.removesuffix("s"))
    return (round(number * found.factor, 9), found.dimension) if found else (number, unit.removesuffix("s"))


def _text(entry: ValueEntry) -> str:
    return " | ".join(entry.value) if isinstance(entry.value, list) else entry.value


def _entities(entries: Entries) -> Iterator[Problem]:
    ids = {placed.entry.id for placed in entries.entities}
    known: dict[str, list[Placed[EntityEntry]]] = {}
    for later in entries.entities:
        for earlier in known.setdefault(later.entry.id, []):
            yield from _two_things(earlier, later, ids)
        known[later.entry.id].append(later)
    for placed in known.values():
        yield from _right_and_wrong(placed)


def _two_things(earlier: Placed[EntityEntry], later: Placed[EntityEntry], ids: set[str]) -> Iterator[Problem]:
    """What the same id says of itself in two places, and differs."""
    one, other = earlier.entry, later.entry
    said = [("name", one.name, other.name), ("kind", one.kind, other.kind)]
    if other.parent:
        said.append(("parent", one.parent or dotted_parent(one.id, ids) or other.parent, other.parent))
    if one.status and other.status:
        said.append(("status", one.status.state, other.status.state))
    for key, first, second in said:
        if first != second:
            where = earlier.at(key)
            yield Problem(
                later.at(key),
                f'{key}: {one.id} has the {key} "{second}" here and "{first}" at {where}; to add to it, repeat its {key}',
                where,
            )


def _right_and_wrong(placed: list[Placed[EntityEntry]]) -> Iterator[Problem]:
    """A form that is called right in one place and a misspelling in another."""
    wrong = {text: one.at("misspellings", index) for one in placed for index, text in enumerate(one.entry.misspellings)}
    for one in placed:
        right = [(one.entry.name, one.at("name"))] + [(text, one.at("aliases", index)) for index, text in enumerate(one.entry.aliases)]
        for text, where in right:
            if text in wrong:
                yield Problem(where, f'"{text}" is a name of {one.entry.id} here and a misspelling at {wrong[text]}', wrong[text])


def _attributes(entries: Entries) -> Iterator[Problem]:
    for index, later in enumerate(entries.attributes):
        for earlier in entries.attributes[:index]:
            if earlier.entry.id == later.entry.id and earlier.entry.dimension != later.entry.dimension:
                where, first, second = earlier.at("dimension"), earlier.entry.dimension, later.entry.dimension
                message = f"dimension: {later.entry.id} is of dimension {second} here and {first} at {where}; choose another id"
                yield Problem(later.at("dimension"), message, where)


def _blueprints(entries: Entries) -> Iterator[Problem]:
    for index, later in enumerate(entries.blueprints):
        for earlier in entries.blueprints[:index]:
            if earlier.entry.id == later.entry.id:
                where = earlier.at("id")
                yield Problem(later.at("id"), f'id: the exam "{later.entry.id}" stands also at {where}; choose another id', where)
