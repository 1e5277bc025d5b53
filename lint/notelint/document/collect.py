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
    src, lines, lazy = state.src, [first], set()
    size, end, blank = len(first), pos - 1, False
    empty = first == "\n"
    laziness: Laziness | None = None
    indented = _indented(width)
    while pos < state.cursor_max:
        many = None if empty or state.lazy_line_starts else indented.match(src, pos)
        if many:
            pos = many.end()
            line = f"\n{many.group()}".replace("\n" + " " * width, "\n")[1:]
            blank, end = False, pos - 1
            lines.append(line)
            size += len(line)
            continue
        after = src.find("\n", pos) + 1
        line = src[pos:after]
        text = line.lstrip(" \t")
        if pos in state.lazy_line_starts:
            lazy.add(size)
            line = text
        elif text == "\n":
            if empty and blank:
                break
            line = dedent(line, width, state.column)
        elif indent_width(line, state.column) >= width:
            if empty and blank:
                break
            empty = False
            line = dedent(line, width, state.column)
        else:
            if blank or (sibling and sibling.match(src, pos)) or BLOCK_START.match(src, pos):
                break
            laziness = laziness or Laziness()
            if not laziness.open(lines):
                break
            lazy.add(size)
            line = text
        blank = text == "\n"
        if not blank:
            end = after - 1
        lines.append(line)
        size += len(line)
        pos = after
    return Content(lines, end, pos, lazy)


@cache
def _indented(width: int) -> Pattern[str]:
    """Matches, at once, as many lines as there are with that many spaces before their text."""
    return re.compile(rf"(?:\n*+ {{{width}}} *+[^ \t\n][^\n]*+\n)++")
