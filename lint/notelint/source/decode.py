"""Bytes of a note -> Source, or a clear error."""

from notelint.source.place import Position
from notelint.source.source import Source


class SourceError(Exception):
    """A note that cannot be read as text: what is wrong, at which position, and what to do."""

    def __init__(self, message: str, position: Position) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


def decode(path: str, data: bytes) -> Source:
    """Read UTF-8, with or without BOM, into a Source; raises SourceError for anything else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("not UTF-8: the file is UTF-16; save it as UTF-8", Position(1, 1))
    try:
        return Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise SourceError(_explain(data, error.start), position) from None


def _explain(data: bytes, offset: int) -> str:
    if b"\0" in data[:8192]:
        return "not UTF-8 text: the file looks binary; exclude it"
    return f"not UTF-8: byte 0x{data[offset]:02x} at offset {offset}; save the file as UTF-8"
