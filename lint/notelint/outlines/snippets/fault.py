"""Fault: where a snippet breaks, and why."""

from typing import NamedTuple

from notelint.source.lazy_pattern import lazy_pattern


class Fault(NamedTuple):
    """`start` and `end` are offsets into the code; `problem` says what is wrong; `instead`, if not None, is what should be there."""

    start: int
    end: int
    problem: str
    instead: str | None = None


_LEFT_OUT = lazy_pattern(r"\.{3,}|\u2026|\{\{|\}\}|\{%|\$\{|<[A-Za-z_][\w :/.,|*-]*>|\[,|\bTODO\b|_{3,}")


def is_sketch(code: str) -> bool:
    """Whether the code leaves something out, or holds places to be filled in."""
    return _LEFT_OUT.search(code) is not None


def offset_of(code: str, line: int, column: int = 0) -> int:
    """The offset of a line (1-based) and column (0-based) of `code`, within its bounds."""
    start = 0
    for _ in range(line - 1):
        start = code.find("\n", start) + 1
        if not start:
            return len(code)
    end = code.find("\n", start)
    return min(start + max(column, 0), end if end >= 0 else len(code))


def rest_of_line(code: str, start: int) -> int:
    """Where the text of the line that holds `start` ends; at least one character on."""
    end = code.find("\n", start)
    line = code[start : end if end >= 0 else len(code)].rstrip()
    return start + max(len(line), 1)
