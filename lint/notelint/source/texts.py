"""The bytes of notes: from memory, else from disk."""

import os

from notelint.source.decode import SourceError, decode
from notelint.source.source import Source


class Texts:
    """`held` maps paths to bytes that stand in for the file: standard input, unsaved text, and notes with fixes that are not written yet.

    Paths start at `base`, "" for the working directory.
    """

    def __init__(self, held: dict[str, bytes] | None = None, base: str = "") -> None:
        self.held = held if held is not None else {}
        self._base = base
        self._sources: dict[str, tuple[bytes, Source | None]] = {}

    def read(self, path: str) -> bytes:
        """What the note at `path` holds now; raises OSError."""
        data = self.held.get(path)
        if data is not None:
            return data
        with open(os.path.join(self._base, path), "rb") as handle:
            return handle.read()

    def source(self, path: str) -> Source | None:
        """The note as text; None where it cannot be read as such."""
        try:
            data = self.read(path)
        except OSError:
            return None
        known = self._sources.get(path)
        if known is None or known[0] != data:
            known = self._sources[path] = (data, _decoded(path, data))
        return known[1]


def _decoded(path: str, data: bytes) -> Source | None:
    try:
        return decode(path, data)
    except SourceError:
        return None
