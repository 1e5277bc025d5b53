"""What a run keeps of one note."""

import msgspec

from notelint.diagnostic import Finding
from notelint.notes.facts import Facts
from notelint.rules import unread_note, unread_part


class NoteResult(msgspec.Struct, frozen=True, array_like=True):
    """Its facts, and the findings of all note rules with their ids."""

    facts: Facts
    findings: tuple[tuple[str, Finding], ...]

    @property
    def is_sound(self) -> bool:
        """Whether all of the note was read. What failed may go well another time."""
        return all(rule not in (unread_note.ID, unread_part.ID) for rule, _ in self.findings)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(NoteResult)


def encode(result: NoteResult) -> bytes:
    """Compact bytes, for the cache and on the way between processes."""
    return _ENCODER.encode(result)


def decode_result(data: bytes) -> NoteResult | None:
    """The result, or None where the bytes are of another shape."""
    try:
        return _DECODER.decode(data)
    except msgspec.DecodeError:
        return None
