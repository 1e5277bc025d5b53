"""Analysing many notes in other processes: our own, or those of any executor."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager

from notelint.config import Config
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import encode
from notelint.engine.run.task import Item, Load, Task
from notelint.reference import Reference, fingerprint, load_reference, packs_of

_BATCH = 60_000
_LAST_BATCH = 10_000
"""Bytes that a process is given at once: fewer towards the end, so that all processes end together."""
_SHARES = 16
"""Batches into which what is left is thought to be parted."""
_SAFE_PATH = "PYTHONSAFEPATH"
_MOST = 256
"""Batches that an executor of unknown size is given ahead."""
_QUICK = 10_000
"""Bytes of a note that takes no time to analyse, and needs most of what is read and compiled on demand."""
_PATIENCE = 60.0
"""Seconds within which an executor elsewhere has to finish a batch, of all that it has."""
Batch = Future[list[tuple[str, bytes]]]


class ExecutorError(Exception):
    """An executor that was asked for cannot analyse notes; the text says why."""


def analyse_elsewhere(
    items: Sequence[Item], load: Load, task: Task, reference: Reference, executor: Executor | None = None
) -> Iterator[tuple[str, bytes]]:
    """Encoded results as they are ready; fewer than items if the processes broke down. Raises ExecutorError where the given executor cannot do it at all."""
    try:
        yield from _given(items, load, task, executor) if executor is not None else _own(items, load, task, reference)
    except (BrokenExecutor, OSError) as error:
        if isinstance(error, OSError) and error.filename is not None:  # a note is gone, which no other process would mend
            raise
        gc.collect()  # most likely there was not enough memory


def _given(items: Sequence[Item], load: Load, task: Task, executor: Executor) -> Iterator[tuple[str, bytes]]:
    try:
        yield from _spread(items, load, task, executor, _MOST, _PATIENCE)
    except (BrokenExecutor, OSError, ExecutorError):
        raise
    except Exception as error:
        if isinstance(error, CancelledError) or type(error).__module__.startswith("distributed"):
            raise BrokenExecutor(f"{type(error).__name__}: {error}") from error
        raise ExecutorError(f"{type(error).__name__}: {error}") from error


def _own(items: Sequence[Item], load: Load, task: Task, reference: Reference) -> Iterator[tuple[str, bytes]]:
    """One note is analysed here: processes that are forked then have what it needed, and need not make it each for itself."""
    workers = min(os.cpu_count() or 1, 8)
    if workers < 2:
        return
    _keep(task.config, fingerprint(packs_of(task.config)), reference)
    first = max((item for item in items if item[1] <= _QUICK), key=lambda item: item[1], default=None)
    if first:
        yield first[0], encode(analyse_bytes(first[0], load(first[0]), reference, outlined=task.outlined))
        items = [item for item in items if item is not first]
    with _safe_path(), ProcessPoolExecutor(workers, _context(), initializer=_prepare_process) as pool:
        try:
            yield from _spread(items, load, task, pool, 4 * workers)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _context() -> multiprocessing.context.BaseContext | None:
    """How processes are started: not by fork while other threads run, since the locks that these hold, such as that of standard input, stay locked in a fork."""
    return multiprocessing.get_context("spawn") if threading.active_count() > 1 else None


@contextmanager
def _safe_path() -> Iterator[None]:
    """Interpreters that are started meanwhile import nothing from the working directory."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def _prepare_process() -> None:
    """Leave interruptions to the run itself, and end with it, even if it is killed; what it had before is there to stay, so cycles are not sought in it."""
    gc.freeze()
    gc.set_threshold(1_000_000)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _spread(
    items: Sequence[Item], load: Load, task: Task, executor: Executor, most: int, patience: float | None = None
) -> Iterator[tuple[str, bytes]]:
    """`most` batches are under way at a time: a run holds the texts and results of these, not of all notes.

    Raises BrokenExecutor when none of them is done within `patience` seconds: machines may freeze or be out of reach without a word.
    """
    key = fingerprint(packs_of(task.config))
    waiting: set[Batch] = set()
    for batch in _batches(items):
        if len(waiting) >= most:
            done, waiting = _some_done(waiting, patience)
            for future in done:
                yield from future.result()
        waiting.add(executor.submit(_analyse_batch, task, key, [(path, load(path)) for path in batch]))
    while waiting:
        done, waiting = _some_done(waiting, patience)
        for future in done:
            yield from future.result()


def _some_done(waiting: set[Batch], patience: float | None) -> tuple[set[Batch], set[Batch]]:
    """Those that are done, at least one, and the others."""
    done, others = wait(waiting, patience, FIRST_COMPLETED)
    if not done:
        for future in others:
            future.cancel()
        raise BrokenExecutor("no answer")
    return done, others


def _batches(items: Sequence[Item]) -> Iterator[list[str]]:
    """Paths, those of the largest notes first, so that no process is left with one at the end."""
    left = sum(size for _, size in items)
    batch: list[str] = []
    total = 0
    for path, size in sorted(items, key=lambda item: -item[1]):
        batch.append(path)
        total += size
        if total >= min(_BATCH, max(_LAST_BATCH, left // _SHARES)):
            yield batch
            left -= total
            batch, total = [], 0
    if batch:
        yield batch


def _analyse_batch(task: Task, key: str, batch: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """In the other process: the reference is loaded there, once, from the same cache."""
    reference = _reference(task.config, key)
    return [(path, encode(analyse_bytes(path, data, reference, outlined=task.outlined))) for path, data in batch]


def _reference(config: Config, key: str) -> Reference:
    """The packs with the fingerprint `key`, loaded once per process."""
    known = _REFERENCES.get(f"{key} {config}")
    if known is None:
        if fingerprint(packs_of(config)) != key:
            raise ExecutorError(
                "other packs there than here; install the same version of notelint there, with the project's schema folder at the same path"
            )
        known = load_reference(config, key)
        _keep(config, key, known)
    return known


def _keep(config: Config, key: str, reference: Reference) -> None:
    _REFERENCES.clear()
    _REFERENCES[f"{key} {config}"] = reference


_REFERENCES: dict[str, Reference] = {}
