"""Reading the notes of a command."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from notelint.cli.setup import fail, progress_bar
from notelint.config import Config
from notelint.engine import Collected, NoteResult, analyse_bytes, collect, read_notes
from notelint.reference import Reference, load_reference
from notelint.source import Texts


@dataclass
class Reading:
    """All notes of a run, analysed; `stdin` is the path under which standard input goes, if it was read."""

    config: Config
    reference: Reference
    collected: Collected
    results: dict[str, NoteResult]
    texts: Texts
    stdin: str | None = None


def read(paths: Sequence[str], config: Config, stdin_filename: str | None = None) -> Reading:
    """Read the notes at `paths` (files and folders; - for standard input); ends the run when a path does not exist."""
    data = sys.stdin.buffer.read() if "-" in paths else None
    collected = collect([path for path in paths if path != "-"], config)
    if collected.missing:
        fail("\n".join(f"{path}: no such file or folder" for path in collected.missing))
    stdin = (stdin_filename or "<stdin>").replace(os.sep, "/") if data is not None else None
    reference = load_reference(config)
    with progress_bar("Reading") as progress:
        results = read_notes((path for path in collected.files if path != stdin), reference, progress)
    texts = Texts()
    if stdin is not None and data is not None:
        texts.held[stdin] = data
        results[stdin] = analyse_bytes(stdin, data, reference)
    if not results:
        click.echo(f"notelint: Nothing was checked, because {_reason(paths, collected)}.", err=True)
    return Reading(config, reference, collected, results, texts, stdin)


def _reason(paths: Sequence[str], collected: Collected) -> str:
    if collected.other:
        return f"{', '.join(collected.other[:3])} is no Markdown file (.md, .markdown)"
    if collected.excluded:
        return f"{', '.join(collected.excluded[:3])} is excluded by the configuration or by default"
    return f"there is no Markdown file (.md, .markdown) in {', '.join(paths)}"
