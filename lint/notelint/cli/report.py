"""notelint report."""

import os
from typing import TYPE_CHECKING

import click

from notelint.cli.output import write_output
from notelint.cli.setup import clear_errors, config_options, fail, read_config

if TYPE_CHECKING:
    from notelint.cli.reading import RunInput
    from notelint.coverage import Coverage


@click.command("report")
@click.argument("paths", nargs=-1)
@click.option(
    "--output", "-o", metavar="DIR", required=True, type=click.Path(file_okay=False), help="Folder to write to; made where it is not there."
)
@config_options
@clear_errors
def command(paths: tuple[str, ...], output: str, config_path: str | None, isolated: bool, exam: tuple[str, ...], as_of: str | None) -> None:
    """Write a report on the notes at PATHS: index.html, which needs nothing else, and coverage as JSON and badges beside it."""
    from notelint.cli.coverage import measured
    from notelint.cli.reading import read

    paths = paths or (".",)
    config = read_config(paths, config_path, isolated=isolated, exam=tuple(one.lower() for one in exam), as_of=as_of)
    reading = read(paths, config, outlined=True)
    coverages = measured(reading) if config.options.exam else []
    if os.path.exists(output) and not os.path.isdir(output):
        fail(f"--output {output}: is not a folder")
    os.makedirs(output, exist_ok=True)
    files = _files(reading, coverages)
    for name, text in files.items():
        write_output(os.path.join(output, name), text.encode("utf-8", "replace"), config)
    click.echo(f"Wrote {os.path.join(output, 'index.html')} ({len(reading.results)} note{'s' * (len(reading.results) != 1)}).", err=True)


def _files(reading: "RunInput", coverages: "list[Coverage]") -> dict[str, str]:
    from notelint.engine.run.run import check
    from notelint.notes.judged import judged
    from notelint.report.badge import badge_json, badge_svg
    from notelint.report.coverage_json import coverage_json
    from notelint.report.html import Report, page
    from notelint.report.lines import line_reader

    report = Report(
        reference=reading.reference,
        coverages=tuple(coverages),
        diagnostics=check(reading.results, reading.config, reading.reference).diagnostics,
        claims=list(judged((result.facts for result in reading.results.values()), reading.reference)),
        notes=len(reading.results),
        lines=line_reader(reading.texts.held),
    )
    files = {"index.html": page(report)}
    for coverage in coverages:
        exam = coverage.blueprint.id
        files[f"coverage-{exam}.json"] = coverage_json([coverage])
        files[f"badge-{exam}.json"] = badge_json(coverage)
        files[f"badge-{exam}.svg"] = badge_svg(coverage)
    return files
