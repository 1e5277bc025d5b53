"""The Python API: what the commands `check`, `facts` and `coverage` do, as functions that return objects and print nothing.

Import the functions from `notelint`. Names of options are those of the configuration file with underscores; None leaves a setting as it is there.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from notelint.config import Config, ConfigError, discover, load
from notelint.coverage import Coverage, measure
from notelint.diagnostic import Diagnostic
from notelint.engine.run.analyse import misnamed
from notelint.engine.run.files import collect
from notelint.engine.run.read import read_notes
from notelint.engine.run.result import NoteResult
from notelint.engine.run.run import check as check_results
from notelint.notes.judged import Judged, judged
from notelint.reference import Reference, load_reference
from notelint.source.boundary import boundary_around

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def check(paths: Paths = ".", *, config: str | os.PathLike[str] | None = None, **settings: Any) -> list[Diagnostic]:
    """What is wrong in the notes at `paths` (files and folders), in order of path and place.

    `config` is the configuration file, by default the one that `notelint check` would find; `settings` override what it says, as in
    `check("notes", select=("facts",), as_of=date(2025, 6, 30))`. No baseline is used and nothing is cached. Raises ConfigError for settings that cannot be
    used, PackError for packs that cannot be read, and FileNotFoundError for a path that does not exist.
    """
    options, reference, results = _read(paths, config, settings, outlined=False)
    return check_results(results, options, reference, base=os.getcwd()).diagnostics


def facts(paths: Paths = ".", *, config: str | os.PathLike[str] | None = None, **settings: Any) -> list[Judged]:
    """The claims and expansions of the notes at `paths`, each with how it compares with the canonical values; arguments and errors are those of `check`."""
    _, reference, results = _read(paths, config, settings, outlined=False)
    return list(judged((result.facts for result in results.values()), reference))


def exam_coverage(paths: Paths = ".", *, config: str | os.PathLike[str] | None = None, **settings: Any) -> list[Coverage]:
    """How much of each configured exam the notes at `paths` cover; arguments and errors are those of `check`.

    Raises ConfigError where no exam is set, in the configuration or as in `exam_coverage("notes", exam="mls-c01")`.
    """
    options, reference, results = _read(paths, config, settings, outlined=True)
    if not options.options.exam:
        raise ConfigError('no exam is set: pass exam="ID"')
    notes = [result.facts for result in results.values()]
    return [measure(notes, reference.blueprints[exam], reference) for exam in dict.fromkeys(options.options.exam)]


def _read(
    paths: Paths, config: str | os.PathLike[str] | None, settings: dict[str, Any], *, outlined: bool
) -> tuple[Config, Reference, dict[str, NoteResult]]:
    given = [os.fspath(paths)] if isinstance(paths, str | os.PathLike) else [os.fspath(path) for path in paths]
    options = _config(given, Path(config) if config is not None else discover(given), settings)
    collected = collect(given, options)
    if collected.missing:
        raise FileNotFoundError(f"no such file or folder: {', '.join(collected.missing)}")
    reference = load_reference(options)
    results = read_notes(collected.files, options, reference, outlined=outlined)
    return options, reference, results | {path: misnamed(path) for path in collected.misnamed}


def _config(paths: Sequence[str], found: Path | None, settings: dict[str, Any]) -> Config:
    root = found.parent if found else Path(os.path.commonpath([os.path.abspath(path) for path in paths or ["."]]))
    loaded = load(found, root if root.is_dir() else root.parent)
    known = set(vars(loaded.options))
    for name in settings:
        if name not in known:
            raise ConfigError(f"unknown setting {name!r}; known are {', '.join(sorted(known))}")
    lists = {
        name: (value,) if isinstance(value, str) and isinstance(getattr(loaded.options, name), tuple) else value
        for name, value in settings.items()
    }
    return replace(loaded.override(**lists), boundary=boundary_around(loaded.root, paths))


__all__ = ["Coverage", "Diagnostic", "Judged", "check", "exam_coverage", "facts"]
