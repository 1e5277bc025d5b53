"""A whole run that was made before on the very same files: its diagnostics, without reading anything. Imports little, on purpose."""

import os
import time
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.cache import Cache
from notelint.source.witness import Witness, still_true

_SETTLED = 0.1
"""Seconds after which a file system surely gives a later write another time."""


class Recalled(msgspec.Struct, frozen=True, array_like=True):
    """Diagnostics of a run, and what it saw of the folders around the notes."""

    diagnostics: list[Diagnostic]
    witness: Witness


_DECODER = msgspec.msgpack.Decoder(Recalled)


def run_key(files: Sequence[str], config: Config, context: str, *extra: object) -> str | None:
    """Names a run by its files with their sizes and times, and all its options; None if a file has only just been written."""
    digest = sha256(repr((context, config, os.getcwd(), extra)).encode())
    newest = 0
    for path in files:
        try:
            stat = os.stat(path)
        except OSError:
            return None
        newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
        digest.update(f"{path}\0{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}\n".encode("utf-8", "surrogateescape"))
    if time.time_ns() - newest < _SETTLED * 1e9:
        return None
    return digest.hexdigest()[:40]


def recall(cache: Cache, key: str) -> list[Diagnostic] | None:
    """The diagnostics of the run, if it is kept and the folders around the notes still look the same."""
    data = cache.run(key)
    if data is None:
        return None
    try:
        recalled = _DECODER.decode(data)
    except msgspec.DecodeError:
        return None
    return recalled.diagnostics if still_true(recalled.witness) else None


def keep(cache: Cache, key: str, diagnostics: list[Diagnostic], witness: Witness) -> None:
    """Keep the run for recall."""
    cache.keep_run(key, msgspec.msgpack.encode(Recalled(diagnostics, witness)))
