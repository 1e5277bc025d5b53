"""Analysing many notes: in this process, or in others where there is enough to do."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notelint.config import Config
from notelint.engine.analyse import analyse_bytes
from notelint.engine.result import encode
from notelint.reference import Reference

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = tuple[str, bytes]
"""Path and bytes of a note."""

ENOUGH = 400_000
"""Bytes from which on starting processes pays (measured in benchmarks/)."""


def analyse_all(
    items: Sequence[Item], config: Config, reference: Reference, executor: "Executor | None" = None
) -> Iterator[tuple[str, bytes]]:
    """Paths with encoded results, as they are ready; in processes of our own where there is enough to do, unless an executor is given.

    What an executor does not bring back because it broke down is done here. Raises ExecutorError where the given one cannot do it at all.
    """
    done: set[str] = set()
    if executor is not None or (len(items) > 1 and sum(len(data) for _, data in items) >= ENOUGH):
        from notelint.engine.elsewhere import analyse_elsewhere  # noqa: PLC0415 - multiprocessing takes long to import

        for path, result in analyse_elsewhere(items, config, executor):
            done.add(path)
            yield path, result
    for path, data in items:
        if path not in done:
            yield path, encode(analyse_bytes(path, data, reference))
