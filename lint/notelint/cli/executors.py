"""Where notes are analysed: here, or on a Dask cluster."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from notelint import __version__
from notelint.cli.setup import fail

if TYPE_CHECKING:
    from concurrent.futures import Executor

_SCHEME = "dask://"
_SECONDS = 10.0
"""What a scheduler has to answer within."""


@contextmanager
def executor_at(address: str | None) -> "Iterator[Executor | None]":
    """The executor at dask://HOST:PORT; None without an address. Ends the run when it cannot be had."""
    if address is None:
        yield None
        return
    if not address.startswith(_SCHEME):
        fail(f"--executor: expected {_SCHEME}HOST:PORT, got {address!r}")
    try:
        from distributed import Client
    except ImportError:
        fail("--executor: Dask is not installed; install notelint[dask]")
    try:
        client = Client(f"tcp://{address.removeprefix(_SCHEME)}", timeout=_SECONDS)
    except OSError as error:
        fail(f"--executor: no Dask scheduler at {address}: {error}")
    from notelint.engine.run.process_pool import ExecutorError

    try:
        _check_workers(client, address)
        yield client.get_executor()
    except ExecutorError as error:
        fail(f"--executor: {address}: {error}")
    finally:  # workers that do not answer are not waited for
        with suppress(Exception):
            client.close(timeout=_SECONDS)


def _check_workers(client: Any, address: str) -> None:
    """All of them must be of this version: others may find something else."""
    try:
        versions = client.run(version, on_error="return", callback_timeout=_SECONDS)
    except TimeoutError:
        fail(f"--executor: the workers of {address} do not answer")
    if not versions:
        fail(f"--executor: {address} has no workers")
    for worker, found in sorted(versions.items()):
        if found != __version__:
            what = f"has notelint {found}" if isinstance(found, str) else "has no notelint"
            fail(f"--executor: the worker {worker} {what}; install {__version__} there")


def version() -> str:
    """Of notelint where this is called."""
    return __version__
