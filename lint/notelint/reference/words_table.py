"""Hash tables in one flat file: opened by mapping it into memory, looked up without reading it whole."""

import mmap
import struct
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

import msgspec

_MAGIC = b"notelint words 1"
_U32 = struct.Struct("<I")
_HEAD = struct.Struct("<BH")


class Table:
    """Keys of up to 255 bytes -> values of up to 65535 bytes."""

    __slots__ = ("_data", "_mask", "_start")

    def __init__(self, data: mmap.mmap | bytes, start: int, bits: int) -> None:
        self._data = data
        self._start = start
        self._mask = (1 << bits) - 1

    def get(self, key: bytes) -> bytes | None:
        """The value of the key, or None."""
        data, mask, start = self._data, self._mask, self._start
        slot = crc32(key) & mask
        size = len(key)
        while True:
            (offset,) = _U32.unpack_from(data, start + 4 * slot)
            if not offset:
                return None
            length, value = _HEAD.unpack_from(data, offset)
            begin = offset + 3 + length
            if length == size and data[offset + 3 : begin] == key:
                return data[begin : begin + value]
            slot = (slot + 1) & mask


class TableFile:
    """`tables` by name; `blob` holds anything else that was stored."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        if data[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a file of tables")
        (size,) = _U32.unpack_from(data, len(_MAGIC))
        start = len(_MAGIC) + 4
        header = msgspec.msgpack.decode(data[start : start + size])
        self._data = data
        self._blobs: dict[str, list[int]] = header["blobs"]
        self.tables = {name: Table(data, *place) for name, place in header["tables"].items()}

    def blob(self, name: str) -> bytes:
        """The bytes stored under the name."""
        start, size = self._blobs[name]
        return self._data[start : start + size]


def open_tables(path: Path) -> TableFile:
    """Map the file; raises OSError and ValueError."""
    with path.open("rb") as handle:
        return TableFile(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))


def pack_tables(tables: dict[str, Iterable[tuple[bytes, bytes]]], blobs: dict[str, bytes]) -> bytes:
    """Everything as the bytes of one file."""
    records = bytearray()
    indexes: dict[str, list[int]] = {}
    for name, items in tables.items():
        indexes[name] = _index(list(items), records)
    header_size = len(_header({name: 0 for name in tables}, indexes, dict.fromkeys(blobs, 0), blobs))
    start = len(_MAGIC) + 4 + header_size
    places: dict[str, int] = {}
    body = bytearray()
    base = start + sum(4 * len(index) for index in indexes.values())
    for name, index in indexes.items():
        places[name] = start + len(body)
        body += struct.pack(f"<{len(index)}I", *(base + offset - 1 if offset else 0 for offset in index))
    body += records
    kept: dict[str, int] = {}
    for name, blob in blobs.items():
        kept[name] = start + len(body)
        body += blob
    return _MAGIC + _U32.pack(header_size) + _header(places, indexes, kept, blobs) + bytes(body)


def _header(places: dict[str, int], indexes: dict[str, list[int]], kept: dict[str, int], blobs: dict[str, bytes]) -> bytes:
    """Numbers are strings of a fixed width, so that the size does not depend on them."""
    tables = {name: (_Fixed(places[name]), (len(index) - 1).bit_length()) for name, index in indexes.items()}
    return msgspec.msgpack.encode({"tables": tables, "blobs": {name: (_Fixed(kept[name]), _Fixed(len(blob))) for name, blob in blobs.items()}}, enc_hook=int)


def _index(items: list[tuple[bytes, bytes]], records: bytearray) -> list[int]:
    """Slots with 1 + offset into `records`, 0 where there is none."""
    slots = [0] * (1 << max(4, (2 * len(items)).bit_length()))
    mask = len(slots) - 1
    for key, value in items:
        slot = crc32(key) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = len(records) + 1
        records += _HEAD.pack(len(key), len(value)) + key + value
    return slots
