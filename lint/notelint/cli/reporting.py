"""Printing what `check` found."""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from notelint.cli.output import write_output
from notelint.cli.reading import RunInput
from notelint.cli.setup import colour
from notelint.diagnostic import Diagnostic
from notelint.report.formats import MACHINE
from notelint.report.habits import with_habits
from notelint.report.lines import line_reader
from notelint.report.overview import MOST_SHOWN, overview
from notelint.report.printable import cleaned, without_commands
from notelint.report.statistics import statistics
from notelint.report.style import Palette
from notelint.report.terminal import WIDTH, concise, full, summary

if TYPE_CHECKING:
    from notelint.cli.check import CheckRequest

_AT_ONCE = 200
"""Lines that are printed together: each print is written through at once."""


def report(diagnostics: list[Diagnostic], reading: RunInput, wanted: "CheckRequest") -> None:
    """To --output-file, else to standard output; to standard error where that already holds the fixed text of standard input."""
    taken = reading.stdin is not None and (wanted.fix or wanted.unsafe_fixes)
    palette = Palette(colour() and not wanted.output_file and not taken)
    parts = _parts(list(cleaned(diagnostics)), reading, wanted, palette)
    if wanted.output_file:
        write_output(wanted.output_file, "".join(f"{part}\n" for part in parts).encode("utf-8", "surrogateescape"), reading.config)
        return
    while some := list(islice(parts, _AT_ONCE)):
        click.echo("\n".join(some), color=palette.colour, err=taken)


def _parts(diagnostics: list[Diagnostic], reading: RunInput, wanted: "CheckRequest", palette: Palette) -> Iterator[str]:
    machine = MACHINE.get(wanted.output_format)
    if machine:
        text = machine(diagnostics, reading.texts, reading.notes)
        if text:
            yield text
        if wanted.statistics:
            click.echo("\n".join(statistics(diagnostics, Palette(colour=False))), err=True)
        return
    shown = diagnostics if wanted.all_findings else list(with_habits(diagnostics, len(reading.notes)))
    if wanted.statistics:
        yield from statistics(diagnostics, palette)
    elif len(shown) > MOST_SHOWN and not wanted.all_findings and not wanted.output_file and sys.stdout.isatty():
        yield from map(without_commands, overview(diagnostics, palette))
    else:
        yield from _listed(shown, reading, wanted, palette)
    if reading.notes:
        yield summary(diagnostics, len(reading.notes), palette)


def _listed(diagnostics: Iterable[Diagnostic], reading: RunInput, wanted: "CheckRequest", palette: Palette) -> Iterator[str]:
    if wanted.output_format == "concise":
        return map(without_commands, concise(diagnostics, palette))
    return map(without_commands, full(diagnostics, line_reader(reading.texts.held), palette, _width(wanted)))


def _width(wanted: "CheckRequest") -> int:
    """Columns of the terminal, if the report goes to one."""
    if wanted.output_file or not sys.stdout.isatty():
        return WIDTH
    import shutil

    return shutil.get_terminal_size().columns
