"""An editor and the server: what is shown while typing, and what can be done about it."""

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from tests.scratch import Scratch
from tests.server.editor import Editor, converse, edited, tea_folder

WRONG = "# Notes\n\n- Green tea \U0001f600 is recieved twice\n"


async def _actions(editor: Editor, name: str, where: types.Range, *kinds: str) -> list[types.CodeAction]:
    context = types.CodeActionContext([], only=list(kinds) or None)
    found = await editor.client.text_document_code_action_async(types.CodeActionParams(editor.document(name), where, context))
    return [one for one in found or () if isinstance(one, types.CodeAction)]


def _text_edits(action: types.CodeAction, uri: str) -> list[types.TextEdit]:
    assert action.edit is not None
    assert action.edit.changes is not None
    return list(action.edit.changes[uri])


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
def test_columns_are_counted_as_the_editor_counts_them(tmp_path: Path, encoding: str, units: int) -> None:
    tea_folder(tmp_path, a=WRONG)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("a.md", "misspelling")
        (found,) = editor.shown[editor.uri("a.md")]
        assert (found.range.start.line, found.range.start.character) == (2, WRONG.splitlines()[2].index("recieved") - 1 + units)

    converse(Editor(tmp_path), conversation, encoding)


def test_what_is_wrong_is_shown_while_typing(tmp_path: Path) -> None:
    tea_folder(tmp_path, a=WRONG)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("a.md", "misspelling")
        editor.open("a.md")
        word = editor.shown[editor.uri("a.md")][0].range
        editor.type("a.md", "received", word)
        await editor.until_codes("a.md")
        editor.type("a.md", "# Green tea\n\n- Steeping time: 9 minutes\n")
        await editor.until_codes("a.md", "wrong-value")
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document("a.md")))
        await editor.until_codes("a.md", "misspelling")

    converse(Editor(tmp_path), conversation)


def test_a_finding_can_be_fixed_or_ignored(tmp_path: Path) -> None:
    text = "# Notes\n\n- Leaves\n  - Tea is recieved twice\n\n| a |\n|---|\n| recieved |\n"
    tea_folder(tmp_path, a=text)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("a.md", "misspelling", "misspelling")
        uri = editor.uri("a.md")
        first, in_table = (one.range for one in editor.shown[uri])
        fix, accept, ignore = await _actions(editor, "a.md", first, types.CodeActionKind.QuickFix)
        assert fix.is_preferred
        assert "is received twice" in edited(text, _text_edits(fix, uri))
        ignored = edited(text, _text_edits(ignore, uri))
        assert "  - Tea is recieved twice <!-- notelint-ignore-line misspelling: reason -->\n" in ignored
        editor.open("a.md")
        editor.type("a.md", ignored)
        await editor.until_codes("a.md", "misspelling")
        assert accept.command is not None
        assert in_table.start.line == 7

    converse(Editor(tmp_path), conversation)


def test_a_word_can_be_accepted(tmp_path: Path) -> None:
    tea_folder(tmp_path, a=WRONG, b="# More\n\nIt was recieved.\n")

    async def conversation(editor: Editor) -> None:
        await editor.until(lambda: editor.codes("a.md") == editor.codes("b.md") == ["misspelling"])
        accept = (await _actions(editor, "a.md", editor.shown[editor.uri("a.md")][0].range))[1]
        assert accept.command is not None
        params = types.ExecuteCommandParams(accept.command.command, accept.command.arguments)
        await editor.client.workspace_execute_command_async(params)
        await editor.until(lambda: editor.codes("a.md") == editor.codes("b.md") == [])
        assert (tmp_path / "schema/words/accepted.txt").read_text() == "recieved\n"

    converse(Editor(tmp_path), conversation)


def test_all_safe_fixes_are_made_at_once_with_links_in_other_notes(tmp_path: Path) -> None:
    text = "# Notes\n\n## It is recieved\n\nIt is definately so,\nand once.\n"
    other = "# More\n\nSee [it](a.md#it-is-recieved).\n"
    tea_folder(tmp_path, a=text, b=other)

    async def conversation(editor: Editor) -> None:
        await editor.until(lambda: bool(editor.codes("a.md")))
        everything = types.Range(types.Position(0, 0), types.Position(9, 0))
        (action,) = await _actions(editor, "a.md", everything, types.CodeActionKind.Source)
        assert action.kind == "source.fixAll.notelint"
        assert action.command is not None
        params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await editor.client.workspace_execute_command_async(params)
        (made,) = editor.applied
        assert made.changes is not None
        assert edited(text, made.changes[editor.uri("a.md")]) == "# Notes\n\n## It is received\n\nIt is definitely so,\nand once.\n"
        assert edited(other, made.changes[editor.uri("b.md")]) == "# More\n\nSee [it](a.md#it-is-received).\n"

    converse(Editor(tmp_path), conversation)


