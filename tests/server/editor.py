"""An editor that speaks to `notelint server` over standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from tests.engine.tea import CONFIG, PACK
from tests.scratch import Scratch

_PATIENCE = 90
"""Seconds that the server may take on a busy machine."""


def _converter() -> Any:
    """That of lsprotocol takes every code action that has a command for a bare command."""
    converter = default_converter()  # type: ignore[no-untyped-call]

    def action(data: Any, _: type) -> Any:
        return converter.structure(data, types.Command if isinstance(data.get("command"), str) else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, action)
    return converter


class Editor:
    """`shown` are the diagnostics by address, `applied` the changes that the server asked for, `told` its messages, `progress` what its progress bars say."""

    def __init__(self, *roots: Path) -> None:
        self.roots = [root.resolve() for root in roots]
        self.client = LanguageClient("tests", "1", converter_factory=_converter)
        self.shown: dict[str, list[types.Diagnostic]] = {}
        self.applied: list[types.WorkspaceEdit] = []
        self.told: list[str] = []
        self.progress: list[Any] = []
        self.registered: list[types.Registration] = []
        self._news = asyncio.Event()
        self._versions: dict[str, int] = {}
        self._listen()

    def _listen(self) -> None:
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.shown[params.uri] = list(params.diagnostics)
            self._news.set()

        @self.client.feature(types.WORKSPACE_APPLY_EDIT)  # type: ignore[untyped-decorator]
        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.applied.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        @self.client.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)  # type: ignore[untyped-decorator]
        def create(params: types.WorkDoneProgressCreateParams) -> None:
            self.progress.append(params.token)

        @self.client.feature(types.PROGRESS)  # type: ignore[untyped-decorator]
        def progress(params: types.ProgressParams) -> None:
            self.progress.append(params.value)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def message(params: types.ShowMessageParams) -> None:
            self.told.append(params.message)
            self._news.set()

    async def start(self, encoding: str = "utf-16", port: int | None = None) -> types.InitializeResult:
        if port is None:
            await self.client.start_io(sys.executable, "-m", "notelint", "server", cwd=self.roots[0] if self.roots else None)
        else:
            await self._connect(port)
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=[encoding]),
            window=types.WindowClientCapabilities(work_done_progress=True),
            workspace=types.WorkspaceClientCapabilities(
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
            ),
            text_document=types.TextDocumentClientCapabilities(rename=types.RenameClientCapabilities(prepare_support=True)),
        )
        folders = [types.WorkspaceFolder(root.as_uri(), root.name) for root in self.roots]
        result = await self.client.initialize_async(types.InitializeParams(capabilities, workspace_folders=folders))
        self.client.initialized(types.InitializedParams())
        return result

    async def _connect(self, port: int) -> None:
        """Once the server listens."""
        async with asyncio.timeout(_PATIENCE):
            while True:
                try:
                    await self.client.start_tcp("127.0.0.1", port)
                except OSError:
                    await asyncio.sleep(0.1)
                else:
                    return

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]

    def uri(self, name: str) -> str:
        return (self.roots[0] / name).as_uri()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str | None = None) -> None:
        uri = self.uri(name)
        self._versions[uri] = 1
        text = (self.roots[0] / name).read_text(encoding="utf-8") if text is None else text
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, text)))

    def type(self, name: str, text: str, where: types.Range | None = None) -> None:
        """Put a text in the place of a range, or of everything."""
        uri = self.uri(name)
        self._versions[uri] += 1
        change = types.TextDocumentContentChangePartial(where, text) if where else types.TextDocumentContentChangeWholeDocument(text)
        version = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))

    def save(self, name: str, text: str) -> None:
        (self.roots[0] / name).write_text(text, encoding="utf-8")
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.document(name)))

    def changed(self, *names: str) -> None:
        """What an editor says of files that something else has changed."""
        changes = [types.FileEvent(self.uri(name), types.FileChangeType.Changed) for name in names]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))

    def codes(self, name: str) -> list[object]:
        return [one.code for one in self.shown.get(self.uri(name), [])]

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what the server sends until that is so."""
        try:
            async with asyncio.timeout(_PATIENCE):
                while not is_so():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            shown = {uri: [one.message for one in found] for uri, found in self.shown.items()}
            raise AssertionError(f"never so; shown are {shown}, told was {self.told}") from None

    async def until_codes(self, name: str, *codes: str) -> None:
        await self.until(lambda: self.codes(name) == list(codes))


def converse(editor: Editor, conversation: Callable[[Editor], Awaitable[None]], encoding: str = "utf-16", port: int | None = None) -> None:
    """Start a server, or find the one at a port, talk to it, and end it."""

    async def whole() -> None:
        await editor.start(encoding, port)
        try:
            await conversation(editor)
        finally:
            await editor.stop()

    asyncio.run(asyncio.wait_for(whole(), 2 * _PATIENCE))


def tea_folder(folder: Path, **notes: str) -> Scratch:
    """A folder with the pack on tea and some notes; `a` is the text of a.md."""
    scratch = Scratch(folder)
    scratch.write("notelint.toml", CONFIG)
    for name, text in PACK.items():
        scratch.write(name, text)
    for name, text in notes.items():
        scratch.write(f"{name}.md", text)
    return scratch


def at(text: str, words: str, offset: int = 0) -> types.Position:
    """The position of words in a text without wide characters."""
    before = text[: text.index(words) + offset]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


def edited(text: str, edits: Sequence[Any]) -> str:
    """A text of narrow characters with the edits of the protocol made."""
    lines = [0]
    for line in text.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start = lines[edit.range.start.line] + edit.range.start.character
        end = lines[edit.range.end.line] + edit.range.end.character
        text = text[:start] + edit.new_text + text[end:]
    return text
