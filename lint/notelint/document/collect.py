"""The lines that belong to a container that is recognised by its indentation."""

import re
from functools import cache
from re import Pattern
from typing import NamedTuple

from notelint.document.columns import dedent, indent_width
from notelint.document.grammar import BLOCK_START
from notelint.document.laziness import Laziness
from notelint.document.state import State


class Content(NamedTuple):
    """The lines without their indentation; where the last one that is not blank ends; where the next block begins; whose lines are lazy."""

    lines: list[str]
    end: int
    next: int
    lazy: set[int]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "".join(self.lines)


def collect(state: State, first: str, pos: int, width: int, sibling: Pattern[str] | None = None) -> Content:
    """Take lines from `pos` on that are indented by `width` columns, blank, or lazy; stop where `sibling` matches."""
    collector = _Collector(state, first, pos, width, sibling)
    while collector.pos < state.cursor_max and collector.take():
        pass
    return Content(collector.lines, collector.end, collector.pos, collector.lazy)


@cache
def _indented(width: int) -> Pattern[str]:
    """Matches, at once, as many lines as there are with that many spaces before their text."""
    return re.compile(rf"(?:\n*+ {{{width}}} *+[^ \t\n][^\n]*+\n)++")


class _Collector:
    def __init__(self, state: State, first: str, pos: int, width: int, sibling: Pattern[str] | None) -> None:
        self.state = state
        self.pos = pos
        self.width = width
        self.sibling = sibling
        self.lines = [first]
        self.size = len(first)
        self.end = pos - 1
        self.lazy: set[int] = set()
        self.laziness = Laziness()
        self.is_empty = first == "\n"
        self.after_blank = False

    def take(self) -> bool:
        """Take the next lines; False if the container ends before them."""
        state = self.state
        if not self.is_empty and not state.lazy_line_starts:
            many = _indented(self.width).match(state.src, self.pos)
            if many:
                self.add(f"\n{many.group()}".replace("\n" + " " * self.width, "\n")[1:], many.end())
                return True
        after = state.next_line(self.pos)
        return self.take_line(state.src[self.pos : after], after)

    def take_line(self, line: str, after: int) -> bool:
        text = line.lstrip(" \t")
        if self.pos in self.state.lazy_line_starts:
            self.laziness.open(self.lines)
            self.add_lazy(text, after)
        elif text == "\n" or indent_width(line, self.state.column) >= self.width:
            if self.is_empty and self.after_blank:
                return False
            self.is_empty = self.is_empty and text == "\n"
            self.add(dedent(line, self.width, self.state.column), after)
        elif self.is_next() or not self.laziness.open(self.lines):
            return False
        else:
            self.add_lazy(text, after)
        return True

    def is_next(self) -> bool:
        src, pos = self.state.src, self.pos
        return bool(self.after_blank or (self.sibling and self.sibling.match(src, pos)) or BLOCK_START.match(src, pos))

    def add_lazy(self, text: str, after: int) -> None:
        self.lazy.add(self.size)
        self.add(text, after)
        self.laziness.add_lazy(self.lines)

    def add(self, text: str, after: int) -> None:
        self.lines.append(text)
        self.size += len(text)
        self.pos = after
        self.after_blank = not text.strip(" \t\n")
        if not self.after_blank:
            self.end = after - 1
