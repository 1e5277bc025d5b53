"""Diagnostics for people: full (source line, caret, related places) and concise (one line each)."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from notelint.diagnostic import Diagnostic
from notelint.report.printable import printable
from notelint.report.style import Palette
from notelint.source import Place

Lines = Callable[[str, int], str]
"""(path, line number) -> the text of that line."""

WIDTH = 160
"""Columns of a source line where there is no terminal."""
_NARROWEST = 40


def full(diagnostics: Iterable[Diagnostic], lines: Lines, palette: Palette, width: int = WIDTH) -> Iterator[str]:
    """Blocks of lines, one block per diagnostic; source lines are cut around the place to `width` columns."""
    for diagnostic in diagnostics:
        yield "\n".join(_block(diagnostic, lines, palette, width)) + "\n"


def concise(diagnostics: Iterable[Diagnostic], palette: Palette) -> Iterator[str]:
    """path:line:column: severity[rule] message."""
    for diagnostic in diagnostics:
        yield f"{palette.paint('bold', _at(diagnostic.place))}: {_title(diagnostic, palette)}"


def summary(diagnostics: list[Diagnostic], notes: int, palette: Palette) -> str:
    """The last line: how much was found in how many notes."""
    read = f"{notes} note{'s' * (notes != 1)}"
    if not diagnostics:
        return palette.paint("good", f"Nothing to report in {read}.")
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [
        palette.paint(severity, f"{count} {severity}{'s' * (count != 1 and severity != 'info')}")
        for severity, count in sorted(counts.items(), key=lambda item: item[0].rank)
    ]
    files = len({diagnostic.place.path for diagnostic in diagnostics})
    fixable = sum(diagnostic.finding.fix is not None and diagnostic.finding.fix.applicability == "safe" for diagnostic in diagnostics)
    tail = f"; {fixable} can be fixed with --fix" if fixable else ""
    return f"Found {', '.join(parts)} in {files} of {read}{tail}."


def _block(diagnostic: Diagnostic, lines: Lines, palette: Palette, columns: int) -> Iterator[str]:
    finding = diagnostic.finding
    place = diagnostic.place
    gutter = " " * len(str(place.start.line))
    bar = palette.paint("dim", f"{gutter} |")
    yield _title(diagnostic, palette)
    yield f"{palette.paint('dim', gutter + '-->')} {_at(place)}"
    text = lines(place.path, place.start.line)
    if text:
        shown, before, width = _window(text, place, max(columns - len(gutter) - len(" |  ……"), _NARROWEST))
        yield bar
        yield f"{palette.paint('dim', f'{place.start.line} |')} {shown}"
        yield f"{bar} {' ' * before}{palette.paint(diagnostic.severity, '^' * width)}"
    equals = palette.paint("dim", f"{gutter} =")
    for related in finding.related:
        yield f"{equals} {palette.paint('bold', _at(related.place))}: {related.message}"
    if finding.suggestions:
        yield f"{equals} suggestion: {', '.join(finding.suggestions[:3])}"
    elif finding.fix:
        yield f"{equals} fix: {finding.fix.title}"
    if finding.url:
        yield f"{equals} source: {palette.paint('link', finding.url)}"


def _title(diagnostic: Diagnostic, palette: Palette) -> str:
    return f"{palette.paint(diagnostic.severity, diagnostic.severity)}[{diagnostic.rule}] {diagnostic.finding.message}"


def _at(place: Place) -> str:
    return f"{printable(place.path)}:{place.start.line}:{place.start.column}"


def _window(text: str, place: Place, columns: int) -> tuple[str, int, int]:
    """The line cut to what a terminal shows around the place; columns before the caret and width of the caret, in cells."""
    start = place.start.column - 1
    end = place.end.column - 1 if place.end.line == place.start.line else len(text)
    cut = max(0, start - columns // 2) if len(text) > columns else 0
    shown = text[cut : cut + columns]
    lead = "…" if cut else ""
    tail = "…" if cut + columns < len(text) else ""
    before = _cells(lead + text[cut:start])
    width = max(1, _cells(text[start : min(end, cut + columns)]))
    return printable(lead + shown + tail), before, width


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1 for character in text)
