"""What an acronym may stand for, as the vocabulary says."""

import re
from datetime import date
from functools import lru_cache

from notelint.claims.expansion import Expansion
from notelint.claims.expansions import spells
from notelint.claims.judge import Status, Verdict
from notelint.packs.vendors import VENDORS_LOWER
from notelint.quantities.nouns import singular
from notelint.reference import CanonicalValue, Entity, Reference

_LITTLE = VENDORS_LOWER | {"of", "and", "the", "for", "in", "to", "on", "a", "an", "with", "by", "service", "services"}


def expansion_verdict(expansion: Expansion, reference: Reference) -> tuple[str, Verdict]:
    """The entity that the acronym names, and whether it stands for what the note says."""
    entities = acronym_entities(reference).get(_bare(expansion.acronym), [])
    if not entities:
        return expansion.entity, Verdict(Status.UNKNOWN)
    for entity in entities:
        if any(same_words(expansion.text, known) for known in accepted(entity)):
            return entity.id, Verdict(Status.AGREES, _value(entity))
    for entity in entities:
        if any(close_words(expansion.text, known) for known in entity.expansions):
            return entity.id, Verdict(Status.CONTRADICTS, _value(entity))
    if spells(expansion.acronym, expansion.text.split()) == 1 and any(_akin(expansion.text, known) for known in entities[0].expansions):
        return entities[0].id, Verdict(Status.CONTRADICTS, _value(entities[0]))
    return expansion.entity, Verdict(Status.UNKNOWN)  # another meaning of the same letters


def accepted(entity: Entity) -> tuple[str, ...]:
    """Every wording that spells the entity out: its expansions, its name and long aliases, former names."""
    names = (entity.name, *entity.aliases, *(former.name for former in entity.former_names))
    return entity.expansions + tuple(name for name in names if " " in name or "-" in name)


def same_words(one: str, other: str) -> bool:
    """The same words but for case, hyphens, plurals, little words such as "of" and "Amazon", and one slip of the pen."""
    return within_one_edit(words(one), words(other)) or _abbreviates(one, other)


def _abbreviates(one: str, other: str) -> bool:
    """Word for word the same, or the beginning of it: org units."""
    short, long = re.findall(r"[a-z0-9]+", one.lower()), re.findall(r"[a-z0-9]+", other.lower())
    return len(short) == len(long) and all(len(a) > 2 and _stem(b).startswith(_stem(a)) for a, b in zip(short, long, strict=True))


def within_one_edit(one: str, other: str) -> bool:
    """Equal, or one letter is missing, added or another: a misspelling, which is not this module's concern."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[start:], other[start:])
    return rests[0] == rests[1] or rests[0][1:] == rests[1] or rests[0] == rests[1][1:] or rests[0][1:] == rests[1][1:]


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """A wording reduced to what must agree: "Hadoop Distributed File-System" and "hadoop distributed file systems" are one."""
    return "".join(_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _LITTLE)


def _bare(acronym: str) -> str:
    return acronym.removesuffix("s") if len(acronym) > 2 and acronym[-2].isupper() and acronym.endswith("s") else acronym


_INDEX: dict[int, tuple[Reference, dict[str, list[Entity]]]] = {}


def acronym_entities(reference: Reference) -> dict[str, list[Entity]]:
    """Acronym -> the entities that it may name and that have an expansion."""
    known = _INDEX.get(id(reference))
    if known is None or known[0] is not reference:
        index: dict[str, list[Entity]] = {}
        for entity in reference.entities.values():
            if entity.expansions:
                for name in {entity.name, *entity.aliases, *entity.within}:
                    short = name.rpartition(" ")[2]
                    for form in {name, short}:
                        if (
                            len(form) <= 10
                            and sum(character.isupper() or character.isdigit() for character in form) >= 2
                            and " " not in form
                        ):
                            index.setdefault(form, []).append(entity)
        _INDEX.clear()
        known = _INDEX[id(reference)] = (reference, index)
    return known[1]


def _value(entity: Entity) -> CanonicalValue:
    return CanonicalValue(
        entity=entity.id,
        attribute="expansion",
        role="text",
        value=entity.expansions[0],
        source=entity.source or "",
        checked=date(1970, 1, 1),
        where="",
    )


def close_words(one: str, other: str) -> bool:
    """Do two wordings share half of their words or more? Two that do not are two meanings of the same letters."""
    first, second = _stems(one), _stems(other)
    return 2 * len(first & second) >= max(len(first), len(second)) > 0


def _akin(one: str, other: str) -> bool:
    return bool(_stems(one) & _stems(other))


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower())} - _LITTLE


def _stem(word: str) -> str:
    """Without the endings that notes vary freely: transactional, personally, adaptor."""
    word = singular(word)
    for ending in ("ally", "ly", "al"):
        if word.endswith(ending) and len(word) > len(ending) + 4:
            return word.removesuffix(ending)
    return word[:-2] + "er" if word.endswith("or") else word
