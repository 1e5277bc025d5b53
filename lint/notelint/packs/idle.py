"""Entries that can be read and say nothing, or not what their author meant."""

import re
from collections.abc import Iterator

from notelint.packs.amount import parse_amount
from notelint.packs.load import Entries, Placed
from notelint.packs.pack import AttributeEntry, EntityEntry, ValueEntry
from notelint.packs.problem import Problem
from notelint.packs.strange import WORDS

_BROKEN = re.compile(r"^[;,|.:]|[;,|:]$|\| |!=|\b(?:note|source|value|since|until):\s")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))


def idle(entries: Entries) -> Iterator[Problem]:
    """Warnings: attributes in two places of one pack or used nowhere, bounds that nothing can break, notes that YAML has cut up."""
    yield from _repeated(entries)
    yield from _unused(entries)
    for value in entries.values:
        yield from _boundless(value)
        yield from _broken_note(value, value.entry.note, "note")
    for entity in entries.entities:
        if entity.entry.status:
            yield from _broken_note(entity, entity.entry.status.note, "status", "note")


def _repeated(entries: Entries) -> Iterator[Problem]:
    first: dict[tuple[str, str], Placed[AttributeEntry]] = {}
    for attribute in entries.attributes:
        name = attribute.entry.id
        earlier = first.setdefault((attribute.pack, name), attribute)
        if earlier is not attribute:
            yield Problem(
                attribute.at("id"), f"id: {name} is at {earlier.at('id')} already; put both into one", earlier.at("id"), fatal=False
            )


def _unused(entries: Entries) -> Iterator[Problem]:
    used = {value.entry.attribute for value in entries.values} | {one.entry.attribute for one in entries.requirements}
    used |= {draft.entry.attribute for draft in entries.drafts if isinstance(draft.entry, ValueEntry)}
    for attribute in entries.attributes:
        if attribute.entry.id not in used and not attribute.entry.generic and not attribute.entry.entities:
            message = f"id: no value and no requirement uses {attribute.entry.id}; give it one, or take it out"
            yield Problem(attribute.at("id"), message, fatal=False)


def _boundless(value: Placed[ValueEntry]) -> Iterator[Problem]:
    entry = value.entry
    if entry.role in WORDS or isinstance(entry.value, list):
        return
    amount = parse_amount(entry.value)
    if amount and entry.role == "min" and amount.low <= 0 and not entry.since:
        yield Problem(value.at("value"), f"value: a minimum of {entry.value} contradicts nothing; take the entry out", fatal=False)


def _broken_note(placed: Placed[ValueEntry] | Placed[EntityEntry], note: str | None, *keys: str) -> Iterator[Problem]:
    if note and (_BROKEN.search(note) or any(note.count(one) != note.count(other) for one, other in _PAIRS) or note.count('"') % 2):
        yield Problem(placed.at(*keys), f'note: reads as if YAML had cut it up: "{note}"; put it in quotation marks', fatal=False)
