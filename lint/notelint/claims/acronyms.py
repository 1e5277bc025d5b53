"""What an acronym may stand for, as the vocabulary says, and how far a wording is from that."""

import re
from functools import lru_cache

from notelint.claims.expansion import Expansion
from notelint.claims.initials import spells
from notelint.claims.judge import Status, Verdict
from notelint.claims.word_forms import plain_word, same_word
from notelint.language import load_language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import CanonicalValue, Entity, Reference
from notelint.subjects.home import PRODUCTS

_FIXED = PRODUCTS | {"feature", "file-format"}
"""Kinds of entities whose expansion is fixed word by word."""
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 3
"""Words of a wording of which one may be wrong; with two it is another thing."""
_ABBREVIATION = 4
"""Letters of an abbreviated word."""
_SHARED = 0.6
"""Share of the words that two wordings of one meaning have in common."""


def expansion_verdict(expansion: Expansion, reference: Reference) -> tuple[str, Verdict]:
    """The entity that the acronym names, and whether it stands for what the note says."""
    entities = acronym_entities(reference).get(bare(expansion.acronym), [])
    for entity in entities:
        if any(same_words(expansion.text, known) for known in accepted(entity)):
            return entity.id, Verdict(Status.AGREES, _value(entity))
    for entity in entities:
        if entity.id in expansion.at_home and (is_wrong(expansion.text, entity, reference) or _is_misspelt(expansion, entity)):
            return entity.id, Verdict(Status.CONTRADICTS, _value(entity))
    return expansion.entity, Verdict(Status.UNKNOWN)


def is_wrong(text: str, entity: Entity, reference: Reference) -> bool:
    """Whether the words are meant for the entity's expansion, and others. Longer and shorter wordings, and another meaning of the same letters, are not."""
    if f" {load_language().acronyms.or_word} " in text.lower():
        return False
    pairs = [_pair(text, known) for known in entity.expansions]
    if text.lower() in _other_expansions(reference):
        return any(len(said) > 2 and _shared(said, known) >= _SHARED for said, known in pairs)
    if entity.kind in _FIXED and text.rsplit(maxsplit=1)[-1][0].isupper():
        product = entity.kind in PRODUCTS
        return any(_is_slip(said, known) and (product or _agree(said[-1], known[-1])) for said, known in pairs)
    return not any(alike(text, known) for known in entity.expansions) and any(
        _is_slip(said, known) and _agree(said[-1], known[-1]) for said, known in pairs
    )


def _is_misspelt(expansion: Expansion, entity: Entity) -> bool:
    """Words written as a name that do not spell the acronym, one of them in its place: CDC (Continuous Data Replication)."""
    words = expansion.text.split()
    if spells(expansion.acronym, words) != 1 or len(words) < _FEWEST or not all(word[0].isupper() for word in words):
        return False
    pairs = (_pair(expansion.text, known) for known in entity.expansions)
    return any(len(said) == len(known) and any(map(_agree, said, known)) for said, known in pairs)


def _is_slip(said: list[str], known: list[str]) -> bool:
    """Whether most words agree, and some not."""
    return len(said) == len(known) >= _FEWEST and _shared(said, known) >= _SHARED and any(map(_is_other, said, known))


def accepted(entity: Entity) -> tuple[str, ...]:
    """Every wording that spells the entity out: its expansions, its name and long aliases, former names."""
    names = (entity.name, *entity.aliases, *(former.name for former in entity.former_names))
    return entity.expansions + tuple(name for name in names if " " in name or "-" in name)


def same_words(one: str, other: str) -> bool:
    """The same words but for case, hyphens, plurals, vendors, little words such as "of", abbreviations, and one slip of the pen."""
    first, second = _pair(one, other)
    if len(first) == len(second) and all(plain_word(a) == plain_word(b) or _abbreviates(a, b) for a, b in zip(first, second, strict=True)):
        return True
    return within_one_edit(*("".join(map(plain_word, words)) for words in (first, second)))


def alike(one: str, other: str) -> bool:
    """Whether two wordings are forms of one: network and networking, left ventricle and left ventricular."""
    first, second = _pair(one, other)
    if len(first) == len(second) and all(_agree(*pair) for pair in zip(first, second, strict=True)):
        return True
    return within_one_edit(*("".join(map(plain_word, words)) for words in (first, second)))


