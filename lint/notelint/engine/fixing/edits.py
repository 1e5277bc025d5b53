"""Edits in the text of one note: which go together, what the text becomes, and where its places move."""

import itertools
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from notelint.diagnostic import Edit
from notelint.source import Source, Span


class Taken:
    """The edits of one round, by note; no two of them overlap."""

    def __init__(self) -> None:
        self._by_path: dict[str, list[tuple[Span, str]]] = {}
        self._edits: dict[str, dict[tuple[Span, str], Edit]] = {}

    def take(self, edits: Iterable[Edit]) -> bool:
        """Add all of `edits`, or none if one of them overlaps another; an edit that is there already may be shared."""
        fresh = [edit for edit in dict.fromkeys(edits) if _key(edit) not in self._edits.get(edit.place.path, {})]
        if any(self._overlaps(edit) for edit in fresh) or _overlap_each_other(fresh):
            return False
        for edit in fresh:
            insort(self._by_path.setdefault(edit.place.path, []), _key(edit))
            self._edits.setdefault(edit.place.path, {})[_key(edit)] = edit
        return True

    def edits(self) -> dict[str, list[Edit]]:
        """Path -> its edits, in order."""
        return {path: [self._edits[path][key] for key in keys] for path, keys in self._by_path.items()}

    def _overlaps(self, edit: Edit) -> bool:
        taken = self._by_path.get(edit.place.path, [])
        at = bisect_left(taken, _key(edit))
        return any(_overlap(edit.place.span, span) for span, _ in taken[max(0, at - 1) : at + 1])


def _key(edit: Edit) -> tuple[Span, str]:
    return edit.place.span, edit.replacement


def _overlap(one: Span, other: Span) -> bool:
    """Spans that share a character, or two insertions at one place, whose order would be arbitrary."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _overlap_each_other(edits: list[Edit]) -> bool:
    ordered = sorted(edits, key=lambda edit: (edit.place.path, edit.place.span))
    pairs = itertools.pairwise(ordered)
    return any(one.place.path == other.place.path and _overlap(one.place.span, other.place.span) for one, other in pairs)


def fits(edit: Edit, source: Source) -> bool:
    """Whether the edit speaks of this very text. False where the note has changed since, or a rule has miscounted."""
    start, end = edit.place.span
    return 0 <= start <= end <= len(source.text) and source.place(edit.place.span) == edit.place


def edited(source: Source, edits: Iterable[Edit]) -> str:
    """The text as it will be in the file: the original with its byte order mark and line ends, and `edits`, in order, made in it."""
    parts = []
    at = 0
    for edit in edits:
        parts.append(source.original[at : source.original_offset(edit.place.span.start)])
        parts.append(
            edit.replacement.replace("\n", _line_end(source, edit.place.start.line)) if "\n" in edit.replacement else edit.replacement
        )
        at = source.original_offset(edit.place.span.end)
    return "".join([*parts, source.original[at:]])


def keeps_the_rest(source: Source, edits: Iterable[Edit], result: Source) -> bool:
    """Whether `result` is the text with `edits` made and nothing else. False where a cut would join a lone carriage return with a line feed."""
    parts = []
    at = 0
    for edit in edits:
        parts += [source.text[at : edit.place.span.start], edit.replacement]
        at = edit.place.span.end
    return "".join([*parts, source.text[at:]]) == result.text


def _line_end(source: Source, line: int) -> str:
    """How the line ends in the file; the last line ends as the one before it."""
    if line >= len(source.line_starts):
        line = len(source.line_starts) - 1
    if line < 1:
        return "\n"
    end = source.original[: source.original_offset(source.line_starts[line])]
    return next(ending for ending in ("\r\n", "\n", "\r") if end.endswith(ending))


class Shift:
    """Where offsets go when `edits`, in order and without overlap, are made."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._spans: list[Span] = []
        self._moves = [0]
        for edit in edits:
            self._spans.append(edit.place.span)
            self._moves.append(self._moves[-1] + len(edit.replacement) - (edit.place.span.end - edit.place.span.start))

    def touched(self, span: Span) -> bool:
        """Whether an edit changes something in the span, or just before or behind it."""
        first, last = self._touching(span)
        return first < last

    def replaced(self, span: Span) -> bool:
        """Whether one edit stands in for the whole span."""
        first, last = self._touching(span)
        return any(one.start <= span.start and span.end <= one.end and one.start < one.end for one in self._spans[first:last])

    def moved(self, span: Span) -> Span:
        """The new span of what was in `span`, together with the replacements that touch it."""
        first, last = self._touching(span)
        start, end = span
        if first < last:
            start, end = min(start, self._spans[first].start), max(end, self._spans[last - 1].end)
        return Span(start + self._moves[first], end + self._moves[last])

    def _touching(self, span: Span) -> tuple[int, int]:
        """The slice of the edits that begin at the end of `span` or before it, and end at its start or behind it."""
        first = bisect_left(self._spans, span.start, key=lambda one: one.end)
        return first, max(first, bisect_right(self._spans, span.end, key=lambda one: one.start))