def test_what_the_baseline_knows_is_not_shown(tmp_path: Path) -> None:
    scratch = tea_folder(tmp_path, a=WRONG)
    assert scratch.notelint("baseline", "create").code == 0

    async def conversation(editor: Editor) -> None:
        editor.open("a.md")
        editor.type("a.md", WRONG + "\nIt was recieved again, and definately so.\n")
        await editor.until_codes("a.md", "misspelling", "misspelling")
        assert [one.range.start.line for one in editor.shown[editor.uri("a.md")]] == [4, 4]
        (tmp_path / "notelint-baseline.json").unlink()
        editor.changed("notelint-baseline.json")
        await editor.until_codes("a.md", "misspelling", "misspelling", "misspelling")

    converse(Editor(tmp_path), conversation)


def test_settings_and_packs_are_read_again_when_they_change(tmp_path: Path) -> None:
    scratch = tea_folder(tmp_path, a="# Green tea\n\n- Steeping time: 9 minutes\n")

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("a.md", "wrong-value")
        editor.open("a.md")
        pack = scratch.folder / "schema/values/tea.yaml"
        pack.write_text(pack.read_text().replace("3 min", "10 min"))
        editor.changed("schema/values/tea.yaml")
        await editor.until_codes("a.md")
        scratch.write("notelint.toml", "nonsense = 1\n")
        editor.save("a.md", "# Green tea\n\n- Steeping time: 19 minutes\n")  # an editor that tells of no other files
        await editor.until(lambda: any("nonsense" in message for message in editor.told))
        scratch.write("notelint.toml", 'packs = ["general"]\n')
        editor.type("a.md", "# Green tea\n\n- Steeping time: 19 minutes\n")
        editor.changed("notelint.toml")
        await editor.until_codes("a.md", "wrong-value")

    converse(Editor(tmp_path), conversation)


def test_files_that_something_else_changes_are_read_again(tmp_path: Path) -> None:
    scratch = tea_folder(tmp_path, a="# Links\n\n[b](b.md)\n")

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("a.md", "broken-link")
        assert [one.method for one in editor.registered] == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        scratch.write("b.md", WRONG)
        editor.changed("b.md")
        await editor.until(lambda: editor.codes("a.md") == [] and editor.codes("b.md") == ["misspelling"])
        (tmp_path / "b.md").unlink()
        editor.changed("b.md")
        await editor.until(lambda: editor.codes("a.md") == ["broken-link"] and editor.codes("b.md") == [])

    converse(Editor(tmp_path), conversation)


def test_several_folders_have_settings_of_their_own(tmp_path: Path) -> None:
    one, other = Scratch(tmp_path / "one"), tea_folder(tmp_path / "other", a=WRONG)
    one.write("notelint.toml", 'packs = ["general"]\nignore = ["misspelling"]\n')
    one.write("a.md", WRONG)
    one.write("inner/notelint.toml", 'packs = ["general"]\n')
    one.write("inner/a.md", WRONG)

    async def conversation(editor: Editor) -> None:
        added = types.WorkspaceFolder((tmp_path / "one/inner").resolve().as_uri(), "inner")
        elsewhere = (other.folder.resolve() / "a.md").as_uri()
        await editor.until(lambda: bool(editor.shown.get(elsewhere)))
        assert editor.codes("a.md") == editor.codes("inner/a.md") == []
        editor.client.workspace_did_change_workspace_folders(
            types.DidChangeWorkspaceFoldersParams(types.WorkspaceFoldersChangeEvent([added], []))
        )
        await editor.until_codes("inner/a.md", "misspelling")
        editor.client.workspace_did_change_workspace_folders(
            types.DidChangeWorkspaceFoldersParams(types.WorkspaceFoldersChangeEvent([], [added]))
        )
        await editor.until_codes("inner/a.md")
        assert editor.codes("a.md") == []

    converse(Editor(one.folder, other.folder), conversation)


