"""Unknown numbers of notes -> drafts of entities, properties and values."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from notelint.curation.amounts import value_text
from notelint.curation.docs import Docs
from notelint.curation.drafts import Draft, slug
from notelint.curation.unknown_numbers import UnknownNumber
from notelint.packs.pack import AttributeEntry
from notelint.reference import Reference

_SLOTS = "entities" in AttributeEntry.model_fields


def drafts_of(numbers: Iterable[UnknownNumber], reference: Reference, docs: Docs | None) -> list[Draft]:
    """A slot for every property that notes give numbers for, and a value where a sentence of the documentation says the same with the same words."""
    groups: dict[tuple[str, str], list[UnknownNumber]] = defaultdict(list)
    for number in _of_properties(list(numbers), reference):
        groups[_entity(number), _attribute(number)].append(number)
    drafts = [*_entities(groups, reference), *_attributes(groups, reference)]
    if docs:
        for (entity, attribute), found in groups.items():
            drafts += _values(entity, attribute, found, docs)
    return drafts


def _of_properties(numbers: list[UnknownNumber], reference: Reference) -> Iterator[UnknownNumber]:
    """Those whose title is no name of a thing: under Storage > Cloud Bigtable, a number without a label is of Cloud Bigtable, and no property is named."""
    things = {form.casefold() for entity in reference.entities.values() for form in (entity.name, *entity.aliases)}
    things |= {number.subject.casefold() for number in numbers if not number.known}
    return (number for number in numbers if number.attribute or number.title.casefold() not in things)


def _entity(number: UnknownNumber) -> str:
    return number.subject if number.known else slug(number.subject)


def _attribute(number: UnknownNumber) -> str:
    return number.attribute or slug(number.title, "_")


def _entities(groups: dict[tuple[str, str], list[UnknownNumber]], reference: Reference) -> Iterator[Draft]:
    named: dict[str, list[UnknownNumber]] = defaultdict(list)
    for (entity, _), found in groups.items():
        if entity not in reference.entities:
            named[entity] += found
    for entity, found in named.items():
        name = Counter(one.subject for one in found).most_common(1)[0][0]
        entry = {"id": entity, "name": name, "kind": "concept", "draft": True}
        yield Draft("vocabulary", entry, found[0].statement, len(found), _places(found))


def _attributes(groups: dict[tuple[str, str], list[UnknownNumber]], reference: Reference) -> Iterator[Draft]:
    asked: dict[str, list[tuple[str, UnknownNumber]]] = defaultdict(list)
    for (entity, attribute), found in groups.items():
        asked[attribute] += [(entity, one) for one in found]
    for attribute, pairs in asked.items():
        numbers = [number for _, number in pairs]
        dimension = Counter(number.quantity.dimension for number in numbers).most_common(1)[0][0]
        known = reference.attributes.get(attribute)
        title = known.title if known else numbers[0].title
        entry: dict[str, Any] = {"id": attribute, "title": title, "dimension": known.dimension if known else dimension, "draft": True}
        if not known:
            entry["cues"] = [title.lower()]
        if dimension == "count" and not known:
            entry["nouns"] = sorted({number.quantity.unit for number in numbers if number.quantity.dimension == "count"})
        if _SLOTS:
            entry["entities"] = sorted({entity for entity, _ in pairs})
        if not known or _SLOTS:
            yield Draft("attributes", entry, numbers[0].statement, len(numbers), _places(numbers))


def _values(entity: str, attribute: str, numbers: list[UnknownNumber], docs: Docs) -> Iterator[Draft]:
    """One per amount that the documentation has."""
    for text, times in Counter(value_text(number.quantity) for number in numbers).most_common():
        number = next(one for one in numbers if value_text(one.quantity) == text)
        found = docs.sentence_with(number.quantity, f"{number.subject} {number.title} {number.statement} {number.above}")
        if found and text:
            entry: dict[str, Any] = {"entity": entity, "attribute": attribute, "role": number.role, "value": text, "source": found.page}
            entry |= {"evidence": found.evidence, "as-of": found.day, "draft": True}
            quote = f"note: {number.statement} | documentation: {found.sentence}"
            yield Draft("values", entry, quote, times, (number.place, found.place))


def _places(numbers: list[UnknownNumber]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number.place for number in numbers))[:5]
