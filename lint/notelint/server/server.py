"""The language server: requests of an editor, answered from the folders that are open in it."""

import asyncio
from collections.abc import Iterator

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from notelint import __version__
from notelint.config import ConfigError
from notelint.reference import PackError
from notelint.server import messages
from notelint.server.workspace import Workspace

_DELAY = 0.05
"""Seconds without a key stroke after which a note is read again."""


class Server(LanguageServer):
    """Folders, what was last shown of their notes, and the texts that wait to be read."""

    def __init__(self) -> None:
        super().__init__("notelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.folders: list[Workspace] = []
        self._shown: dict[str, list[types.Diagnostic]] = {}
        self._waiting: dict[str, str] = {}
        self._timer: asyncio.TimerHandle | None = None

    def open(self, uri: str) -> None:
        """Take in a folder; what is wrong with its settings is shown to the user."""
        folder = to_fs_path(uri)
        try:
            if folder:
                self.folders.append(Workspace(folder))
        except (ConfigError, PackError, OSError) as error:
            self._complain(error)

    def reload(self) -> None:
        """Read everything again, since a file has changed."""
        for folder in self.folders:
            try:
                folder.load()
            except (ConfigError, PackError, OSError) as error:
                self._complain(error)
        self.show()

    def find(self, uri: str) -> tuple[Workspace, str] | None:
        """The innermost folder that holds the note, with its path there."""
        file = to_fs_path(uri) or ""
        found = [(folder, path) for folder in self.folders if (path := folder.path(file))]
        return max(found, key=lambda pair: len(pair[0].folder), default=None)

    def wait(self, uri: str, text: str) -> None:
        """Read the text once nothing more is typed."""
        self._waiting[uri] = text
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_DELAY, self.show)

    def settle(self) -> None:
        """Read what waits."""
        for uri, text in self._waiting.items():
            if found := self.find(uri):
                found[0].edit(found[1], text)
        self._waiting.clear()

    def show(self) -> None:
        """Send the diagnostics of the notes for which they have changed."""
        self.settle()
        new = {uri: found for folder in self.folders for uri, found in self._diagnostics(folder)}
        for uri in self._shown.keys() | new.keys():
            found = new.get(uri, [])
            if found != self._shown.get(uri, []):
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
        self._shown = {uri: found for uri, found in new.items() if found}

    def _diagnostics(self, folder: Workspace) -> Iterator[tuple[str, list[types.Diagnostic]]]:
        for path, found in folder.diagnostics().items():
            if self.find(uri := messages.uri_of(folder, path)) == (folder, path):
                yield uri, [messages.diagnostic(folder, one) for one in found]

    def _complain(self, error: Exception) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"notelint: {error}"))


def make_server() -> Server:
    """A server that nobody is connected to yet."""
    server = Server()

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, params: types.InitializedParams) -> None:
        for uri in ls.workspace.folders or ([ls.workspace.root_uri] if ls.workspace.root_uri else []):
            ls.open(uri)
        ls.show()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.wait(params.text_document.uri, params.text_document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.wait(uri, ls.workspace.get_text_document(uri).source)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.settle()
        if found := ls.find(params.text_document.uri):
            found[0].close(found[1])
        ls.show()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        ls.reload()

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        ls.settle()
        found = ls.find(params.text_document.uri)
        return list(messages.actions(*found, params.range)) if found else []

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        ls.settle()
        found = ls.find(params.text_document.uri)
        return messages.hover(*found, params.position) if found and found[1] in found[0].live.results else None

    return server
