"""An earlier run over the same files with the same options: what it found, told without reading anything. Imports little, on purpose."""

import os
from contextlib import suppress
from functools import cached_property

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.store.cache import Cache
from notelint.engine.store.stamp import stamp_of
from notelint.source.digest import blake2b
from notelint.source.folder_fingerprint import Witness, still_true

Stamps = dict[str, str]
"""Path -> what tells the file from itself at another time; empty if it was only just written."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """The files of a run, its diagnostics, what it saw of the folders around the notes, and the name under which its index is kept."""

    stamps: Stamps
    diagnostics: list[Diagnostic]
    witness: Witness
    index: str


_DECODER = msgspec.msgpack.Decoder(Kept)


class Memory:
    """What is remembered of runs over the files `paths` with one set of options. Made before anything is read, so that what is written meanwhile is seen the next time."""

    def __init__(self, cache: Cache, config: Config, context: str, paths: list[str], *options: object) -> None:
        self.stamps: Stamps = {path: stamp_of(path) for path in paths}
        self.cache = cache
        named = repr((context, config, os.getcwd(), options, paths))
        self._name = blake2b(named.encode("utf-8", "backslashreplace"), digest_size=20).hexdigest()

    @cached_property
    def kept(self) -> Kept | None:
        """The last run, if the folders around the notes still look as it saw them."""
        data = self.cache.run(self._name)
        if data is None:
            return None
        try:
            kept = _DECODER.decode(data)
        except msgspec.DecodeError:
            return None
        return kept if kept.stamps.keys() == self.stamps.keys() and still_true(kept.witness) else None

    @cached_property
    def changed(self) -> list[str]:
        """The files that are not, or not for certain, as they were in the last run."""
        known = self.kept.stamps if self.kept else {}
        return [path for path, stamp in self.stamps.items() if not stamp or known.get(path) != stamp]

    @property
    def index(self) -> bytes:
        """What the last run knew of notes that have to do with each other; empty if that was not kept."""
        return (self.kept and self.cache.run(self.kept.index)) or b""

    def keep(self, diagnostics: list[Diagnostic], witness: Witness, index: bytes) -> None:
        """Remember this run. The index is named by its content, so that a run cannot be taken together with another's."""
        name = blake2b(index, digest_size=16).hexdigest()
        self.cache.keep_run(name, index)
        with suppress(UnicodeEncodeError):  # a folder whose name is no text
            self.cache.keep_run(self._name, msgspec.msgpack.encode(Kept(self.stamps, diagnostics, witness, name)))
