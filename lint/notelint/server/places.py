"""What is at a position of a note, and where else the same is."""

from collections.abc import Iterator

from notelint.claims.claim import Claim
from notelint.links.link import Link
from notelint.notes.names import NamedEntity, ReadNote, read_statements
from notelint.rules.slot_claims import slot_claims
from notelint.server.positions import holds
from notelint.server.workspace import Workspace
from notelint.subjects.mentions import name_words


def claim_at(workspace: Workspace, path: str, offset: int) -> Claim | None:
    """The claim on a known attribute of a known entity."""
    claims = (claim for _, claim in slot_claims(workspace.live.results[path].facts) if holds(claim.place.span, offset))
    return next((one for one in claims if is_known(workspace, one)), None)


def is_known(workspace: Workspace, claim: Claim) -> bool:
    """Whether the packs know its entity and attribute."""
    return claim.entity in workspace.reference.entities and claim.attribute in workspace.reference.attributes


def claims_on_slot(workspace: Workspace, claim: Claim) -> list[Claim]:
    """The claims of all notes on the same attribute of the same entity."""
    return [
        one
        for path in sorted(workspace.live.results)
        for _, one in slot_claims(workspace.live.results[path].facts)
        if (one.entity, one.attribute) == (claim.entity, claim.attribute)
    ]


def name_at(note: ReadNote, offset: int) -> NamedEntity | None:
    """The name of an entity."""
    return next((one for one in note.names() if holds(one.place.span, offset)), None)


def names_of(workspace: Workspace, entity: str) -> Iterator[NamedEntity]:
    """Where the notes name the entity, in whatever form; only notes that hold one of its forms are read."""
    known = workspace.reference.entities[entity]
    former = (one.name for one in known.former_names)
    forms = {name_words(form) for form in (known.name, *known.aliases, *known.within, *known.expansions, *known.misspellings, *former)}
    for path in sorted(workspace.live.results):
        source = workspace.source(path)
        text = source.text.lower() if source else ""
        if source is not None and any(all(word in text for word in words) for words in forms):
            yield from (one for one in read_statements(source, workspace.reference).names() if one.entity == entity)


def link_at(workspace: Workspace, path: str, offset: int) -> Link | None:
    """The link whose destination is there."""
    return next((one for one in workspace.live.results[path].facts.links if holds(one.place.span, offset)), None)
