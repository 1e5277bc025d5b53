"""Path and text of one note."""

from bisect import bisect_right
from functools import cached_property

from notelint.source.place import Place, Position, Span


class Source:
    """A note as text: `text` has no BOM and ends lines with "\\n" alone; `path` is shown to people, with "/" between its parts.

    Lines end at "\\n", "\\r\\n" and "\\r" and nowhere else (U+2028, form feed and the like stand inside lines).
    `original` is the decoded text as it stands in the file: edits are made there.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.original = text
        self.text = _normalise(text)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line."""
        return _line_starts(self.text)

    @cached_property
    def _original_line_starts(self) -> list[int]:
        return _line_starts(self.original)

    def position(self, offset: int) -> Position:
        """Line and column of an offset into `text`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def place(self, span: Span) -> Place:
        """The span with its positions and this note's path."""
        return Place(self.path, span, self.position(span.start), self.position(span.end))

    def line(self, number: int) -> str:
        """The text of a line (1-based) without its end; empty if there is no such line."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def original_offset(self, offset: int) -> int:
        """The offset into `original` of an offset into `text`."""
        if self.original is self.text:
            return offset
        line = bisect_right(self.line_starts, offset) - 1
        start = self._original_line_starts[line]
        if line == 0 and self.original.startswith("\ufeff"):
            start += 1
        return start + offset - self.line_starts[line]


def _normalise(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return text


def _line_starts(text: str) -> list[int]:
    starts = [0]
    offset = 0
    newline = text.find("\n")
    carriage = text.find("\r")
    if carriage < 0:
        while newline >= 0:
            starts.append(newline + 1)
            newline = text.find("\n", newline + 1)
        return starts
    length = len(text)
    while offset < length:
        character = text[offset]
        offset += 1
        if character == "\r":
            offset += text.startswith("\n", offset)
            starts.append(offset)
        elif character == "\n":
            starts.append(offset)
    return starts
