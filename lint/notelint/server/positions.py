"""Places of notes as editors count them: lines from 0, columns in the units that editor and server agreed on."""

from lsprotocol import types
from pygls.workspace import PositionCodec

from notelint.source import Place, Position, Source, Span


def to_range(place: Place, source: Source | None, codec: PositionCodec) -> types.Range:
    """The place in the text of its note; without the text each character counts as one unit."""
    return types.Range(_position(place.start, source, codec), _position(place.end, source, codec))


def _position(position: Position, source: Source | None, codec: PositionCodec) -> types.Position:
    before = source.line(position.line)[: position.column - 1] if source else ""
    wide = 0 if before.isascii() else codec.client_num_units(before) - len(before)
    return types.Position(position.line - 1, position.column - 1 + wide)


def offset_at(position: types.Position, source: Source, codec: PositionCodec) -> int:
    """The offset into the text of a position of the editor; that of the nearest one where there is none."""
    number = min(max(position.line + 1, 1), len(source.line_starts))
    line = source.line(number)
    column = (
        position.character if line.isascii() else codec.position_from_client_units([line], types.Position(0, position.character)).character
    )
    return source.line_starts[number - 1] + min(column, len(line))


def holds(span: Span, offset: int) -> bool:
    """Whether the offset is in the span or at its end."""
    return span.start <= offset <= span.end


def overlaps(one: types.Range, other: types.Range) -> bool:
    """Whether the ranges share a position, even if only an end."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
