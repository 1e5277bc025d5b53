"""How long an editor waits: a note of 10 KB in a vault of 500 is changed again and again, and the time until its diagnostics come is taken; and what memory the server holds.

    python benchmarks/editing.py [--notes 500] [--edits 100] [--long 1000] [--results benchmarks/EDITING.md]

The server is a process of its own, spoken to as editors do. The delay for which it waits after a key stroke is part of the time. `--long` edits come after that as
quickly as they are answered, for the memory.
"""

import argparse
import asyncio
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median, quantiles

from generator import write_corpus
from lsprotocol import types
from pygls.lsp.client import LanguageClient

_SIZE = 10_000
_SHARES = ((0, "least"), (50, "median"), (75, "three of four"), (95, "19 of 20"), (99, "99 of 100"), (100, "most"))
_WRONG = ("recieved", "definately")
_PATIENCE = 600


class Editor:
    """One note is open, and typed into."""

    def __init__(self, folder: Path) -> None:
        self._client = LanguageClient("benchmark", "1")
        self._folder = folder
        self._note = sorted(folder.rglob("*.md"))[7]
        self.text = _of_size(self._note.read_text(encoding="utf-8"))
        self._version = 1
        self._told: dict[str, list[types.Diagnostic]] = {}
        self._news = asyncio.Event()

        @self._client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self._told[params.uri] = list(params.diagnostics)
            self._news.set()

    async def start(self) -> float:
        """Seconds until the first diagnostics of the vault are there."""
        began = time.perf_counter()
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
        await self._client.start_io(sys.executable, "-m", "notelint", "server", env=environment)
        root = types.WorkspaceFolder(self._folder.as_uri(), "vault")
        await self._client.initialize_async(types.InitializeParams(types.ClientCapabilities(), workspace_folders=[root]))
        self._client.initialized(types.InitializedParams())
        await self._wait(lambda: bool(self._told))
        took = time.perf_counter() - began
        document = types.TextDocumentItem(self._note.as_uri(), "markdown", 1, self.text)
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return took

    async def type(self, number: int) -> float:
        """Type an item with another wrong word than the last one, and wait until it is told of: in seconds."""
        word = _WRONG[number % 2]
        line = f"- {number} was {word} seen, and AWS Lambda has a timeout of {number % 14 + 1} minutes\n"
        self._version += 1
        version = types.VersionedTextDocumentIdentifier(self._version, self._note.as_uri())
        change = types.TextDocumentContentChangeWholeDocument(f"{self.text}\n{line}")
        began = time.perf_counter()
        self._news.clear()
        self._client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))
        await self._wait(lambda: any(word in one.message for one in self._told.get(self._note.as_uri(), ())))
        return time.perf_counter() - began

    async def stop(self) -> None:
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await self._client.stop()

    def memory(self) -> float:
        """Megabytes that the server holds."""
        return next(int(line.split()[1]) for line in self._proc("status").splitlines() if line.startswith("VmRSS")) / 1024

    def cpu(self) -> float:
        """Seconds of CPU time that the server has taken."""
        user, system = self._proc("stat").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def _proc(self, name: str) -> str:
        process = self._client._server  # noqa: SLF001 - the client has no other way to its process
        assert process is not None
        return Path(f"/proc/{process.pid}/{name}").read_text(encoding="ascii")

    async def _wait(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(_PATIENCE):
            while not is_so():
                self._news.clear()
                await self._news.wait()


def _of_size(text: str) -> str:
    """Whole lines of a text, as often as they are needed."""
    lines = (text * (_SIZE // len(text) + 1)).splitlines(keepends=True)
    found = ""
    while len(found) < _SIZE:
        found += lines.pop(0)
    return found


async def measure(folder: Path, edits: int, long: int) -> list[str]:
    """The lines of the report."""
    editor = Editor(folder)
    first = await editor.start()
    await editor.type(1)
    await editor.type(2)
    before = editor.cpu()
    times = sorted([await editor.type(number) for number in range(3, edits + 3)])
    cpu = (editor.cpu() - before) / edits
    memory = [(0, editor.memory())]
    for number in range(1, long + 1):
        await editor.type(number + 1)
        if number % max(1, long // 5) == 0:
            memory.append((number, editor.memory()))
    await editor.stop()
    points = [times[0], *quantiles(times, n=100, method="inclusive"), times[-1]]
    print(f"median {median(times) * 1000:.0f} ms, CPU {cpu * 1000:.0f} ms, started in {first:.1f} s, memory {memory}", file=sys.stderr)
    return [
        "| share of the edits | milliseconds |",
        "|---|--:|",
        *(f"| {name} | {points[share] * 1000:.0f} |" for share, name in _SHARES),
        f"| mean | {mean(times) * 1000:.0f} |",
        f"\nCPU time of the server for each edit: {cpu * 1000:.0f} ms.",
        f"From the start of the server to the first diagnostics of all notes, without a cache: {first:.1f} s.\n",
        "| further edits | MB held |",
        "|--:|--:|",
        *(f"| {number} | {held:.0f} |" for number, held in memory),
    ]


def machine(load: float) -> str:
    """On what, and how busy that was."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor())
    return f"{datetime.now(UTC).date()}: {os.cpu_count()} x {model}, Python {platform.python_version()}, load at the start {load:.1f}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=500)
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--long", type=int, default=1000)
    parser.add_argument("--results", type=Path, help="write the tables there too")
    arguments = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as place:
        written = write_corpus(Path(place), arguments.notes, 5_700)
        tables = asyncio.run(measure(Path(place).resolve(), arguments.edits, arguments.long))
    report = "\n".join(
        [
            "# Waiting for an editor\n",
            f"Made by `python benchmarks/editing.py` on {machine(load)}\n",
            f"A note of {_SIZE // 1000} KB among {written.files} of {written.bytes / 1e6:.1f} MB, changed {arguments.edits} times: from the change to its diagnostics,",
            "with the 50 ms for which the server waits for more.\n",
            *tables,
            "",
        ]
    )
    if arguments.results:
        arguments.results.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
