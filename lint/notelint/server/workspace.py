"""One folder that is open in an editor: its notes, saved or not."""

import os
from dataclasses import replace
from pathlib import Path

from notelint.config import discover, load
from notelint.diagnostic import Diagnostic
from notelint.engine.incremental.live import Live
from notelint.engine.run.files import EXTENSIONS, collect, excluded
from notelint.engine.run.read import read_notes
from notelint.reference import load_reference
from notelint.source import Texts
from notelint.source.boundary import boundary_around


class Workspace:
    """Paths of notes start at `folder`. Raises ConfigError and PackError for settings and packs that cannot be used."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self.texts = Texts(base=self.folder)
        self.load()

    def load(self) -> None:
        """Read the configuration, the packs and all notes; text that is not saved is kept."""
        found = discover([self.folder])
        root = found.parent if found else Path(self.folder)
        config = load(found, root)
        self.config = replace(config, base=self.folder, boundary=boundary_around(root, [self.folder]))
        self.live = Live(self.config, load_reference(self.config))
        files = [os.path.relpath(path, self.folder).replace(os.sep, "/") for path in collect([self.folder], self.config).files]
        self.live.take(read_notes(files, self.config, self.live.reference, outlined=False))
        for path, data in self.texts.held.items():
            self.live.put(path, data)

    def path(self, file: str) -> str | None:
        """The path of a note of this folder; None for a file that is none, or is excluded."""
        below = os.path.relpath(os.path.realpath(file), self.folder).replace(os.sep, "/")
        is_note = below.lower().endswith(EXTENSIONS) and not below.startswith("../")
        return below if is_note and not excluded(os.path.join(self.folder, below), self.config) else None

    def edit(self, path: str, text: str) -> None:
        """The text of a note that is open, saved or not."""
        data = text.encode("utf-8", "replace")
        self.texts.held[path] = data
        self.live.put(path, data)

    def close(self, path: str) -> None:
        """The editor has closed the note: what counts is what is saved."""
        self.texts.held.pop(path, None)
        try:
            self.live.put(path, self.texts.read(path))
        except OSError:
            self.live.drop(path)

    def diagnostics(self) -> dict[str, list[Diagnostic]]:
        """Path -> what is wrong in the note, for all notes of the folder."""
        found: dict[str, list[Diagnostic]] = {path: [] for path in self.live.results}
        for one in self.live.diagnostics():
            found.setdefault(one.place.path, []).append(one)
        return found
