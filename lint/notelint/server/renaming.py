"""Rename of a heading, with the links to it in all notes."""

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from notelint.engine.fixing.rename_heading import RenameError, heading_at, rename_heading, title_place
from notelint.links.heading import Heading
from notelint.server.edits import to_edit
from notelint.server.positions import offset_at
from notelint.server.workspace import Workspace


def prepare_rename(workspace: Workspace, path: str, position: types.Position) -> types.PrepareRenamePlaceholder | None:
    """The words of the heading at the position; None where there is none, or one that cannot be renamed."""
    heading = _heading(workspace, path, position)
    source = workspace.source(path)
    place = title_place(heading, source) if heading and source else None
    if heading is None or place is None:
        return None
    return types.PrepareRenamePlaceholder(workspace.range(place), heading.title)


def rename(workspace: Workspace, path: str, position: types.Position, name: str) -> types.WorkspaceEdit:
    """The heading with its new words, and links that follow; an answer of the protocol that says why where that cannot be."""
    heading = _heading(workspace, path, position)
    if heading is None:
        raise JsonRpcInvalidParams("only headings can be renamed")
    try:
        edits = rename_heading(heading, name, workspace.live.run().corpus, workspace.texts, workspace.reference)
    except RenameError as error:
        raise JsonRpcInvalidParams(str(error)) from None
    return to_edit(edits, workspace)


def _heading(workspace: Workspace, path: str, position: types.Position) -> Heading | None:
    source = workspace.source(path)
    assert source is not None
    return heading_at(workspace.live.results[path].facts, offset_at(position, source, workspace.codec))
