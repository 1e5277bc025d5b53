"""The readable text of one leaf block, with a way back to the Source."""

from bisect import bisect_right
from operator import attrgetter
from typing import Final, NamedTuple

from notelint.source import Span

_START = attrgetter("start")
HARD_BREAK: Final = "\u2028"
"""Stands for a line break that the author asked for (two spaces, a backslash, <br>) or plainly meant; the end of another line is "\\n"."""


class Style:
    """What the characters of a run are: bits, for a run may be several at once (a strong link). Plain integers: flags of enum are slow."""

    PROSE: Final = 0
    CODE: Final = 1
    STRONG: Final = 2
    EMPH: Final = 4
    LINK: Final = 8
    IMAGE: Final = 16
    URL: Final = 32
    MATH: Final = 64
    HTML: Final = 128
    STRUCK: Final = 256


class TextRun(NamedTuple):
    """`text[start:end]` is, character for character, at `source` in the Source, but for the sign of a line break.

    Where it does not (a decoded entity, a line break with its indent), the run is one character of text and `length` > 1 or 0
    says how many characters of the Source it stands for.
    """

    start: int
    end: int
    source: int
    length: int
    style: int


class Text:
    """`plain` is what a reader sees: no markers, entities decoded, each line break one "\\n"; code, link labels and image texts included.

    HTML tags are left out of `plain` (`<br>` is a "\\n"). Runs cover `plain` without a gap, in order; `styles` holds the bits of all.
    """

    __slots__ = ("plain", "runs", "styles")

    def __init__(self, plain: str, runs: tuple[TextRun, ...]) -> None:
        self.plain = plain
        self.runs = runs
        self.styles = 0
        for run in runs:
            self.styles |= run[4]

    def run_at(self, index: int) -> TextRun:
        """The run that holds the character at `index`; raises IndexError when the text is empty."""
        runs = self.runs
        return runs[0] if len(runs) == 1 else runs[max(bisect_right(runs, index, key=_START) - 1, 0)]

    def span(self, start: int, end: int) -> Span:
        """The Source span of `plain[start:end]`."""
        if not self.runs:
            return Span(0, 0)
        first = self.run_at(start)
        last = self.run_at(max(end - 1, start))
        return Span(_begin(first, start), max(_finish(last, end), _begin(first, start)))

    def style_at(self, index: int) -> int:
        """What the character at `index` is."""
        return self.run_at(index).style

    def masked(self, styles: int, fill: str = " ") -> str:
        """`plain` with every run of one of `styles` blanked out, so that offsets stay right."""
        plain = self.plain
        if not self.styles & styles:
            return plain
        return "".join(fill * (end - start) if style & styles else plain[start:end] for start, end, _, _, style in self.runs)


def _begin(run: TextRun, index: int) -> int:
    offset = index - run.start
    if run.end - run.start == run.length:
        return run.source + offset
    return run.source + (0 if offset == 0 else run.length)


def _finish(run: TextRun, index: int) -> int:
    offset = index - run.start
    if run.end - run.start == run.length:
        return run.source + offset
    return run.source + (run.length if offset > 0 else 0)
