"""The entities that a quantity may be about: what its zones name, the wholes these are parts of, and parts that its words name."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from notelint.claims.tokens import phrase
from notelint.claims.zones import Around, NoteZones, Zone
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import Reference
from notelint.subjects.mentions import Named

THINGS = frozenset(["service", "feature", "algorithm", "library", "exam"])
"""Kinds of entities that have properties of their own; the others are notions."""
_MOST = 24
_FAMILY = 40
"""Parts of a whole from which on it says nothing of them that it is named."""
_FORMS = 2
"""Meanings of an ambiguous name that are looked at."""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """An entity and how it is there: named in `zone`, `climb` levels above what is named (-1: a part), behind `rank` unrelated things that are nearer.

    `again`: the other zones that name it too, farther away. `called`: of a part, the share of the words of its own name that the note uses here.
    """

    entity: str
    zone: Zone
    climb: int
    rank: int
    again: frozenset[Zone] = frozenset()
    called: float = 0.0


def candidates(around: Around, note: NoteZones, subject: str, reference: Reference) -> list[Candidate]:
    """All of them, nearest first."""
    placed: dict[str, Candidate] = {}
    things: list[str] = []
    for zone, named in _names(around, note):
        for form in named.forms[:_FORMS]:
            if form.entity in placed:
                _add(placed, form.entity, zone)
            else:
                rank = sum(not _related(form.entity, thing, reference) for thing in things)
                placed[form.entity] = Candidate(form.entity, zone, 0, rank)
                is_before = zone not in (Zone.CLAUSE_AFTER, Zone.SENTENCE_AFTER)
                if is_before and form is named.form and reference.entities[form.entity].kind in THINGS:
                    things.append(form.entity)
    found = dict(placed)
    if subject in reference.entities and subject not in found:
        found[subject] = Candidate(subject, Zone.SUBJECT, 0, 0)
    for one in placed.values():
        for climb, whole in enumerate(reference.lineage(one.entity)[1:3], 1):
            if whole not in found:
                found[whole] = Candidate(whole, one.zone, climb, one.rank)
    for part in _parts(around, [*placed.values(), *([found[subject]] if subject in found else [])], reference):
        found.setdefault(part.entity, part)
    return list(found.values())[:_MOST]


def _add(placed: dict[str, Candidate], entity: str, zone: Zone) -> None:
    one = placed[entity]
    if zone is not one.zone and zone not in one.again:
        placed[entity] = msgspec.structs.replace(one, again=one.again | {zone})


def _names(around: Around, note: NoteZones) -> Iterator[tuple[Zone, Named]]:
    """All names of all zones, nearest first."""
    start, end = around.found.start, around.found.end
    before = [named for named in around.reading.named if named.end <= start]
    after = [named for named in around.reading.named if named.start >= end]
    (clause_low, clause_high), (low, high) = around.clause, around.sentence
    yield from ((Zone.CLAUSE, named) for named in reversed(before) if named.start >= clause_low)
    yield from ((Zone.CLAUSE_AFTER, named) for named in after if named.end <= clause_high)
    yield from ((Zone.LABEL, named) for named in before if named.end <= around.reading.label_end)
    yield from ((Zone.SENTENCE, named) for named in reversed(before) if low <= named.start < clause_low)
    yield from ((Zone.SENTENCE_AFTER, named) for named in after if clause_high < named.end <= high)
    yield from ((Zone.STATEMENT, named) for named in reversed(before) if named.start < low)
    for zone, tokens in around.above:
        yield from ((zone, named) for named in tokens.named)
    yield from ((Zone.TITLE, named) for named in note.file_names)


def _related(one: str, other: str, reference: Reference) -> bool:
    return one in reference.lineage(other) or other in reference.lineage(one)


def _parts(around: Around, named: list[Candidate], reference: Reference) -> Iterator[Candidate]:
    """Parts that follow "per" or are called by their own word ("each shard"), and parts of a family that is named as a whole."""
    for whole in named[:6]:
        parts = _descendants(whole.entity, reference) if whole.rank <= 1 else ()
        is_family = bool(parts) and whole.rank == 0 and whole.entity not in reference.values_of
        for part, word, own, is_direct in parts:
            if word in around.said or word in around.found.quantity.per or (is_family and is_direct):
                called = len(own & around.heard) / len(own) if own else 0.0
                yield Candidate(part, whole.zone, -1, whole.rank, called=called)


@lru_cache(maxsize=4096)
def _descendants(entity: str, reference: Reference) -> tuple[tuple[str, str, frozenset[str], bool], ...]:
    """Parts, and parts of parts, each with the last word of its id, the words of its own name and whether it is a part of the entity itself.

    None of what has very many.
    """
    direct = reference.children_of.get(entity, ())
    if len(direct) > _FAMILY:
        return ()
    parts = [(part, True) for part in direct] + [(part, False) for one in direct for part in reference.children_of.get(one, ())]
    shared = VENDORS_LOWER.union(phrase(reference.entities[entity].name))
    return tuple(
        (part, part.rpartition(".")[2], frozenset(phrase(reference.entities[part].name)) - shared, is_direct) for part, is_direct in parts
    )
