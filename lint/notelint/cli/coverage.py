"""notelint coverage."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.output import say, write_output
from notelint.cli.setup import clear_errors, colour, config_options, fail, read_config

if TYPE_CHECKING:
    from notelint.cli.reading import RunInput
    from notelint.config import Config
    from notelint.coverage import Coverage, CoverageComparison

FORMATS = ("table", "badge", "badge-svg", "csv", "html", "json", "markdown")


@dataclass(frozen=True)
class CoverageRequest:
    """What is asked of a measurement."""

    output_format: str
    output_file: str | None
    fail_under: float | None
    fail_under_domain: float | None
    compare: str | None
    explain: str | None
    skip_without_exam: bool


@click.command("coverage")
@click.argument("paths", nargs=-1)
@click.option("--output-format", type=click.Choice(FORMATS), default="table", show_default=True, help="How coverage is printed.")
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report there, not to standard output.")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 when an exam is covered by less than N percent.")
@click.option("--fail-under-domain", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 when any domain is below N percent.")
@click.option(
    "--compare",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Earlier JSON of this command: show what was gained and lost.",
)
@click.option(
    "--explain", metavar="OBJECTIVE", help='Show the evidence for an objective: its title, a part of it, or a task ("3.5", "3.5/2").'
)
@click.option("--skip-without-exam", is_flag=True, help="Exit 0 with a remark when no exam is set, for hooks.")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...],
    config_path: str | None,
    isolated: bool,
    exam: tuple[str, ...],
    as_of: str | None,
    **request: Any,
) -> None:
    """Show how much of an exam the notes at PATHS cover (files and folders; default: the current folder).

    An objective is covered by what is said about it; a heading with nothing below it covers nothing.
    """
    from notelint.cli.reading import read

    wanted = CoverageRequest(**request)
    paths = paths or (".",)
    config = read_config(paths, config_path, isolated=isolated, exam=tuple(one.lower() for one in exam), as_of=as_of)
    if wanted.skip_without_exam and not config.options.exam:
        click.echo(
            'notelint: coverage was not measured: no exam is set; add exam = "ID" to notelint.toml (`notelint exams` lists them)', err=True
        )
        return
    reading = read(paths, config, outlined=True)
    coverages = measured(reading)
    comparisons = _comparisons(coverages, wanted.compare)
    parts = _explained(coverages, reading, wanted.explain) if wanted.explain else _parts(coverages, comparisons, reading, wanted)
    write(parts, wanted.output_file, config)
    sys.exit(_gate(coverages, config, wanted))


def measured(reading: "RunInput") -> "list[Coverage]":
    """The coverage of every exam of the run; ends it when there is none."""
    from notelint.coverage import measure

    reference = reading.reference
    exams = tuple(dict.fromkeys(reading.config.options.exam))
    if not exams:
        known = ", ".join(sorted(reference.blueprints)) or "none"
        fail(f'no exam is set: give --exam ID, or exam = "ID" in notelint.toml; known are {known}')
    notes = [result.facts for result in reading.results.values()]
    return [measure(notes, reference.blueprints[exam], reference) for exam in exams]


def write(parts: Iterator[str], output_file: str | None, config: "Config") -> None:
    """To a file, whole or not at all, or to standard output."""
    if output_file is None:
        for part in parts:
            click.echo(part, color=colour())
        return
    write_output(output_file, "".join(f"{part}\n" for part in parts).encode("utf-8", "surrogateescape"), config)


def _comparisons(coverages: "list[Coverage]", path: str | None) -> "dict[str, CoverageComparison]":
    import json

    from notelint.coverage import NotComparableError, compare

    if path is None:
        return {}
    try:
        with open(path, encoding="utf-8") as handle:
            earlier = json.load(handle)
        return {coverage.blueprint.id: compare(coverage, earlier) for coverage in coverages}
    except NotComparableError as error:
        fail(f"--compare {path}: {error}")
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        fail(f"--compare {path}: not JSON: {error}")


def _parts(
    coverages: "list[Coverage]", comparisons: "dict[str, CoverageComparison]", reading: "RunInput", wanted: CoverageRequest
) -> Iterator[str]:
    if wanted.output_format == "json":
        from notelint.report.coverage_json import coverage_json

        yield coverage_json(coverages, comparisons)
    elif wanted.output_format == "csv":
        from notelint.report.coverage_csv import coverage_csv

        yield coverage_csv(coverages)
    elif wanted.output_format == "html":
        from notelint.report.html import Report, page

        yield page(Report(reading.reference, tuple(coverages), comparisons))
    elif wanted.output_format == "markdown":
        from notelint.report.coverage_markdown import coverage_markdown

        yield "\n\n".join(coverage_markdown(coverage, comparisons.get(coverage.blueprint.id)) for coverage in coverages)
    elif wanted.output_format.startswith("badge"):
        yield _badge(coverages, wanted.output_format)
    else:
        yield from _table(coverages, comparisons, wanted)


def _badge(coverages: "list[Coverage]", output_format: str) -> str:
    from notelint.report.badge import badge_json, badge_svg

    if len(coverages) > 1:
        fail(f"--output-format {output_format} shows one exam: give --exam once")
    return badge_json(coverages[0]) if output_format == "badge" else badge_svg(coverages[0])


def _table(coverages: "list[Coverage]", comparisons: "dict[str, CoverageComparison]", wanted: CoverageRequest) -> Iterator[str]:
    import shutil

    from notelint.report.coverage_table import CoverageTable
    from notelint.report.style import Palette

    encoding = (sys.stdout.encoding or "ascii").lower()
    width = shutil.get_terminal_size((100, 24)).columns
    table = CoverageTable(Palette(colour() and wanted.output_file is None), width, ascii_only=not encoding.startswith("utf"))
    for number, coverage in enumerate(coverages):
        yield from [""] * min(number, 1)
        yield from table.lines(coverage, comparisons.get(coverage.blueprint.id))


def _explained(coverages: "list[Coverage]", reading: "RunInput", wanted: str) -> Iterator[str]:
    from notelint.report.coverage_explain import Explainer, find
    from notelint.report.lines import line_reader
    from notelint.report.style import Palette

    lines = line_reader(reading.texts.held)
    found = [(coverage, one) for coverage in coverages for one in find(coverage, wanted)]
    if not found:
        fail(
            f"no objective is called {wanted!r}; `notelint coverage --output-format csv` lists them, a task id such as 1.1 shows all of a task"
        )
    for coverage, one in found:
        yield from Explainer(coverage, reading.reference, lines, Palette(colour())).explain(one)
        yield ""


def _gate(coverages: "list[Coverage]", config: "Config", wanted: CoverageRequest) -> int:
    from notelint.coverage import shortfalls

    asked = config.options.coverage
    under = wanted.fail_under if wanted.fail_under is not None else asked.fail_under
    under_domain = wanted.fail_under_domain if wanted.fail_under_domain is not None else asked.fail_under_domain
    found = [shortfall for coverage in coverages for shortfall in shortfalls(coverage, under, under_domain)]
    for shortfall in found:
        say(f"{shortfall}")
    return int(bool(found))
