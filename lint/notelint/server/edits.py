"""Changes of notes in the terms of the protocol."""

import difflib
from collections.abc import Iterable
from itertools import accumulate

from lsprotocol import types

from notelint.diagnostic import Edit
from notelint.server.workspace import Workspace
from notelint.source import Source, Span


def to_edit(edits: Iterable[Edit], workspace: Workspace) -> types.WorkspaceEdit:
    """Edits of one or several notes."""
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in edits:
        made = types.TextEdit(workspace.range(edit.place), edit.replacement)
        changes.setdefault(workspace.uri(edit.place.path), []).append(made)
    return types.WorkspaceEdit(dict(changes))


def line_edits(before: Source, after: str, workspace: Workspace) -> list[types.TextEdit]:
    """Replacements of whole lines that make the text of a note `after`."""
    old, new = before.text.splitlines(keepends=True), after.splitlines(keepends=True)
    offsets = list(accumulate(map(len, old), initial=0))
    return [
        types.TextEdit(workspace.range(before.place(Span(offsets[first], offsets[end]))), "".join(new[low:high]))
        for tag, first, end, low, high in difflib.SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    ]
