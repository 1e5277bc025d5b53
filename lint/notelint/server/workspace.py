"""One folder that is open in an editor: its notes, saved or not."""

import operator
import os
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path
from pygls.workspace import PositionCodec

from notelint.config import Config, discover, load
from notelint.diagnostic import Diagnostic
from notelint.engine.history.baseline import load_baseline
from notelint.engine.history.baseline_file import FILE, find_baseline
from notelint.engine.history.baseline_match import KnownFindings
from notelint.engine.incremental.live import Live
from notelint.engine.run.files import EXTENSIONS, collect, excluded
from notelint.engine.run.read import Progress, read_notes
from notelint.engine.run.result import NoteResult
from notelint.engine.run.work import ENOUGH
from notelint.engine.store.cache import Cache
from notelint.engine.store.context import context_of
from notelint.engine.store.ownership import database_path
from notelint.packs.folders import pack_files
from notelint.reference import Reference, fingerprint, load_reference, packs_of
from notelint.server.positions import to_range
from notelint.source import Place, Source, Texts
from notelint.source.boundary import boundary_around


class Workspace:
    """The notes of a folder as the editor has them. Paths of notes start at `folder`.

    `alone`: only the notes that are open in the editor are looked at, since the folder itself is not.
    """

    def __init__(self, folder: str, codec: PositionCodec | None = None, *, alone: bool = False) -> None:
        self.folder = os.path.realpath(folder)
        self.alone = alone
        self.codec = codec or PositionCodec()
        self.texts = Texts(base=self.folder)
        self.load()

    def load(self) -> None:
        """Read the configuration, the packs and the baseline; no note is known then but those that are open. Raises ConfigError, PackError and OSError."""
        found = discover([self.folder])
        root = found.parent if found else Path(self.folder)
        config = load(found, root)
        self.stamps = self._stamps(config)
        self.use(replace(config, base=self.folder, boundary=boundary_around(root, [self.folder])))

    def use(self, config: Config) -> None:
        """Start anew with these settings."""
        self.live = Live(config, load_reference(config))
        self.config = config
        self.is_read = False
        self._known: KnownFindings | None = None
        self._known_of: set[str] = set()
        self._told: dict[str, tuple[list[Diagnostic], list[Diagnostic]]] = {}
        for path, data in self.texts.held.items():
            self.live.put(path, data)

    @property
    def reference(self) -> Reference:
        """What the packs know."""
        return self.live.reference

    def files(self) -> list[str]:
        """Paths of the notes that are in the folder now."""
        if self.alone:
            return []
        return [self._below(path) for path in collect([self.folder], self.config).files]

    def read(self, progress: Progress) -> dict[str, NoteResult]:
        """All notes of the folder as they are saved. May be called in another thread, since nothing of the folder changes; a cache that `notelint check` has made is used."""
        with closing(self._cache()) as cache:
            return read_notes(self.files(), self.config, self.reference, cache, progress, outlined=False)

    def is_large(self) -> bool:
        """Whether it takes seconds to read the notes."""
        sizes = (_stat(Path(self.folder, path)) for path in self.files())
        return sum(stat.st_size for stat in sizes if stat) >= ENOUGH

    def take(self, results: dict[str, NoteResult]) -> None:
        """Notes as they were read; what is open in the editor counts more."""
        self.live.take({path: result for path, result in results.items() if path not in self.texts.held})
        self.is_read = True

    def path(self, file: str) -> str | None:
        """The path of a note of this folder; None for a file that is none, or is excluded."""
        below = self._below(os.path.realpath(file))
        is_note = below.lower().endswith(EXTENSIONS) and not below.startswith("../")
        return below if is_note and not excluded(os.path.join(self.folder, below), self.config) else None

    def edit(self, path: str, text: str) -> None:
        """The text of a note that is open, saved or not."""
        data = self.texts.held[path] = text.encode("utf-8", "replace")
        self.live.put(path, data)

    def close(self, path: str) -> None:
        """The editor has closed the note: what counts is what is saved."""
        self.texts.held.pop(path, None)
        if path in self.files():
            self.refresh(path)
        else:
            self.live.drop(path)

    def refresh(self, path: str) -> None:
        """The file of a note was written or deleted; what is open in the editor counts more."""
        if path in self.texts.held or (path not in self.live.results and path not in self.files()):
            return
        try:
            self.live.put(path, self.texts.read(path))
        except OSError:
            self.live.drop(path)

    def diagnostics(self) -> dict[str, list[Diagnostic]]:
        """Path -> what is wrong in the note, less what the baseline knows, for all notes of the folder. A list is the same object as long as nothing in it changes."""
        raw: dict[str, list[Diagnostic]] = {path: [] for path in self.live.results}
        for one in self.live.diagnostics():
            raw.setdefault(one.place.path, []).append(one)
        known = self._baseline()
        before, self._told = self._told, {}
        for path, found in raw.items():
            told = before.get(path)
            if told is None or not _are_same(told[0], found):
                told = (found, known.compared(path, found, self.source(path))[0] if known else found)
            self._told[path] = told
        return {path: new for path, (_, new) in self._told.items()}

    def is_outdated(self) -> bool:
        """Whether the settings, the project's own pack or the baseline have changed since they were read."""
        found = discover([self.folder])
        return found != self.config.path or self.stamps != self._stamps(self.config)

    def uri(self, path: str) -> str:
        """The address of a note, or of another file of the folder."""
        return from_fs_path(os.path.join(self.folder, path)) or ""

    def source(self, path: str) -> Source | None:
        """The text of a note as it is in the editor."""
        return self.texts.source(path)

    def range(self, place: Place) -> types.Range:
        """Where the place is in the text as it is now."""
        return to_range(place, self.source(place.path), self.codec)

    def location(self, place: Place) -> types.Location:
        """The place with the address of its note."""
        return types.Location(self.uri(place.path), self.range(place))

    def _baseline(self) -> KnownFindings | None:
        """What the baseline knows of the notes, where there is one."""
        path = find_baseline(self.config.root)
        if path is None:
            return None
        if self._known is None or self._known_of != self.live.results.keys():
            self.config.boundary.check_file(path)
            self._known = KnownFindings(load_baseline(path, self.folder), self.live.results, self.texts)
            self._known_of = set(self.live.results)
            self._told = {}
        return self._known

    def _cache(self) -> Cache:
        if not database_path(self.config.root).exists():
            return Cache(None)
        return Cache(self.config.root, context_of(self.config, fingerprint(packs_of(self.config))))

    def _stamps(self, config: Config) -> dict[str, tuple[int, int]]:
        """Of each file that settings are read from, its size and the time of its last change."""
        own = config.folder(config.options.schema)
        files: Iterable[Path] = (*([config.path] if config.path else []), config.root / FILE, *pack_files(own))
        return {str(path): (stat.st_size, stat.st_mtime_ns) for path in files if (stat := _stat(path))}

    def _below(self, file: str) -> str:
        return os.path.relpath(file, self.folder).replace(os.sep, "/")


def _stat(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError:
        return None


def _are_same(some: list[Diagnostic], others: list[Diagnostic]) -> bool:
    """Whether they are the same objects. Equal ones may be about a text that has changed."""
    return len(some) == len(others) and all(map(operator.is_, some, others))
