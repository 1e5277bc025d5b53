"""How often words follow one another in technical documentation: a static hash table that keeps no keys.

A Bloomier filter (Talbot and Brants, "Randomized language models via perfect hash functions", 2008): the exclusive or of three slots of 16 bits is
the fingerprint of a key (11 bits) and its value (5 bits). A key that was never stored is taken for a stored one in 1 of 2048 cases.

The file: the number of slots of one third (32 bits, little-endian), then the slots of the three thirds.
"""

import mmap
import sys
from binascii import crc_hqx
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

_MIX = 0x9E3779B97F4A7C15
_BITS = 0xFFFFFFFFFFFFFFFF
_MOST = 1 << 18
"""So many answers are kept in memory."""


def hashed(key: bytes) -> int:
    """64 bits of the key, from which its slots and its fingerprint are taken."""
    mixed = ((crc32(key) | crc_hqx(key, 0) << 32) * _MIX) & _BITS
    return ((mixed ^ mixed >> 32) * _MIX) & _BITS


def fingerprint(mixed: int) -> int:
    """The 11 bits by which a stored key is known."""
    return (mixed >> 13 ^ mixed >> 47) & 0x7FF


class _Answers(dict[str, int]):
    """Answers that were given before; others are looked up."""

    def __init__(self, look: Callable[[str], int]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, key: str) -> int:
        if len(self) > _MOST:
            self.clear()
        answer = self[key] = self._look(key)
        return answer


class Sequences:
    """Keys are two words with a space between them; values are 0 to 31."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        view = memoryview(data)
        self._size = int.from_bytes(view[:4], "little")
        self._slots = view[4:].cast("H")
        self._swapped = sys.byteorder == "big"
        self.get: Callable[[str], int] = _Answers(self._look).__getitem__
        """The value of the key; 0 for one that was not stored. A count is given as its logarithm to base 2, rounded down."""

    def _look(self, key: str) -> int:
        data = key.encode()
        mixed = ((crc32(data) | crc_hqx(data, 0) << 32) * _MIX) & _BITS  # as in `hashed`, whose call takes as long as all this
        mixed = ((mixed ^ mixed >> 32) * _MIX) & _BITS
        size, slots = self._size, self._slots
        value = slots[mixed % size] ^ slots[size + (mixed >> 20) % size] ^ slots[2 * size + (mixed >> 40) % size]
        if self._swapped:
            value = (value & 0xFF) << 8 | value >> 8
        return value & 31 if value >> 5 == (mixed >> 13 ^ mixed >> 47) & 0x7FF else 0


def open_sequences(path: Path) -> Sequences:
    """Map the file into memory; raises OSError and ValueError."""
    with path.open("rb") as handle:
        return Sequences(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
