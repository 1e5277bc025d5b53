"""Every request can be answered at every position of whatever is written."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from notelint.server import navigation
from notelint.server.actions import actions, fix_all
from notelint.server.completion import completions
from notelint.server.hover import hover
from notelint.server.renaming import prepare_rename, rename
from notelint.server.symbols import document_symbols
from notelint.server.workspace import Workspace
from pygls.exceptions import JsonRpcException
from pygls.workspace import PositionCodec

from tests.engine.tea import TEXTS
from tests.server.editor import tea_folder

_ODD = (
    "Green tea\n=========\n\n",
    "# [[a#Green tea|Tea]] and `code`\n\n",
    "## Green tea {#leaf}\n\n[x](#leaf) [y](<a b.md#c d>)\n",
    "```md\n# Green tea\n",
    "| Green tea | 😀 compaany |\n|---|---|\n| steeping time | 9 min |\n",
    "> # Quoted\n> - Green tea: steeping time 9 min\n",
    "\r\n\r# Titles\r\n",
    "---\ntitle: [\n---\n",
    "[r]: a.md#green-tea\n[r] ![](img/i.png) <https://example.org>",
    "\0\u2028\ufeff",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("any")
    tea_folder(folder, b="# Green tea\n\nSee [it](a.md#titles) and [[a#The compaany]].\n")
    opened = Workspace(str(folder), PositionCodec(types.PositionEncodingKind.Utf8))
    opened.take(opened.read(lambda done, of: None))
    return opened


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from((*TEXTS, *_ODD)), min_size=1, max_size=4).map("".join),
    st.tuples(st.integers(0, 30), st.integers(0, 60)),
    st.sampled_from(["New", "", "# x", "a|b]]", "`", "😀", "- x\n- y", "1. x", "---"]),
)
def test_requests_are_answered(workspace: Workspace, text: str, where: tuple[int, int], name: str) -> None:
    workspace.edit("a.md", text)
    position = types.Position(*where)
    ranges = [one.range for one in document_symbols(workspace, "a.md")]
    ranges += [one.range for one in navigation.document_links(workspace, "a.md")]
    if shown := hover(workspace, "a.md", position):
        assert shown.range is not None
        assert shown.range.start.line <= position.line
        ranges.append(shown.range)
    for location in (*navigation.definition(workspace, "a.md", position), *navigation.references(workspace, "a.md", position, itself=True)):
        assert Path(location.uri.removeprefix("file://")).exists() or location.uri == workspace.uri("a.md")
    for item in completions(workspace, "a.md", position).items:
        assert isinstance(item.text_edit, types.TextEdit)
        ranges.append(item.text_edit.range)
    if prepared := prepare_rename(workspace, "a.md", position):
        ranges.append(prepared.range)
        try:
            changes = rename(workspace, "a.md", position, name).changes or {}
            ranges += [edit.range for edit in changes.get(workspace.uri("a.md"), ())]
        except JsonRpcException:
            pass
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    assert all(action.title for action in actions(workspace, "a.md", everything, types.CodeActionContext([])))
    ranges += [edit.range for edit in (fix_all(workspace, "a.md").changes or {}).get(workspace.uri("a.md"), ())]
    source = workspace.source("a.md")
    assert source is not None
    lines = [len(line.encode()) for line in source.text.split("\n")]
    for one in ranges:
        for end in (one.start, one.end):
            assert end.line < len(lines) or (end.line == len(lines) and end.character == 0)
            assert end.line == len(lines) or end.character <= lines[end.line]
