"""The language server: the folders that are open in an editor, and what the editor is told of their notes."""

import asyncio
import os
from collections.abc import Collection, Iterable

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from notelint import __version__
from notelint.config import ConfigError
from notelint.engine.run.files import EXTENSIONS
from notelint.reference import PackError
from notelint.server.diagnostics import Published
from notelint.server.loading import read_notes_of
from notelint.server.workspace import Workspace
from notelint.source.boundary import is_below

_DELAY = 0.05
"""Seconds without a key stroke after which a note is read again."""
_MANY = 50
"""Notes that may change at once before the whole folder is read anew: that is done in several processes."""
_TROUBLE = (ConfigError, PackError, OSError)


class Server(LanguageServer):
    """Folders, what was last shown of their notes, and the texts that wait to be read."""

    def __init__(self) -> None:
        super().__init__("notelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.folders: dict[Workspace, Published] = {}
        self._waiting: set[str] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._loading = asyncio.Lock()
        self._complaints: set[str] = set()
        self._failed: set[str] = set()
        """Addresses of folders whose settings could not be used."""

    async def open(self, uris: Iterable[str], *, alone: bool = False) -> None:
        """Take in folders and read their notes; what is wrong with the settings of one is shown to the user."""
        opened = []
        for uri in uris:
            try:
                opened.append(Workspace(to_fs_path(uri) or "", self.workspace.position_codec, alone=alone))
            except _TROUBLE as error:
                self._failed.add(uri)
                self.complain(error)
        for one in opened:
            self.folders[one] = Published(one)
            self._tell_again(one)
        await self._read(opened)

    def folder_around(self, uri: str) -> str | None:
        """The address of the folder of a note that no open folder holds."""
        file = to_fs_path(uri)
        folder = os.path.dirname(os.path.realpath(file)) if file and file.lower().endswith(EXTENSIONS) else ""
        return from_fs_path(folder) if folder and not any(is_below(folder, one.folder) for one in self.folders) else None

    def close(self, uris: Collection[str]) -> None:
        """Let go of folders."""
        closed = {os.path.realpath(to_fs_path(uri) or "") for uri in uris}
        self._failed -= set(uris)
        for folder in [one for one in self.folders if one.folder in closed]:
            self._send(folder, self.folders.pop(folder).forget())
            self._tell_again(folder)
        self.show()

    async def reload(self, folders: Iterable[Workspace]) -> None:
        """Read the settings of folders and all their notes again, and try those again that could not be opened."""
        async with self._loading:
            loaded = []
            for folder in folders:
                self._complaints.clear()
                try:
                    folder.load()
                    loaded.append(folder)
                except _TROUBLE as error:
                    self.complain(error)
        await self._read(loaded)
        failed, self._failed = self._failed, set()
        await self.open(failed)

    async def _read(self, folders: Iterable[Workspace]) -> None:
        for folder in folders:
            async with self._loading:
                await read_notes_of(folder, self)
        self.show()

    def find(self, uri: str) -> tuple[Workspace, str] | None:
        """The innermost folder that holds the note, with its path there."""
        file = to_fs_path(uri) or ""
        found = [(folder, path) for folder in self.folders if (path := folder.path(file))]
        return max(found, key=lambda pair: (not pair[0].alone, len(pair[0].folder)), default=None)

    def note(self, uri: str) -> tuple[Workspace, str] | None:
        """The same with all that was typed so far taken in; None also for a note of which nothing is known."""
        self.settle()
        found = self.find(uri)
        return found if found and found[1] in found[0].live.results else None

    def wait(self, uri: str) -> None:
        """Read the text of the note once nothing more is typed."""
        self._waiting.add(uri)
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_DELAY, self.show)

    def settle(self) -> None:
        """Read what waits."""
        waiting, self._waiting = self._waiting, set()
        for uri in waiting & self.workspace.text_documents.keys():
            if found := self.find(uri):
                found[0].edit(found[1], self.workspace.get_text_document(uri).source)

    def show(self) -> None:
        """Send the diagnostics of the notes for which they have changed."""
        self.settle()
        for folder, published in list(self.folders.items()):
            try:
                if folder.is_read:
                    self._send(folder, self._own(folder, published.changes()))
            except _TROUBLE as error:
                self.complain(error)

    def changed(self, uris: Collection[str]) -> list[Workspace]:
        """Take in files that were written or deleted; returns the folders that are to be read anew, since their settings or very many notes have changed."""
        self.settle()
        notes = [found for uri in uris if (found := self.find(uri))]
        many = len(notes) > _MANY
        for folder, path in () if many else notes:
            folder.refresh(path)
        for folder in self.folders:
            folder.live.forget()  # links may lead to files of all kinds
        concerned = {folder for folder, _ in notes} if many else set()
        return [folder for folder in self.folders if folder in concerned or folder.is_outdated()]

    def _own(self, folder: Workspace, changes: dict[str, list[types.Diagnostic]]) -> dict[str, list[types.Diagnostic]]:
        """Without notes that another folder inside of this one holds."""
        if len(self.folders) == 1:
            return changes
        return {path: found for path, found in changes.items() if (holder := self.find(folder.uri(path))) and holder[0] is folder}

    def _send(self, folder: Workspace, changes: dict[str, list[types.Diagnostic]]) -> None:
        for path, found in changes.items():
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(folder.uri(path), found))

    def _tell_again(self, changed: Workspace) -> None:
        """A folder came or went: what was told of folders around and inside of it may be about the same notes."""
        for folder, published in self.folders.items():
            if folder is not changed and (is_below(changed.folder, folder.folder) or is_below(folder.folder, changed.folder)):
                self._send(folder, published.forget())

    def complain(self, error: Exception) -> None:
        """Show the user what went wrong, once until something is read again: the same may be met at each key stroke."""
        if str(error) in self._complaints:
            return
        self._complaints.add(str(error))
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"notelint: {error}"))
