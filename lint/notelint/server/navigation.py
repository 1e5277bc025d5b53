"""Where things lead: from a claim or name to its entry in a pack, from a link to its heading, and to all places that speak of the same."""

import os
from collections.abc import Iterable, Iterator

from lsprotocol import types
from pygls.uris import from_fs_path

from notelint.claims.claim import Claim
from notelint.engine.fixing.rename_heading import heading_at, links_into
from notelint.links.heading import Heading
from notelint.links.link import Link
from notelint.links.link_target import Anchors
from notelint.links.targets import Target, TargetKind
from notelint.notes.names import read_statements
from notelint.packs.places import PackPlace, place_of, places_of_entity
from notelint.reference import packs_of
from notelint.server.places import claim_at, claims_on_slot, link_at, name_at, names_of
from notelint.server.positions import offset_at
from notelint.server.workspace import Workspace
from notelint.source import Place


def definition(workspace: Workspace, path: str, position: types.Position) -> list[types.Location]:
    """Of a claim the values in the packs and the notes that state them, of a name its entry in the packs, of a link what it leads to."""
    source = workspace.source(path)
    assert source is not None
    offset = offset_at(position, source, workspace.codec)
    link = link_at(workspace, path, offset)
    if link is not None:
        return list(_link_target(link, workspace))
    claim = claim_at(workspace, path, offset)
    if claim is not None:
        others = (one.place for one in claims_on_slot(workspace, claim) if one.place != claim.place)
        return [*map(_in_pack, _values(claim, workspace)), *map(workspace.location, others)]
    named = name_at(read_statements(source, workspace.reference), offset)
    if named is None:
        return []
    return [_in_pack(place) for place in places_of_entity(named.entity, packs_of(workspace.config))]


def references(workspace: Workspace, path: str, position: types.Position, *, itself: bool) -> Iterator[types.Location]:
    """All claims on the property that a claim is about, all places that name an entity, all links to a heading; `itself` if the one asked about counts.

    Notes are read for names as they are asked for, which takes seconds in all for a frequent name: other requests may be answered in between.
    """
    source = workspace.source(path)
    assert source is not None
    offset = offset_at(position, source, workspace.codec)
    heading = heading_at(workspace.live.results[path].facts, offset)
    claim = claim_at(workspace, path, offset)
    named = name_at(read_statements(source, workspace.reference), offset)
    places: Iterable[Place]
    if claim is not None:
        here, places = claim.place, (one.place for one in claims_on_slot(workspace, claim))
    elif heading is not None and (links := list(_links_to(heading, workspace))):
        here, places = heading.place, [heading.place, *links]
    elif named is not None:
        here, places = named.place, (one.place for one in names_of(workspace, named.entity))
    else:
        return
    yield from (workspace.location(place) for place in places if itself or place != here)


def document_links(workspace: Workspace, path: str) -> Iterator[types.DocumentLink]:
    """The links of a note to files and headings of the folder, and to other servers."""
    corpus = workspace.live.run().corpus
    note = workspace.live.results[path].facts
    for link in note.links:
        target = corpus.target(note, link)
        address = _address(target, workspace)
        if address is None and "://" in link.destination:
            address = link.destination
        if address is not None:
            yield types.DocumentLink(workspace.range(link.place), address)


def _address(target: Target, workspace: Workspace) -> str | None:
    """Editors know the lines of a file as fragments "L12"."""
    if target.kind not in (TargetKind.NOTE, TargetKind.FILE, TargetKind.MISCASED):
        return None
    heading = _heading(target, workspace, by_words=True)
    return workspace.uri(target.path) + (f"#L{heading.place.start.line}" if heading else "")


def _link_target(link: Link, workspace: Workspace) -> Iterator[types.Location]:
    note = workspace.live.results[link.place.path].facts
    target = workspace.live.run().corpus.target(note, link)
    heading = _heading(target, workspace, by_words=True)
    if heading is not None:
        yield workspace.location(heading.place)
    elif target.kind in (TargetKind.NOTE, TargetKind.FILE, TargetKind.MISCASED):
        yield types.Location(workspace.uri(target.path), _START)


def _heading(target: Target, workspace: Workspace, *, by_words: bool) -> Heading | None:
    """The heading that a link into a note leads to."""
    if target.note is None or not target.fragment:
        return None
    note = workspace.live.results[target.note.path].facts
    program = workspace.live.run().corpus.targets.generator(note)
    return Anchors(note, program).reached(target.fragment, by_words=by_words)


def _links_to(heading: Heading, workspace: Workspace) -> Iterator[Place]:
    corpus = workspace.live.run().corpus
    note = workspace.live.results[heading.place.path].facts
    anchors = Anchors(note, corpus.targets.generator(note))
    for link, fragment in links_into(heading.place.path, corpus):
        if anchors.reached(fragment, by_words=link.wiki or corpus.wiki.is_vault) == heading:
            yield link.place


def _values(claim: Claim, workspace: Workspace) -> Iterator[PackPlace]:
    packs = packs_of(workspace.config)
    for value in workspace.reference.values_of.get(claim.entity, ()):
        if value.attribute == claim.attribute and (place := place_of(value.where, packs)):
            yield place


def _in_pack(place: PackPlace) -> types.Location:
    start = types.Position(place.line - 1, place.column - 1)
    return types.Location(from_fs_path(os.path.realpath(place.path)) or "", types.Range(start, start))


_START = types.Range(types.Position(0, 0), types.Position(0, 0))
