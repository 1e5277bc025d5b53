"""A whole run that was made before on the very same files: its diagnostics, without reading anything. Imports little, on purpose."""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.cache import Cache
from notelint.engine.stamp import stamp_of
from notelint.source.witness import Witness, still_true


class Recalled(msgspec.Struct, frozen=True, array_like=True):
    """Diagnostics of a run, and what it saw of the folders around the notes."""

    diagnostics: list[Diagnostic]
    witness: Witness


_DECODER = msgspec.msgpack.Decoder(Recalled)


def run_key(files: Sequence[str], config: Config, context: str, *extra: object) -> str | None:
    """Names a run by its files with their stamps, and all its options; None if a file has only just been written."""
    digest = sha256(repr((context, config, os.getcwd(), extra)).encode("utf-8", "backslashreplace"))
    for path in files:
        stamp = stamp_of(path)
        if not stamp:
            return None
        digest.update(f"{path}\0{stamp}\n".encode("utf-8", "surrogateescape"))
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
    with suppress(UnicodeEncodeError):  # a folder whose name is no text
        cache.keep_run(key, msgspec.msgpack.encode(Recalled(diagnostics, witness)))
