"""Reads the notes of a folder while the editor goes on, and tells it how far that is."""

import asyncio
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from notelint.server.workspace import Workspace


async def read_notes_of(folder: Workspace, server: LanguageServer) -> None:
    """All notes of the folder; a large one is read in another thread, whose work is done in other processes."""
    loop = asyncio.get_running_loop()
    bar = _Bar(server, folder)
    if folder.is_large():
        await bar.begin()

        def progress(done: int, of: int) -> None:
            loop.call_soon_threadsafe(bar.show, done, of)

        results = await asyncio.to_thread(folder.read, progress)
        bar.end()
    else:
        results = folder.read(lambda done, of: None)
    folder.take(results)


class _Bar:
    """The progress bar of an editor that has one."""

    def __init__(self, server: LanguageServer, folder: Workspace) -> None:
        self._server = server
        self._folder = folder
        self._token = str(uuid4())
        self._shown: int | None = None

    async def begin(self) -> None:
        window = self._server.client_capabilities.window
        if not window or not window.work_done_progress:
            return
        try:
            await self._server.work_done_progress.create_async(self._token)
        except JsonRpcException:
            return
        self._shown = 0
        begin = types.WorkDoneProgressBegin("notelint", message=f"reading {self._folder.folder}", percentage=0)
        self._server.work_done_progress.begin(self._token, begin)

    def show(self, done: int, of: int) -> None:
        percent = done * 100 // of
        if self._shown is not None and percent > self._shown:
            self._shown = percent
            self._server.work_done_progress.report(self._token, types.WorkDoneProgressReport(message=f"{done} of {of}", percentage=percent))

    def end(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
