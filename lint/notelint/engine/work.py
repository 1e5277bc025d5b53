"""Analysing many notes: in this process, or in those of any executor."""

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from functools import lru_cache

from notelint.config import Config
from notelint.engine.analyse import analyse_bytes
from notelint.engine.result import NoteResult, decode_result, encode
from notelint.reference import Reference, fingerprint, load_reference, packs_of

Item = tuple[str, bytes]
"""Path and bytes of a note."""

ENOUGH = 400_000
"""Bytes from which on starting processes pays (measured in benchmarks/)."""
_BATCH = 150_000


def analyse_all(
    items: Sequence[Item], config: Config, reference: Reference, executor: Executor | None = None
) -> Iterator[tuple[str, NoteResult]]:
    """Results as they are ready; in processes of our own where there is enough to do, unless an executor is given."""
    if executor is not None:
        yield from _spread(items, config, executor)
        return
    workers = min(os.cpu_count() or 1, 8)
    if workers > 1 and len(items) > 1 and sum(len(data) for _, data in items) >= ENOUGH:
        with ProcessPoolExecutor(workers) as pool:
            yield from _spread(items, config, pool)
        return
    for path, data in items:
        yield path, analyse_bytes(path, data, reference)


def _spread(items: Iterable[Item], config: Config, executor: Executor) -> Iterator[tuple[str, NoteResult]]:
    futures = [executor.submit(_analyse_batch, config, batch) for batch in _batches(items)]
    for future in as_completed(futures):
        for path, encoded in future.result():
            result = decode_result(encoded)
            assert result is not None
            yield path, result


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The largest notes first, so that no process is left with one at the end."""
    batch: list[Item] = []
    size = 0
    for item in sorted(items, key=lambda item: -len(item[1])):
        batch.append(item)
        size += len(item[1])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _analyse_batch(config: Config, batch: list[Item]) -> list[tuple[str, bytes]]:
    """In the other process: the reference is loaded there, once, from the same cache."""
    gc.set_threshold(200_000)  # trees of nodes have no cycles worth looking for after each few hundred of them
    reference = _reference(config, fingerprint(packs_of(config)))
    return [(path, encode(analyse_bytes(path, data, reference))) for path, data in batch]


@lru_cache(maxsize=2)
def _reference_for(key: str) -> Reference:
    return load_reference(_CONFIGS[key])


_CONFIGS: dict[str, Config] = {}


def _reference(config: Config, key: str) -> Reference:
    name = f"{key} {config}"
    _CONFIGS[name] = config
    return _reference_for(name)
