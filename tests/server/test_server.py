"""An editor and `notelint server`, over standard input and output."""

import asyncio
import os
import sys
from pathlib import Path

import notelint
import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

WRONG = "# Notes\n\n- AWS Lambda \U0001f600 is recieved twice\n"


class Editor:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("tests", "1")
        self.shown: dict[str, list[types.Diagnostic]] = {}
        self.news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.shown[params.uri] = list(params.diagnostics)
            self.news.set()

    def uri(self, name: str) -> str:
        return (self.folder.resolve() / name).as_uri()

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "notelint", "server")
        root = types.WorkspaceFolder(self.folder.resolve().as_uri(), "notes")
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities(), workspace_folders=[root]))
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]

    async def next(self) -> None:
        await asyncio.wait_for(self.news.wait(), 60)
        self.news.clear()

    def codes(self, name: str) -> list[object]:
        return [one.code for one in self.shown.get(self.uri(name), [])]


async def _conversation(folder: Path) -> None:
    editor = Editor(folder)
    await editor.start()
    await editor.next()
    assert editor.codes("a.md") == ["misspelling"]
    (found,) = editor.shown[editor.uri("a.md")]
    assert (found.range.start.line, found.range.start.character) == (2, WRONG.splitlines()[2].index("recieved") + 1)
    params = types.CodeActionParams(types.TextDocumentIdentifier(editor.uri("a.md")), found.range, types.CodeActionContext([]))
    actions = await editor.client.text_document_code_action_async(params)
    assert actions
    edits = [one.edit for one in actions if isinstance(one, types.CodeAction)]
    assert edits[0] is not None
    assert edits[0].changes is not None
    assert [edit.new_text for edit in edits[0].changes[editor.uri("a.md")]] == ["received"]
    assert edits[-1] is not None
    assert edits[-1].changes is not None
    assert "notelint-ignore-next-line misspelling" in edits[-1].changes[editor.uri("a.md")][0].new_text
    document = types.TextDocumentItem(editor.uri("a.md"), "markdown", 1, WRONG)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    version = types.VersionedTextDocumentIdentifier(2, editor.uri("a.md"))
    change = types.TextDocumentContentChangeWholeDocument(WRONG.replace("recieved", "received"))
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))
    await editor.next()
    assert editor.codes("a.md") == []
    await editor.stop()


def test_an_editor_is_shown_what_is_wrong_as_it_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [one.rule for one in notelint.check(".")] == ["misspelling"]
    assert os.listdir(tmp_path) == ["a.md"]
    asyncio.run(asyncio.wait_for(_conversation(tmp_path), 120))
