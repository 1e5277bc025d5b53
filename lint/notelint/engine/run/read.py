"""Reading notes from disk: from the cache where the text is the same, else anew."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from notelint.config import Config
from notelint.engine.run.result import NoteResult, decode_result
from notelint.engine.run.task import Task
from notelint.engine.run.work import analyse_all
from notelint.engine.store.cache import AT_ONCE, Cache
from notelint.engine.store.stamp import stamp_of
from notelint.notes import Facts
from notelint.reference import Reference
from notelint.rules import unread_note
from notelint.source.digest import blake2b

if TYPE_CHECKING:
    from concurrent.futures import Executor

_WRITTEN_AT_ONCE = 100
"""Results that are written to the cache together, while others are made."""
Progress = Callable[[int, int], None]


def read_notes(
    files: Iterable[str],
    config: Config,
    reference: Reference,
    cache: Cache | None = None,
    progress: Progress | None = None,
    executor: "Executor | None" = None,
    *,
    outlined: bool = True,
) -> dict[str, NoteResult]:
    """Results by path, in order of the paths; with outlines if they are wanted."""
    reading = _Reading(cache or Cache(None), config.base, outlined=outlined)
    paths = list(files)
    todo = [(path, _size(os.path.join(config.base, path))) for path in reading.recall(paths)]
    for done, (path, encoded) in enumerate(analyse_all(todo, reading.load, Task(config, outlined), reference, executor), 1):
        reading.take(path, encoded)
        if progress:
            progress(done, len(todo))
    reading.keep()
    return {path: reading.results[path] for path in paths}


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


class _Reading:
    """One pass over the notes: what is known of them, what is found out, and what of that the cache has not got yet."""

    def __init__(self, cache: Cache, base: str, *, outlined: bool) -> None:
        self._base = base
        self._outlined = outlined
        self.results: dict[str, NoteResult] = {}
        self._cache = cache
        self._fresh: list[tuple[str, bytes, str, bytes]] = []
        self._stamps: dict[str, str] = {}
        self._digests: dict[str, bytes] = {}
        self._failures: dict[str, OSError] = {}
        """Notes that cannot be read, or vanished since they were listed: they are told as findings."""

    def recall(self, paths: Sequence[str]) -> Iterator[str]:
        """Take from the cache the results for all files that are the same; yields the others."""
        for first in range(0, len(paths), AT_ONCE):
            some = paths[first : first + AT_ONCE]
            known = self._cache.notes(some)
            yield from (path for path in some if not self._is_known(path, *known.get(path, (b"", "", b""))))

    def _is_known(self, path: str, digest: bytes, old_stamp: str, encoded: bytes) -> bool:
        """Whether the file is the one that the result was made from, by its stamp or else by its content."""
        stamp = self._stamps[path] = stamp_of(os.path.join(self._base, path))
        if not encoded:
            return False
        settled = bool(stamp) and stamp == old_stamp
        if not settled:
            self.load(path)
            if self._digests[path] != digest:
                return False
        result = decode_result(encoded)
        if result is None or (self._outlined and not result.facts.outlined):
            return False
        self.results[path] = result
        if not settled:
            self._fresh.append((path, digest, stamp, encoded))
        return True

    def load(self, path: str) -> bytes:
        """The bytes of the file as they are now."""
        try:
            with open(os.path.join(self._base, path), "rb") as handle:
                data = handle.read()
        except OSError as error:
            self._failures[path] = error
            data = b""
        self._digests[path] = blake2b(data, digest_size=16).digest()
        return data

    def take(self, path: str, encoded: bytes) -> None:
        """A new result; what failed is not kept, for it may go well another time."""
        result = decode_result(encoded)
        assert result is not None
        if path in self._failures:
            error = self._failures[path]
            message = f"cannot be read: {error.strerror or error}"
            result = NoteResult(Facts(path, partial=True), ((unread_note.ID, unread_note.unread(path, message)),))
        self.results[path] = result
        if result.is_sound:
            self._fresh.append((path, self._digests[path], self._stamps[path], encoded))
        if len(self._fresh) >= _WRITTEN_AT_ONCE:
            self.keep()

    def keep(self) -> None:
        """Write what is new to the cache."""
        self._cache.keep_notes(self._fresh)
        self._fresh = []