def differ_in_one_word(one: str, other: str) -> bool:
    """Whether two wordings are one meaning with another word in it. Two that end in different words are two things."""
    first, second = _pair(one, other)
    if len(first) != len(second) or len(first) < _FEWEST or not _agree(first[-1], second[-1]) or alike(one, other):
        return False
    return sum(not _agree(*pair) for pair in zip(first, second, strict=True)) == 1


def _pair(one: str, other: str) -> tuple[list[str], list[str]]:
    """The words of two wordings; the vendor's name that only one begins with is left out."""
    first, second = _content_words(one), _content_words(other)
    if len(first) > len(second) and first[0] in VENDORS_LOWER:
        first = first[1:]
    elif len(second) > len(first) and second[0] in VENDORS_LOWER:
        second = second[1:]
    return first, second


@lru_cache(maxsize=4096)
def _content_words(text: str) -> list[str]:
    """The words of a wording in lower case, without little words."""
    skipped = load_language().acronyms.skipped
    return [word for word in map(str.lower, _WORD.findall(text)) if word not in skipped]


def _agree(one: str, other: str) -> bool:
    return same_word(one, other) or _abbreviates(one, other) or within_one_edit(plain_word(one), plain_word(other))


def _is_other(one: str, other: str) -> bool:
    """Whether it is more than a plural, an abbreviation or a slip of the pen."""
    return not within_one_edit(plain_word(one), plain_word(other)) and not _abbreviates(one, other)


def _abbreviates(one: str, other: str) -> bool:
    """Whether one is the beginning of the other: org, sec, I for input."""
    short, long = sorted((plain_word(one), plain_word(other)), key=len)
    return long.startswith(short) and 0 < len(short) <= _ABBREVIATION and len(long) > len(short) + 1


def _shared(said: list[str], known: list[str]) -> float:
    """The share of the words of the longer wording that the other has too, in the same order."""
    lengths = [0] * (len(known) + 1)
    for one in said:
        before = 0
        for index, other in enumerate(known):
            before, lengths[index + 1] = (
                lengths[index + 1],
                before + 1 if _agree(one, other) else max(lengths[index + 1], lengths[index]),
            )
    return lengths[-1] / max(len(said), len(known), 1)


def within_one_edit(one: str, other: str) -> bool:
    """Equal, or one letter is missing, added or another: a misspelling, which is not this module's concern."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[start:], other[start:])
    return rests[0] == rests[1] or rests[0][1:] == rests[1] or rests[0] == rests[1][1:] or rests[0][1:] == rests[1][1:]


def bare(acronym: str) -> str:
    """Without the s of a plural: VMs."""
    return acronym.removesuffix("s") if len(acronym) > 2 and acronym[-2].isupper() and acronym.endswith("s") else acronym


class _Index:
    """The acronyms of one Reference."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.entities: dict[str, list[Entity]] = {}
        self.expansions = frozenset(known.lower() for entity in reference.entities.values() for known in entity.expansions)
        for entity in reference.entities.values():
            if entity.expansions:
                for form in _short_forms(entity):
                    self.entities.setdefault(form, []).append(entity)


_INDEX: list[_Index] = []


def _index(reference: Reference) -> _Index:
    if not _INDEX or _INDEX[0].reference is not reference:
        _INDEX[:] = [_Index(reference)]
    return _INDEX[0]


def acronym_entities(reference: Reference) -> dict[str, list[Entity]]:
    """Acronym -> the entities that it may name and that have an expansion."""
    return _index(reference).entities


def _other_expansions(reference: Reference) -> frozenset[str]:
    """Every expansion of any entity, in lower case; asked only for words that are none of the entity at hand."""
    return _index(reference).expansions


def _short_forms(entity: Entity) -> set[str]:
    """The names of an entity that are acronyms: up to ten letters, two of them capitals or digits."""
    names = {entity.name, *entity.aliases, *entity.within}
    forms = names | {name.rpartition(" ")[2] for name in names}
    return {
        form for form in forms if len(form) <= 10 and " " not in form and sum(letter.isupper() or letter.isdigit() for letter in form) >= 2
    }


def _value(entity: Entity) -> CanonicalValue:
    return CanonicalValue(
        entity=entity.id,
        attribute="expansion",
        role="text",
        value=entity.expansions[0],
        source=entity.source or "",
        where="",
    )
