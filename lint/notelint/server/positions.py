"""Places of notes as editors count them."""

from lsprotocol import types

from notelint.source import Place, Position, Source


def to_range(place: Place, source: Source | None) -> types.Range:
    """Lines and columns from 0, columns in units of UTF-16."""
    return types.Range(_position(place.start, source), _position(place.end, source))


def _position(position: Position, source: Source | None) -> types.Position:
    before = source.line(position.line)[: position.column - 1] if source else ""
    wide = sum(ord(character) > 0xFFFF for character in before)
    return types.Position(position.line - 1, position.column - 1 + wide)


def holds(range_: types.Range, position: types.Position) -> bool:
    """Is the position in the range or at its end?"""
    start, end, here = range_.start, range_.end, position
    return (start.line, start.character) <= (here.line, here.character) <= (end.line, end.character)


def overlaps(one: types.Range, other: types.Range) -> bool:
    """Do the ranges share a position?"""
    return holds(one, other.start) or holds(other, one.start)
