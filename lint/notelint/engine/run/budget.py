"""The time and memory that one note may take, and which parts of it are left out where it takes more."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from notelint.document import Node, parse
from notelint.source import Source, Span

LARGEST = 3_000_000
"""Characters of a note that are read; with all that is made of them they take some 450 MB."""
_SECONDS = 5.0
_SECONDS_AGAIN = 1.0
_SECONDS_PER_CHARACTER = 50e-6
"""More than ten times what notes take on a slow machine."""
_AGAIN = 0.5
_PARTS = 64
_ATTEMPTS = 10
_STAND_IN = "\ufffc"
"""Stands for a part that is left out: it is neither a word nor a number nor nothing."""


class OverBudgetError(Exception):
    """A note takes too long."""


class Left(NamedTuple):
    """The part of a note that was not read, and why."""

    span: Span
    reason: str


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise OverBudgetError in the block after that much CPU time of the process; only in the main thread, where Python can be interrupted."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: object) -> None:
    raise OverBudgetError("it takes too long")


def seconds_for(size: int) -> float:
    """CPU seconds that a note of that many characters may take."""
    return _SECONDS + size * _SECONDS_PER_CHARACTER


def shortened(source: Source) -> tuple[Source, list[Left]]:
    """The note up to the last line that ends within the largest size."""
    if len(source.text) <= LARGEST:
        return source, []
    end = source.text.rfind("\n", 0, LARGEST) + 1 or LARGEST
    reason = f"the note has more than {LARGEST:,} characters"
    return Source(source.path, source.text[:end]), [Left(Span(end, len(source.text)), reason)]


def parts_of(source: Source) -> list[Span]:
    """The note in at most some dozens of parts, each of whole blocks, items or rows."""
    with limited(seconds_for(len(source.text))):
        spans = [Span(node.start, node.end) for node in _blocks(parse(source).root, max(len(source.text) // _PARTS, 1))]
    starts = [0, *(one.start for one in spans[1:])]
    ends = [*starts[1:], len(source.text)]
    size = max(len(source.text) // _PARTS, 1)
    parts: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        if parts and parts[-1].end - parts[-1].start < size and end - start < size:
            parts[-1] = Span(parts[-1].start, end)
        else:
            parts.append(Span(start, end))
    return parts


def _blocks(node: Node, size: int) -> Iterator[Node]:
    """Blocks of the root; those within larger ones where these are longer than `size`."""
    for child in node.children:
        if child.leaf is None and child.children and child.end - child.start > size:
            yield from _blocks(child, size)
        else:
            yield child


def without(source: Source, parts: Sequence[Span]) -> Source:
    """The note with a stand-in for each of the parts: everything else stays where it is."""
    text = list(source.text)
    for start, end in parts:
        text[start:end] = ["\n" if character == "\n" else " " for character in text[start:end]]
        first = start + len(source.text[start:end]) - len(source.text[start:end].lstrip())
        if first < end:
            text[first] = _STAND_IN
    return Source(source.path, "".join(text))


def what_fits(source: Source, read: Callable[[Source], None], error: Exception) -> list[Left]:
    """Reads as much of the note as can be read within the budget, by halves; the last call of `read` that returned is the one that counts.

    `error` is what stopped the reading of the whole note.
    """
    parts = parts_of(source)
    kept: list[Span] = []
    left: list[Left] = []
    waiting = _halves(parts) if len(parts) > 1 else []
    attempts = 0
    while waiting:
        group = waiting.pop(0)
        failure: Exception | None = error
        if attempts < _ATTEMPTS:
            attempts += 1
            failure = _failure(source, parts, {*kept, *group}, read)
        if failure is None:
            kept += group
        elif len(group) > 1 and attempts < _ATTEMPTS:
            waiting = [*_halves(group), *waiting]
        else:
            left += [Left(span, reason_of(failure)) for span in group]
    return _joined(left) if kept else [Left(Span(0, len(source.text)), reason_of(error))]


def reason_of(error: Exception) -> str:
    """Why something is not read, in words for people."""
    if isinstance(error, OverBudgetError):
        return str(error)
    return f"notelint fails on it ({type(error).__name__}: {error}); please report it"


def _joined(left: list[Left]) -> list[Left]:
    """Parts that follow each other as one."""
    found: list[Left] = []
    for one in sorted(left):
        if found and found[-1].span.end == one.span.start:
            found[-1] = Left(Span(found[-1].span.start, one.span.end), found[-1].reason)
        else:
            found.append(one)
    return found


def _halves(group: list[Span]) -> list[list[Span]]:
    middle = len(group) // 2
    return [group[:middle], group[middle:]]


def _failure(source: Source, parts: list[Span], wanted: set[Span], read: Callable[[Source], None]) -> Exception | None:
    """Why the note cannot be read with only the `wanted` parts in it."""
    try:
        with limited(_SECONDS_AGAIN + _SECONDS_PER_CHARACTER * sum(end - start for start, end in wanted)):
            read(without(source, [span for span in parts if span not in wanted]))
    except Exception as error:  # noqa: BLE001 - whatever it is, the rest of the note can be read
        return error
    return None
