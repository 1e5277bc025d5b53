"""The files around the notes, as links see them."""

import os
from enum import StrEnum
from functools import cached_property


class Found(StrEnum):
    """What a link target turned out to be."""

    FILE = "file"
    FOLDER = "folder"
    MISCASED = "miscased"
    MISSING = "missing"
    OUTSIDE = "outside"


class Tree:
    """Paths are relative to `base` (the working directory of the run) with "/" between parts; `root` is where links that begin with "/" start.

    Names are compared with case, as GitHub does, on every file system.
    """

    def __init__(self, base: str, root: str | None = None) -> None:
        self.base = base
        self.root = root or base
        self._listings: dict[str, dict[str, str]] = {}

    def resolve(self, note: str, target: str) -> str:
        """The path that `target`, written in `note`, means."""
        if target.startswith("/"):
            full = os.path.join(self.root, target.lstrip("/"))
        else:
            full = os.path.join(self.base, os.path.dirname(note), target)
        return os.path.relpath(os.path.normpath(full), self.base).replace(os.sep, "/")

    def look(self, path: str) -> tuple[Found, str]:
        """What stands at `path`; for a miscased one, the real path."""
        real: list[str] = []
        folder = self.base
        parts = [part for part in path.split("/") if part not in ("", ".")]
        miscased = False
        for part in parts:
            if part == "..":
                folder = os.path.dirname(folder)
                real.append(part)
                continue
            names = self._names(folder)
            name = names.get(part) or names.get("\0" + part.lower())
            if name is None:
                return Found.MISSING, path
            miscased = miscased or name != part
            real.append(name)
            folder = os.path.join(folder, name)
        if miscased:
            return Found.MISCASED, "/".join(real)
        return (Found.FOLDER if os.path.isdir(folder) else Found.FILE), path

    def files(self) -> dict[str, list[str]]:
        """File name in lower case, without ".md" -> paths relative to `base` of all files below `root`; for wiki links."""
        return self._files

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for folder, folders, names in os.walk(self.root):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
            for name in sorted(names):
                path = os.path.relpath(os.path.join(folder, name), self.base).replace(os.sep, "/")
                found.setdefault(name.lower().removesuffix(".md"), []).append(path)
        return found

    def _names(self, folder: str) -> dict[str, str]:
        if folder not in self._listings:
            try:
                names = os.listdir(folder)
            except OSError:
                names = []
            exact = {name: name for name in names}
            self._listings[folder] = {"\0" + name.lower(): name for name in names} | exact
        return self._listings[folder]
