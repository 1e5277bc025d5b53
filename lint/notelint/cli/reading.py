"""The notes of a command: which there are, and, when they are asked for, their results."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import click

from notelint.cli.output import say
from notelint.cli.setup import fail, progress_bar
from notelint.config import Config
from notelint.engine.run.files import Collected, collect, excluded
from notelint.engine.store.cache import Cache
from notelint.source import Texts
from notelint.source.user_cache import chosen_folder, is_in_checkout

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from notelint.engine.run.result import NoteResult
    from notelint.reference import Reference


@dataclass
class RunInput:
    """`notes` are the paths of a run in order, with `stdin`, the path under which standard input goes, if it was read."""

    config: Config
    collected: Collected
    notes: list[str]
    texts: Texts = field(default_factory=Texts)
    stdin: str | None = None
    use_cache: bool = True
    executor: "Executor | None" = None
    outlined: bool = False
    """Whether the outlines of the notes are wanted."""

    @cached_property
    def context(self) -> str:
        """Names what the results depend on beside the texts."""
        from notelint.engine.store.context import context_of

        return context_of(self.config, self._packs)

    @cached_property
    def cache(self) -> Cache:
        """What earlier runs found out."""
        cache = Cache(self.config.root if self.use_cache else None, self.context)
        chosen = chosen_folder()
        if chosen and is_in_checkout(chosen):
            say(f"NOTELINT_CACHE_DIR: {chosen} is in the checkout, where a pull request can put files, and is not used")
        click.get_current_context().call_on_close(lambda: _close(cache))
        return cache

    @cached_property
    def reference(self) -> "Reference":
        """The packs of the run."""
        from notelint.reference import load_reference

        return load_reference(self.config, self._packs)

    @cached_property
    def _packs(self) -> str:
        """The fingerprint of the packs."""
        from notelint.reference import fingerprint, packs_of

        return fingerprint(packs_of(self.config))

    @cached_property
    def results(self) -> "dict[str, NoteResult]":
        """All notes, analysed."""
        from notelint.engine.run.analyse import analyse_bytes, misnamed, outside

        results = self.read([path for path in self.collected.files if path != self.stdin])
        results |= {path: misnamed(path) for path in self.collected.misnamed}
        results |= {path: outside(path) for path in self.collected.outside}
        if self.stdin is not None and self.stdin in self.notes:
            results[self.stdin] = analyse_bytes(self.stdin, self.texts.read(self.stdin), self.reference)
        return results

    def read(self, files: Sequence[str]) -> "dict[str, NoteResult]":
        """Some of the notes, analysed."""
        from notelint.engine.run.read import read_notes

        with progress_bar("Reading") as progress:
            return read_notes(files, self.config, self.reference, self.cache, progress, self.executor, outlined=self.outlined)


def read(
    paths: Sequence[str],
    config: Config,
    stdin_filename: str | None = None,
    *,
    use_cache: bool = True,
    executor: "Executor | None" = None,
    outlined: bool = False,
) -> RunInput:
    """The notes at `paths` (files and folders; - for standard input); ends the run when a path does not exist."""
    data = sys.stdin.buffer.read() if "-" in paths else None
    collected = collect([path for path in paths if path != "-"], config)
    if collected.missing:
        fail("\n".join(f"{path}: no such file or folder" for path in collected.missing))
    stdin = (stdin_filename or "<stdin>").replace(os.sep, "/") if data is not None else None
    if stdin and stdin_filename and excluded(stdin_filename, config):
        collected.excluded.append(stdin)
    files = sorted([*collected.files, *collected.misnamed, *collected.outside])
    notes = [path for path in files if path != stdin] + ([stdin] if stdin and stdin not in collected.excluded else [])
    texts = Texts({stdin: data} if stdin is not None and data is not None else None)
    texts.held |= dict.fromkeys(collected.outside, b"")
    for path in collected.unreadable:
        say(f"{path} cannot be read; it is passed over")
    if not notes:
        say(f"Nothing was checked, because {_reason(paths, collected)}.")
    return RunInput(config, collected, notes, texts, stdin, use_cache, executor, outlined)


def _close(cache: Cache) -> None:
    cache.close()
    if cache.remark:
        say(f"{cache.remark}")


def _reason(paths: Sequence[str], collected: Collected) -> str:
    if collected.other:
        return f"{', '.join(collected.other[:3])} is no Markdown file (.md, .markdown, .mdx)"
    if collected.excluded:
        return f"{', '.join(collected.excluded[:3])} is excluded by the configuration or by default"
    if collected.ignored:
        return f"{', '.join(collected.ignored[:3])} is ignored by .gitignore; --no-gitignore reads it"
    return f"there is no Markdown file (.md, .markdown, .mdx) in {', '.join('this folder' if path == '.' else path for path in paths)}"
