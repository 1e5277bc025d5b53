"""Where the configuration of a run is."""

import os
from collections.abc import Iterable
from pathlib import Path

from notelint.source.limits import too_deep

FILE = "notelint.toml"


def discover(paths: Iterable[str]) -> Path | None:
    """The nearest notelint.toml or pyproject.toml with [tool.notelint], upward from what `paths` have in common, up to a folder with .git."""
    start = _common(paths)
    for folder in (start, *start.parents):
        found = _in(folder)
        if found or (folder / ".git").exists():
            return found
    return None


def _common(paths: Iterable[str]) -> Path:
    absolute = [os.path.abspath(path) for path in paths if path != "-"] or [os.getcwd()]
    common = Path(os.path.commonpath(absolute))
    return common if common.is_dir() else common.parent


def _in(folder: Path) -> Path | None:
    own = folder / FILE
    if own.is_file():
        return own
    project = folder / "pyproject.toml"
    if project.is_file() and _has_table(project):
        return project
    return None


def _has_table(project: Path) -> bool:
    try:
        data = project.read_bytes()
    except OSError:
        return False
    if b"notelint" not in data:
        return False
    import tomllib  # noqa: PLC0415 - a run without a configuration file need not wait for it

    text = data.decode("utf-8", "replace")
    try:
        tool = tomllib.loads(text).get("tool") if too_deep(text) is None else None
    except (ValueError, RecursionError):
        tool = None
    return "notelint" in tool if isinstance(tool, dict) else "[tool.notelint" in text
