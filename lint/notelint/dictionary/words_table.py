"""Hash tables in one flat file: opened by mapping it into memory, looked up without reading it whole.

The file: a magic word, the offset of the header, records (key length, value length, key, value), for each table its slots (offsets of records,
0 where free), blobs, and the header (MessagePack: where tables and blobs are).
"""

import mmap
import struct
from pathlib import Path
from zlib import crc32

import msgspec

_MAGIC = b"notelint words 1"
_U32 = struct.Struct("<I")
_RECORD = struct.Struct("<BH")


class Table:
    """Keys of up to 255 bytes -> values of up to 65535 bytes."""

    __slots__ = ("_data", "_mask", "_start")

    def __init__(self, data: mmap.mmap | bytes, start: int, slots: int) -> None:
        self._data = data
        self._start = start
        self._mask = slots - 1

    def get(self, key: bytes) -> bytes | None:
        """The value of the key, or None."""
        data, mask, start = self._data, self._mask, self._start
        slot = crc32(key) & mask
        size = len(key)
        while True:
            (offset,) = _U32.unpack_from(data, start + 4 * slot)
            if not offset:
                return None
            length, value = _RECORD.unpack_from(data, offset)
            begin = offset + _RECORD.size + length
            if length == size and data[offset + _RECORD.size : begin] == key:
                return data[begin : begin + value]
            slot = (slot + 1) & mask


class TableFile:
    """Tables and blobs by name."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        if data[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a file of tables")
        (start,) = _U32.unpack_from(data, len(_MAGIC))
        header = msgspec.msgpack.decode(data[start:])
        self._data = data
        self._blobs: dict[str, list[int]] = header["blobs"]
        self._tables: dict[str, list[int]] = header["tables"]

    def table(self, name: str) -> Table:
        """The table of that name."""
        return Table(self._data, *self._tables[name])

    def blob(self, name: str) -> bytes:
        """The bytes stored under the name."""
        start, size = self._blobs[name]
        return self._data[start : start + size]


def open_tables(path: Path) -> TableFile:
    """Map the file; raises OSError and ValueError."""
    with path.open("rb") as handle:
        return TableFile(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))


def pack_tables(tables: dict[str, dict[bytes, bytes]], blobs: dict[str, bytes]) -> bytes:
    """Everything as the bytes of one file."""
    data = bytearray(_MAGIC + bytes(_U32.size))
    indexes = {name: _records(items, data) for name, items in tables.items()}
    where: dict[str, dict[str, tuple[int, int]]] = {"tables": {}, "blobs": {}}
    for name, slots in indexes.items():
        where["tables"][name] = (len(data), len(slots))
        data += struct.pack(f"<{len(slots)}I", *slots)
    for name, blob in blobs.items():
        where["blobs"][name] = (len(data), len(blob))
        data += blob
    _U32.pack_into(data, len(_MAGIC), len(data))
    return bytes(data + msgspec.msgpack.encode(where))


def _records(items: dict[bytes, bytes], data: bytearray) -> list[int]:
    """Append the records to `data`; their slots."""
    slots = [0] * (1 << max(4, (len(items) * 3 // 2).bit_length()))
    mask = len(slots) - 1
    for key, value in items.items():
        slot = crc32(key) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = len(data)
        data += _RECORD.pack(len(key), len(value)) + key + value
    return slots
