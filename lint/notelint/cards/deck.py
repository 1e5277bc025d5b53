"""The cards of notes, and of packs."""

from collections.abc import Iterable

from notelint.cards.card import Card, key_of
from notelint.cards.wording import answer, question
from notelint.claims.judge import Status
from notelint.claims.known_value import Era, era_of
from notelint.notes.judged import Judged
from notelint.reference import Blueprint, CanonicalValue, Reference


def cards_of_notes(facts: Iterable[Judged], blueprints: Iterable[Blueprint], reference: Reference) -> list[Card]:
    """Of every claim that agrees with a canonical value or did once, and every expansion that is right, each once; a wrong claim makes no card."""
    domains = Domains(blueprints, reference)
    found: dict[str, Card] = {}
    for one in facts:
        card = _of_claim(one, domains, reference)
        if card is not None and (card.key not in found or card.outdated):
            found[card.key] = card
    return sorted(found.values(), key=_order)


def cards_of_packs(packs: Iterable[str], blueprints: Iterable[Blueprint], reference: Reference) -> list[Card]:
    """Of every value in force in these packs, named as in `where` of a value ("packs/aws"), and of the acronyms of their entities."""
    domains = Domains(blueprints, reference)
    wanted = tuple(f"{pack}/" for pack in packs)
    values = [value for value in reference.values if value.where.startswith(wanted) and era_of(value, reference.as_of) is Era.NOW]
    found = {card.key: card for value in values if (card := _of_value(value, None, domains, reference))}
    known = {value.entity for value in values}
    for entity in reference.entities.values():
        acronym = next((name for name in (entity.name, *entity.aliases) if name.isupper() and len(name) > 1 and "_" not in name), None)
        if acronym and entity.expansions and entity.id in known:
            card = _expansion(entity.id, acronym, domains, reference)
            found[card.key] = card
    return sorted(found.values(), key=_order)


class Domains:
    """Which domains of exams ask about an entity, as tags: "mls-c01::domain-1"."""

    def __init__(self, blueprints: Iterable[Blueprint], reference: Reference) -> None:
        self._reference = reference
        self._tags: dict[str, list[str]] = {}
        for blueprint in blueprints:
            for domain in blueprint.domains:
                for task in domain.tasks:
                    for objective in task.objectives:
                        for entity in objective.entities:
                            self._tags.setdefault(entity, []).append(f"{blueprint.id}::domain-{domain.id}")

    def of(self, entity: str) -> tuple[str, ...]:
        """The tags of the entity, or else of the nearest whole that it is a part of."""
        for one in self._reference.lineage(entity):
            if one in self._tags:
                return tuple(dict.fromkeys(self._tags[one]))
        return ()


def _of_claim(one: Judged, domains: Domains, reference: Reference) -> Card | None:
    claim, verdict = one.claim, one.verdict
    if claim.attribute == "expansion":
        return _expansion(claim.entity, claim.qualifiers[0], domains, reference) if verdict.status is Status.AGREES else None
    if verdict.status not in (Status.AGREES, Status.OUTDATED) or verdict.value is None:
        return None
    return _of_value(verdict.value, verdict.former if verdict.status is Status.OUTDATED else None, domains, reference)


def _of_value(value: CanonicalValue, former: CanonicalValue | None, domains: Domains, reference: Reference) -> Card | None:
    asked = question(value, reference)
    if asked is None:
        return None
    tags = (value.entity.replace(".", "::"), *domains.of(value.entity), *(["outdated"] if former else []))
    return Card(key_of(value), asked, answer(value, reference, former), value.value, value.source, tags, former is not None)


def _expansion(entity: str, written: str, domains: Domains, reference: Reference) -> Card:
    known = reference.entities[entity]
    acronym = written.removesuffix("s") if written[:-1].isupper() else written
    words = next((spelt for one in known.expansions if (spelt := _spelt_out(acronym, one))), known.expansions[0])
    tags = (entity.replace(".", "::"), *domains.of(entity))
    return Card(f"{entity}|expansion|{acronym}", f"What does {acronym} stand for?", words, source=known.source or "", tags=tags)


def _spelt_out(acronym: str, words: str) -> str:
    """The end of the words that has these initials: of "AWS Command Line Interface" what CLI stands for; "" without one."""
    parts = words.split(" ")
    ends = (" ".join(parts[start:]) for start in range(len(parts)))
    return next((end for end in ends if "".join(part[:1] for part in end.replace("-", " ").split()).upper() == acronym), "")


def _order(card: Card) -> tuple[tuple[str, ...], str]:
    return card.tags, card.question
