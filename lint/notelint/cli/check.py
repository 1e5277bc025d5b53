"""notelint check."""

import os
import sys

import click

from notelint.cli.setup import clear_errors, colour, config_options, fail, progress_bar, read_config
from notelint.config import SEVERITIES, Config

FORMATS = ("full", "concise", "json")


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True, help="How findings are printed.")
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules or categories; comma-separated or repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules or categories.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Lowest severity that makes the exit code 1.  [default: warning]")
@click.option("--stdin-filename", metavar="PATH", help="Path of the note that is read from standard input (argument -).")
@click.option("--show-settings", is_flag=True, help="Print every setting and where it comes from, and stop.")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    stdin_filename: str | None,
    show_settings: bool,
    config_path: str | None,
    isolated: bool,
    exam: tuple[str, ...],
    as_of: str | None,
) -> None:
    """Check the notes at PATHS (files and folders; default: the current folder; - for standard input).

    Suppress a finding with <!-- notelint-ignore-line RULE: reason -->, -next-line, -start ... -end, or -file.
    """
    paths = paths or (("-",) if stdin_filename else (".",))
    located = [stdin_filename or "." if path == "-" else path for path in paths]
    config = read_config(located, config_path, isolated=isolated, exam=exam, as_of=as_of)
    config = config.override(select=_names(select), ignore=_names(ignore), fail_on=fail_on)
    if show_settings:
        from notelint.report.settings import settings

        click.echo(settings(config))
        return
    sys.exit(_check(paths, config, output_format, stdin_filename))


def _names(given: tuple[str, ...]) -> tuple[str, ...] | None:
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip()) or None


def _check(paths: tuple[str, ...], config: Config, output_format: str, stdin_filename: str | None) -> int:
    from notelint.engine import analyse_bytes, check, collect, read_notes
    from notelint.engine.select import check_names
    from notelint.reference import load_reference

    check_names(config)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    collected = collect([path for path in paths if path != "-"], config)
    if collected.missing:
        fail("\n".join(f"{path}: no such file or folder" for path in collected.missing))
    name = (stdin_filename or "<stdin>").replace(os.sep, "/")
    reference = load_reference(config)
    with progress_bar("Reading") as progress:
        results = read_notes((path for path in collected.files if path != name), reference, progress)
    if stdin is not None:
        results[name] = analyse_bytes(name, stdin, reference)
    run = check(results, config, reference)
    _print(run, output_format, {name: stdin} if stdin is not None else {})
    if not results:
        click.echo(f"notelint: Nothing was checked, because {_reason(paths, collected)}.", err=True)
    loudest = SEVERITIES.index(config.options.fail_on)
    return int(any(diagnostic.severity.rank <= loudest for diagnostic in run.diagnostics))


def _reason(paths: tuple[str, ...], collected: "Collected") -> str:  # type: ignore[name-defined]  # noqa: F821
    if collected.other:
        return f"{', '.join(collected.other[:3])} is no Markdown file (.md, .markdown)"
    if collected.excluded:
        return f"{', '.join(collected.excluded[:3])} is excluded by the configuration or by default"
    return f"there is no Markdown file (.md, .markdown) in {', '.join(paths)}"


def _print(run: "Run", output_format: str, texts: dict[str, bytes]) -> None:  # type: ignore[name-defined]  # noqa: F821
    from notelint.report.json import diagnostics_json
    from notelint.report.lines import line_reader
    from notelint.report.style import Palette
    from notelint.report.terminal import concise, full, summary

    if output_format == "json":
        click.echo(diagnostics_json(run.diagnostics))
        return
    palette = Palette(colour())
    blocks = concise(run.diagnostics, palette) if output_format == "concise" else full(run.diagnostics, line_reader(texts), palette)
    for block in blocks:
        click.echo(block, color=palette.colour)
    if run.notes:
        click.echo(summary(run.diagnostics, len(run.notes), palette), color=palette.colour)
