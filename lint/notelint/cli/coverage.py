"""notelint coverage."""

import click

from notelint.cli.setup import clear_errors, config_options, fail, progress_bar, read_config

FORMATS = ("table", "json")


@click.command("coverage")
@click.argument("paths", nargs=-1)
@click.option("--output-format", type=click.Choice(FORMATS), default="table", show_default=True, help="How coverage is printed.")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...], output_format: str, config_path: str | None, isolated: bool, exam: tuple[str, ...], as_of: str | None
) -> None:
    """Show how much of an exam the notes at PATHS cover (files and folders; default: the current folder)."""
    from notelint.coverage import measure
    from notelint.engine import collect, read_notes
    from notelint.reference import load_reference
    from notelint.report.coverage_json import coverage_json

    paths = paths or (".",)
    config = read_config(paths, config_path, isolated=isolated, exam=exam, as_of=as_of)
    reference = load_reference(config)
    if not config.options.exam:
        fail(f"no exam is set: give --exam ID or set exam in notelint.toml; known are {', '.join(sorted(reference.blueprints))}")
    collected = collect(paths, config)
    if collected.missing:
        fail("\n".join(f"{path}: no such file or folder" for path in collected.missing))
    with progress_bar("Reading") as progress:
        results = read_notes(collected.files, reference, progress)
    notes = [result.facts for result in results.values()]
    coverages = [measure(notes, reference.blueprints[name], reference) for name in config.options.exam]
    click.echo(coverage_json(coverages))
