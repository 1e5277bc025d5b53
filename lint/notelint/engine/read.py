"""Reading notes from disk: from the cache where the text is the same, else anew."""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from notelint.config import Config
from notelint.engine.cache import Cache
from notelint.engine.result import NoteResult, decode_result
from notelint.engine.stamp import stamp_of
from notelint.engine.work import Item, analyse_all
from notelint.reference import Reference

if TYPE_CHECKING:
    from concurrent.futures import Executor

Progress = Callable[[int, int], None]


def read_notes(
    files: Iterable[str],
    config: Config,
    reference: Reference,
    cache: Cache | None = None,
    progress: Progress | None = None,
    executor: "Executor | None" = None,
) -> dict[str, NoteResult]:
    """Results by path, in order of the paths."""
    cache = cache or Cache(None)
    paths = list(files)
    known = cache.notes()
    results: dict[str, NoteResult] = {}
    fresh: list[tuple[str, bytes, str, bytes]] = []
    todo: list[Item] = []
    stamps: dict[str, tuple[bytes, str]] = {}
    for path in paths:
        stamp = stamp_of(path)
        digest, old_stamp, encoded = known.get(path, (b"", "", b""))
        if stamp and stamp == old_stamp and (result := decode_result(encoded)):
            results[path] = result
            continue
        with open(path, "rb") as handle:
            data = handle.read()
        new_digest = blake2b(data, digest_size=16).digest()
        if digest == new_digest and (result := decode_result(encoded)):
            results[path] = result
            fresh.append((path, digest, stamp, encoded))
            continue
        stamps[path] = (new_digest, stamp)
        todo.append((path, data))
    for done, (path, encoded) in enumerate(analyse_all(todo, config, reference, executor), 1):
        result = decode_result(encoded)
        assert result is not None
        results[path] = result
        if result.is_sound:
            fresh.append((path, *stamps[path], encoded))
        if progress:
            progress(done, len(todo))
    cache.keep_notes(fresh)
    return {path: results[path] for path in paths}
