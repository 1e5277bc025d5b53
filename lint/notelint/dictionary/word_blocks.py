"""Sorted words in compressed blocks: one file, of which a look-up decompresses one block.

The file: a magic word, the length of the header (4 bytes), the header (MessagePack: for each block its first word and its end), the blocks (zlib).
A block holds its words between line feeds.
"""

import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

_MAGIC = b"notelint word blocks 1\n"
_LENGTH = struct.Struct("<I")
_WORDS_PER_BLOCK = 256


class WordBlocks:
    """The words of one file; the file is read when first asked for a word."""

    def __init__(self, path: Path) -> None:
        """Map the header; raises OSError and ValueError."""
        data = path.read_bytes()
        if not data.startswith(_MAGIC):
            raise ValueError(f"{path.name} is no file of word blocks")
        start = len(_MAGIC) + _LENGTH.size
        (size,) = _LENGTH.unpack_from(data, len(_MAGIC))
        header: dict[str, list[str] | list[int]] = msgspec.msgpack.decode(data[start : start + size])
        self._firsts: list[str] = [str(word) for word in header["firsts"]]
        self._ends: list[int] = [int(end) for end in header["ends"]]
        self._blocks = data[start + size :]
        self._block = lru_cache(maxsize=64)(self._decompress)

    def __contains__(self, word: str) -> bool:
        """Whether the word (in lower case) is in the file."""
        at = bisect_right(self._firsts, word) - 1
        return at >= 0 and f"\n{word}\n".encode() in self._block(at)

    def words(self) -> list[str]:
        """All words, sorted."""
        return [word for at in range(len(self._firsts)) for word in self._block(at).decode().split()]

    def _decompress(self, at: int) -> bytes:
        return zlib.decompress(self._blocks[self._ends[at - 1] if at else 0 : self._ends[at]])


def pack_words(words: Iterable[str]) -> bytes:
    """The bytes of a file that holds the words."""
    ordered = sorted(set(words))
    blocks = [ordered[at : at + _WORDS_PER_BLOCK] for at in range(0, len(ordered), _WORDS_PER_BLOCK)]
    packed = [zlib.compress(("\n" + "\n".join(block) + "\n").encode(), 9) for block in blocks]
    ends: list[int] = []
    for block in packed:
        ends.append((ends[-1] if ends else 0) + len(block))
    header = msgspec.msgpack.encode({"firsts": [block[0] for block in blocks], "ends": ends})
    return b"".join((_MAGIC, _LENGTH.pack(len(header)), header, *packed))
