"""Where notes are analysed: here, or on a Dask cluster."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from notelint.cli.setup import fail

_SCHEME = "dask://"


@contextmanager
def executor_at(address: str | None) -> Iterator[Executor | None]:
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
        client = Client(f"tcp://{address.removeprefix(_SCHEME)}", timeout="10s")
    except OSError as error:
        fail(f"--executor: no Dask scheduler at {address}: {error}")
    with client, client.get_executor() as executor:
        yield executor
