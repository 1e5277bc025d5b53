"""What git is told to leave out of the repository, by the files called .gitignore."""

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from notelint.source.boundary import checkout_around
from notelint.source.folder_fingerprint import read_file
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

_FILE = ".gitignore"
_STARS = lazy_pattern(r"\*+")
_MOST_STARS = 3
"""Runs of stars in a pattern. The time for a match grows with the length of the path to this power, so that patterns with more are passed over."""
_MOST_LINES = 1000
_LONGEST = 500
"""Characters of a path that is matched; longer ones are not ignored."""

Layer = tuple[str, "GitIgnoreSpec"]
"""A folder with its .gitignore."""


class Gitignore:
    """Holds for what is found below `folder`, with the files called .gitignore there and above it up to the top of the checkout.

    A folder that is itself ignored was asked for all the same: there, only its own files called .gitignore count.
    """

    def __init__(self, folder: str) -> None:
        self._start = os.path.abspath(folder)
        self._layers: dict[str, tuple[Layer, ...]] = {}
        top = checkout_around(self._start)
        layers: tuple[Layer, ...] = ()
        for here in _folders_between(top, self._start):
            layers = () if _is_ignored(layers, here, is_folder=True) else layers + _layer(here)
        self._layers[self._start] = layers if not _is_ignored(layers, self._start, is_folder=True) else ()
        self._layers[self._start] += _layer(self._start)

    def holds(self, path: str, *, is_folder: bool) -> bool:
        """Whether the file or folder at `path` is ignored, given that the folder it is in is not."""
        full = os.path.abspath(path)
        return _is_ignored(self._of(os.path.dirname(full)), full, is_folder=is_folder)

    def _of(self, folder: str) -> tuple[Layer, ...]:
        """What counts in a folder, from the top down; folders are asked for from the top down, too."""
        if folder not in self._layers:
            self._layers[folder] = self._layers.get(os.path.dirname(folder), ()) + _layer(folder)
        return self._layers[folder]


def _folders_between(top: str, folder: str) -> list[str]:
    """Those above `folder`, from `top` down."""
    found = []
    while folder != top:
        folder = os.path.dirname(folder)
        found.append(folder)
    return found[::-1]


def _is_ignored(layers: tuple[Layer, ...], path: str, *, is_folder: bool) -> bool:
    """What the nearest .gitignore says that has a pattern for the path."""
    for folder, patterns in reversed(layers):
        relative = os.path.relpath(path, folder).replace(os.sep, "/") + "/" * is_folder
        verdict = patterns.check_file(relative).include if len(relative) <= _LONGEST else None
        if verdict is not None:
            return verdict
    return False


def _layer(folder: str) -> tuple[Layer, ...]:
    """The folder with its .gitignore, if it has one; git follows no link to one."""
    path = os.path.join(folder, _FILE)
    if os.path.islink(path) or not os.path.isfile(path):
        return ()
    lines = [line for line in read_file(path)[0].splitlines() if line.strip() and not line.startswith("#")]
    spec = _compiled(lines[:_MOST_LINES])
    return ((folder, spec),) if spec else ()


def _compiled(lines: list[str]) -> "GitIgnoreSpec":
    """The patterns of those lines that can be matched, and in reasonable time."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most runs see no .gitignore, and the import takes a while

    patterns: list[GitIgnoreSpecPattern] = []
    for line in lines:
        if len(_STARS.findall(line)) <= _MOST_STARS:
            with suppress(ValueError, re.error):
                patterns += GitIgnoreSpec.from_lines([line]).patterns
    return GitIgnoreSpec(patterns)
