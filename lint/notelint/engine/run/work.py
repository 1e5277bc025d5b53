"""Analysing many notes: in this process, or in others where there is enough to do."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import encode
from notelint.engine.run.task import Item, Load, Task
from notelint.reference import Reference

if TYPE_CHECKING:
    from concurrent.futures import Executor

ENOUGH = 400_000
"""Bytes from which on starting processes pays (measured in benchmarks/)."""


def analyse_all(
    items: Sequence[Item], load: Load, task: Task, reference: Reference, executor: "Executor | None" = None
) -> Iterator[tuple[str, bytes]]:
    """Paths with encoded results, as they are ready; in processes of our own where there is enough to do, unless an executor is given.

    What an executor does not bring back because it broke down is done here. Raises ExecutorError where the given one cannot do it at all.
    """
    done: set[str] = set()
    if executor is not None or (len(items) > 1 and sum(size for _, size in items) >= ENOUGH):
        from notelint.engine.run.process_pool import analyse_elsewhere  # noqa: PLC0415 - multiprocessing takes long to import

        for path, result in analyse_elsewhere(items, load, task, reference, executor):
            done.add(path)
            yield path, result
    for path, _ in items:
        if path not in done:
            yield path, encode(analyse_bytes(path, load(path), reference, outlined=task.outlined))
