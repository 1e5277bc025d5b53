"""Where something stands: as offsets, as line and column, and in which note."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code-point offsets into the text of one Source."""

    start: int
    end: int


class Position(NamedTuple):
    """Line and column, both 1-based; columns count code points of the normalised text."""

    line: int
    column: int


class Place(NamedTuple):
    """A Span in the note at `path`, with its two ends as Positions, so that it outlives the Source."""

    path: str
    span: Span
    start: Position
    end: Position