def test_a_note_of_no_folder_is_checked_alone(tmp_path: Path) -> None:
    tea_folder(tmp_path, a=WRONG, b=WRONG)
    folder = tmp_path.resolve()

    async def conversation(editor: Editor) -> None:
        editor.roots = [folder]
        editor.open("a.md")
        await editor.until_codes("a.md", "misspelling")
        assert editor.codes("b.md") == []

    converse(Editor(), conversation)


def test_a_vault_without_git_is_read_as_obsidian_reads_it(tmp_path: Path) -> None:
    vault = Scratch(tmp_path)
    vault.write(".obsidian/app.json", "{}")
    vault.write(".trash/old.md", WRONG)
    vault.write("Tea/Green tea.md", "# Green tea\n\nSee [[Black tea#Leaves]] and [[Nowhere]].\n")
    vault.write("Black tea.md", "# Black tea\n\n## Leaf\n\nThey are dark.\n")

    async def conversation(editor: Editor) -> None:
        await editor.until(lambda: sorted(map(str, editor.codes("Tea/Green tea.md"))) == ["broken-anchor", "unwritten-note"])
        assert set(editor.shown) == {editor.uri("Tea/Green tea.md")}

    converse(Editor(tmp_path), conversation)


def test_progress_is_told_where_there_is_much_to_read(tmp_path: Path) -> None:
    scratch = tea_folder(tmp_path)
    code = "```text\n" + "A leaf is green, and a cup of it is warm.\n" * 3500 + "```\n"
    for number in range(3):
        scratch.write(f"{number}.md", f"# Leaves {number}\n\n{code}\nIt was recieved.\n")

    async def conversation(editor: Editor) -> None:
        editor.open("0.md", WRONG)
        await editor.until(lambda: bool(editor.codes("2.md")))
        token, *told = editor.progress
        kinds = [one.kind if hasattr(one, "kind") else one["kind"] for one in told]
        assert kinds[0] == "begin"
        assert kinds[-1] == "end"
        assert "report" in kinds
        assert isinstance(token, str)
        assert editor.shown[editor.uri("0.md")][0].range.start.line == 2

    converse(Editor(tmp_path), conversation)


def test_places_in_other_notes_are_told_as_they_are_now(tmp_path: Path) -> None:
    """The finding is the same, but what is before the other place is wider."""
    right = "# Green tea\n\n- x Steeping time: 1 to 3 minutes\n"
    tea_folder(tmp_path, a=right, b="# Green tea\n\n- Steeping time: 9 minutes\n")

    async def conversation(editor: Editor) -> None:
        def other() -> int:
            (found,) = editor.shown[editor.uri("b.md")]
            return found.related_information[0].location.range.start.character if found.related_information else -1

        await editor.until_codes("b.md", "wrong-value")
        before = other()
        editor.open("a.md")
        editor.type("a.md", right.replace("x", "\U0001f600"))
        await editor.until(lambda: other() == before + 1)

    converse(Editor(tmp_path), conversation)


def test_an_unknown_rule_is_told_once(tmp_path: Path) -> None:
    scratch = tea_folder(tmp_path, a=WRONG)
    scratch.write("notelint.toml", 'packs = ["general"]\nignore = ["no-such-rule"]\n')

    async def conversation(editor: Editor) -> None:
        await editor.until(lambda: len(editor.told) == 1)
        editor.open("a.md")
        for number in range(3):
            editor.type("a.md", f"{WRONG}\n{number}\n")
            position = types.HoverParams(editor.document("a.md"), types.Position(0, 0))
            await editor.client.text_document_hover_async(position)
            await asyncio.sleep(0.2)
        assert [message for message in editor.told if "no-such-rule" in message] == editor.told[:1]
        scratch.write("notelint.toml", 'packs = ["general"]\n')
        editor.changed("notelint.toml")
        await editor.until_codes("a.md", "misspelling")
        assert len(editor.told) == 1

    converse(Editor(tmp_path), conversation)


def test_an_editor_may_come_by_tcp(tmp_path: Path) -> None:
    tea_folder(tmp_path, a=WRONG)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "notelint", "server", "--tcp", f"127.0.0.1:{port}"], cwd=tmp_path)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("a.md", "misspelling")

    try:
        converse(Editor(tmp_path), conversation, port=port)
    finally:
        server.terminate()
        server.wait(60)
