"""Canonical values found by words: "visibility timeout of SQS"."""

from typing import Any

from notelint.claims.asked import asked
from notelint.claims.known_value import Era, era_of
from notelint.claims.tokens import Phrase, phrase
from notelint.language import load_language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import shown_property, shown_value

_MOST = 20


def lookup(words: str, reference: Reference) -> list[dict[str, Any]]:
    """The properties that the words name best, most words first, each with its values in force, former and future ones; [] if none is named."""
    wanted = _telling(words)
    scores: dict[tuple[str, str], float] = {}
    for entity, values in reference.values_of.items():
        named = _named(entity, wanted, reference)
        for attribute in {value.attribute for value in values} if named else ():
            scores[entity, attribute] = named + 2 * asked(attribute, wanted, reference)
    best = max(scores.values(), default=0)
    found = sorted((key for key, score in scores.items() if score == best), key=lambda key: (len(reference.name(key[0])), key))
    return [_property(entity, attribute, reference) for entity, attribute in found[:_MOST]]


def _named(entity: str, wanted: Phrase, reference: Reference) -> int:
    """How many words the longest name of the entity has that is asked for; 0 where none is."""
    known = reference.entities[entity]
    names = [_telling(name) for name in (known.name, *known.aliases, *known.expansions)]
    return max((len(name) for name in names if name and _holds(wanted, name)), default=0)


def _telling(text: str) -> Phrase:
    """The words without those of grammar and the names of vendors: SQS is asked for, not Amazon SQS."""
    little = load_language().function_words | VENDORS_LOWER
    return tuple(word for word in phrase(text) if word not in little)


def _holds(words: Phrase, name: Phrase) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _property(entity: str, attribute: str, reference: Reference) -> dict[str, Any]:
    values = [value for value in reference.values_of[entity] if value.attribute == attribute]
    order = {Era.NOW: 0, Era.UNCLEAR: 1, Era.FUTURE: 2, Era.PAST: 3}
    values.sort(key=lambda value: (order[era_of(value, reference.as_of)], value.until or ""))
    return {
        "entity": entity,
        "attribute": attribute,
        "property": shown_property(entity, attribute, reference),
        "values": [_value(value, reference) for value in values],
    }


def _value(value: CanonicalValue, reference: Reference) -> dict[str, Any]:
    found = {
        "value": shown_value(value, reference),
        "role": value.role,
        "era": str(era_of(value, reference.as_of)),
        "conditions": list(value.qualifiers),
        "since": value.since,
        "until": value.until,
        "adjustable": value.adjustable,
        "as_of": value.as_of,
        "source": value.source,
    }
    return {key: known for key, known in found.items() if known not in (None, [], False)}
