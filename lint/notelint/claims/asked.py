"""The properties of an entity that words ask for: "visibility timeout" of a queue."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from notelint.claims.known_value import Era, era_of
from notelint.claims.tokens import Phrase, phrase
from notelint.reference import CanonicalValue, Reference


@lru_cache(maxsize=1 << 12)
def cues_of(attribute: str, reference: Reference) -> tuple[Phrase, ...]:
    """The words that name an attribute: its title, its id and its cues."""
    known = reference.attributes[attribute]
    return tuple(phrase(cue) for cue in (known.title, attribute.replace("_", " "), *known.cues))


def asked(attribute: str, words: Collection[str], reference: Reference) -> int:
    """How many words the longest cue of the attribute has that is among `words`, which are singular and in lower case; 0 where none is."""
    said = set(words)
    return max((len(cue) for cue in cues_of(attribute, reference) if said.issuperset(cue)), default=0)


def values_asked_for(entities: Iterable[str], words: Collection[str], reference: Reference) -> Iterator[CanonicalValue]:
    """The values in force that may come next in a statement that names the entities, nearest first, and holds the words: those of attributes that it asks for, best first."""
    for entity in dict.fromkeys(entities):
        values = [value for value in reference.values_of.get(entity, ()) if era_of(value, reference.as_of) is Era.NOW]
        scores = {attribute: asked(attribute, words, reference) for attribute in {value.attribute for value in values}}
        yield from sorted(
            (value for value in values if scores[value.attribute]), key=lambda value: (-scores[value.attribute], value.attribute)
        )
