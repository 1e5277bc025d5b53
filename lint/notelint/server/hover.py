"""What the packs know of what is at a position: of a claim its values, of a name its entity."""

from collections.abc import Iterator

from lsprotocol import types

from notelint.claims.claim import Claim
from notelint.claims.judge import judge
from notelint.claims.known_value import Era, era_of
from notelint.notes.names import read_statements
from notelint.reference import CanonicalValue, Entity, Reference
from notelint.reference.shown import dated, shown_property, shown_value
from notelint.server.places import claim_at, claims_on_slot, name_at
from notelint.server.positions import offset_at
from notelint.server.workspace import Workspace
from notelint.source import Place

_MOST = 10
"""Other places that are listed."""
_HEADINGS = {Era.NOW: "", Era.UNCLEAR: "ending about now: ", Era.FUTURE: "to come: ", Era.PAST: "formerly: "}


def hover(workspace: Workspace, path: str, position: types.Position) -> types.Hover | None:
    """Of a claim: entity, attribute, values with dates and sources, and where else it is stated. Of a name: other names, former ones, what came of it."""
    source = workspace.source(path)
    assert source is not None
    offset = offset_at(position, source, workspace.codec)
    claim = claim_at(workspace, path, offset)
    if claim is not None:
        return _shown(_claim(claim, workspace), claim.place, workspace)
    named = name_at(read_statements(source, workspace.reference), offset)
    if named is None:
        return None
    return _shown(_entity(workspace.reference.entities[named.entity], workspace.reference), named.place, workspace)


def _shown(lines: Iterator[str], place: Place, workspace: Workspace) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n".join(lines)), workspace.range(place))


def _claim(claim: Claim, workspace: Workspace) -> Iterator[str]:
    reference = workspace.reference
    yield f"**{shown_property(claim.entity, claim.attribute, reference)}**: {judge(claim, reference).status}"
    yield ""
    values = [value for value in reference.values_of.get(claim.entity, ()) if value.attribute == claim.attribute]
    for era, heading in _HEADINGS.items():
        yield from (f"- {heading}{_value(value, era, reference)}" for value in values if era_of(value, reference.as_of) is era)
    if not values:
        yield "- the packs know no value"
    others = [one for one in claims_on_slot(workspace, claim) if one.place != claim.place]
    if others:
        yield ""
        yield "also stated in"
        yield ""
        yield from (_place(one, workspace) for one in others[:_MOST])
        if len(others) > _MOST:
            yield f"- and {len(others) - _MOST} more"


def _value(value: CanonicalValue, era: Era, reference: Reference) -> str:
    """With its dates and source; a former one will not change any more, however old its source is."""
    times = "".join(f", {word} {when}" for word, when in (("since", value.since), ("until", value.until)) if when)
    as_of = f" (as of {value.as_of})" if era is Era.PAST and value.as_of else dated(value, reference)
    return f"{shown_value(value, reference)}{times}{as_of} ([source]({value.source}))"


def _place(claim: Claim, workspace: Workspace) -> str:
    place = claim.place
    quote = " ".join(claim.quote.split()).replace("`", "'")
    return f"- [{place.path}:{place.start.line}]({workspace.uri(place.path)}#L{place.start.line}): `{quote}`"


def _entity(entity: Entity, reference: Reference) -> Iterator[str]:
    source = f" ([source]({entity.source}))" if entity.source else ""
    yield f"**{entity.name}**: {entity.kind}{f' of {reference.name(entity.parent)}' if entity.parent else ''}{source}"
    yield ""
    if entity.expansions:
        yield f"- stands for {', or '.join(entity.expansions)}"
    if entity.aliases:
        yield f"- also {', '.join(entity.aliases)}"
    for former in entity.former_names:
        yield f"- formerly {former.name}{f', until {former.until}' if former.until else ''}"
    if entity.status:
        status = entity.status
        since = f" since {status.since}" if status.since else ""
        note = f": {status.note}" if status.note else ""
        yield f"- {status.state}{since}{note}{f' ([source]({status.source}))' if status.source else ''}"
