"""The files around the notes, as links see them."""

import os
from enum import StrEnum
from functools import cached_property
from unicodedata import normalize

from notelint.source.folder_fingerprint import Witness, look_into, read_file, seen_below
from notelint.source.walk import is_visible, walk


class TreeEntry(StrEnum):
    """What a link target turned out to be."""

    FILE = "file"
    FOLDER = "folder"
    MISCASED = "miscased"
    MISSING = "missing"


class Tree:
    """Paths are relative to `base` (the working directory of the run) with "/" between parts; `root` is where links that begin with "/" start.

    Names are compared with case, as GitHub does, on every file system; letters with accents count as the same however they are composed.
    """

    def __init__(self, base: str, root: str | None = None) -> None:
        self.base = os.path.abspath(base)
        self.root = os.path.abspath(root or base)
        self._listings: dict[str, dict[str, str]] = {}
        self._witness: Witness = {}

    def path(self, folder: str, target: str = "") -> str:
        """`target`, seen from `folder`, relative to the base; both may be absolute."""
        full = os.path.normpath(os.path.join(self.base, folder, target))
        if full.startswith(self.base + os.sep):
            return full[len(self.base) + 1 :].replace(os.sep, "/")
        return os.path.relpath(full, self.base).replace(os.sep, "/")

    def is_outside(self, path: str) -> bool:
        """Whether a path leaves the root."""
        return self._outside(os.path.normpath(os.path.join(self.base, path)))

    def folders_above(self, path: str) -> list[str]:
        """Absolute paths of the folders that hold `path`, nearest first, up to the last one below the top of the file system."""
        folder = os.path.dirname(os.path.normpath(os.path.join(self.base, path)))
        folders = []
        while folder != os.path.dirname(folder):
            folders.append(folder)
            folder = os.path.dirname(folder)
        return folders

    def look(self, path: str) -> tuple[TreeEntry, str]:
        """What stands at `path`; for a miscased one, the real path."""
        real: list[str] = []
        folder = self.base
        miscased = False
        for part in (part for part in path.split("/") if part not in ("", ".")):
            if part == "..":
                folder = os.path.dirname(folder)
                real.append(part)
                continue
            names = self._names(folder)
            name = names.get(_key(part)) or names.get(_folded(part))
            if name is None:
                return TreeEntry.MISSING, path
            miscased = miscased or _key(name) != _key(part)
            real.append(name)
            folder = os.path.join(folder, name)
        if miscased:
            return TreeEntry.MISCASED, "/".join(real)
        return (TreeEntry.FOLDER if os.path.isdir(folder) else TreeEntry.FILE), path

    def named(self, name: str) -> tuple[str, ...]:
        """Paths of all files below the root that are called `name`, whatever the case, with or without ".md"."""
        return tuple(self._files.get(_folded(name).removesuffix(".md"), ()))

    def ending(self, *endings: str) -> list[str]:
        """Paths of all files below the root whose names end so, in lower case."""
        return [path for paths in self._files.values() for path in paths if path.lower().endswith(endings)]

    def names(self, folder: str) -> list[str]:
        """What the folder holds, by name; nothing if there is no such folder."""
        return sorted(set(self._names(os.path.normpath(os.path.join(self.base, folder))).values()))

    def read(self, path: str) -> str:
        """The text of a settings file below the root; empty if there is none, or a large one."""
        full = os.path.realpath(os.path.join(self.base, path))
        if self._outside(full) and not self._is_below(full, os.path.realpath(self.root)):
            return ""
        text, key, digest = read_file(full)
        self._witness[key] = digest
        return text

    def witness(self) -> Witness:
        """What was looked at so far, to be compared later."""
        return self._witness

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        key, digest = seen_below(self.root)
        self._witness[key] = digest
        for folder, _, names in walk(self.root, is_visible):
            for name in names:
                found.setdefault(_folded(name).removesuffix(".md"), []).append(self.path(folder, name))
        return found

    def _outside(self, full: str) -> bool:
        return not self._is_below(full, self.root)

    def _is_below(self, full: str, root: str) -> bool:
        return full == root or full.startswith(root.rstrip(os.sep) + os.sep)

    def _names(self, folder: str) -> dict[str, str]:
        if folder not in self._listings:
            names, self._witness[folder] = look_into(folder)
            self._listings[folder] = {_folded(name): name for name in names} | {_key(name): name for name in names}
        return self._listings[folder]


def _key(name: str) -> str:
    return name if name.isascii() else normalize("NFC", name)


def _folded(name: str) -> str:
    return "\0" + _key(name).casefold()
