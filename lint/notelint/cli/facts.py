"""notelint facts."""

from fnmatch import fnmatch
from typing import TYPE_CHECKING

import click

from notelint.cli.setup import clear_errors, colour, config_options, fail, read_config

if TYPE_CHECKING:
    from notelint.reference import Reference

FORMATS = ("table", "json", "csv", "markdown")
STATUSES = ("agrees", "contradicts", "outdated", "unknown")


@click.command("facts")
@click.argument("paths", nargs=-1)
@click.option("--output-format", type=click.Choice(FORMATS), default="table", show_default=True, help="How claims are printed.")
@click.option("--entity", multiple=True, metavar="GLOB", help="Only claims on entities whose id (or the end of it), name or alias matches.")
@click.option("--attribute", multiple=True, metavar="GLOB", help="Only claims on attributes that match.")
@click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Only claims with this status.")
@click.option(
    "--explain", metavar="FILE:LINE", help="Show how the line was read: names, quantities, candidate attributes, and why this one."
)
@click.option("--all", "everything", is_flag=True, help="Also claims without entity or attribute (tables leave them out).")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...],
    output_format: str,
    entity: tuple[str, ...],
    attribute: tuple[str, ...],
    status: tuple[str, ...],
    explain: str | None,
    everything: bool,
    config_path: str | None,
    isolated: bool,
    exam: tuple[str, ...],
    as_of: str | None,
) -> None:
    """Show what the notes at PATHS claim, and whether it agrees with the canonical values."""
    from notelint.cli.reading import read
    from notelint.notes.judged import judged
    from notelint.reference import load_reference
    from notelint.report.facts import facts_csv, facts_json, facts_markdown, facts_table
    from notelint.report.style import Palette

    located = [explain.rpartition(":")[0]] if explain else list(paths or (".",))
    config = read_config(located, config_path, isolated=isolated, exam=exam, as_of=as_of)
    if explain:
        config.boundary.check(explain.rpartition(":")[0])
        click.echo(_explained(explain, load_reference(config)))
        return
    reading = read(located, config)
    reference, results = reading.reference, reading.results
    found = [
        one
        for one in judged((result.facts for result in results.values()), reference)
        if (everything or output_format == "json" or (one.claim.entity and one.claim.attribute))
        and _matches(entity, *_names(one.claim.entity, reference))
        and _matches(attribute, one.claim.attribute)
        and (not status or one.verdict.status in status)
    ]
    if output_format == "json":
        click.echo(facts_json(found))
    elif output_format == "csv":
        click.echo(facts_csv(found, reference))
    elif output_format == "markdown":
        click.echo(facts_markdown(found, reference))
    elif found:
        click.echo(facts_table(found, reference, Palette(colour())))
    else:
        click.echo(f"No such claims in {len(results)} note{'s' * (len(results) != 1)}.", err=True)


def _names(entity: str, reference: "Reference") -> list[str]:
    """What an entity may be asked for by: id, the last part of it, name, aliases."""
    known = reference.entities.get(entity)
    return [entity, entity.rpartition(".")[2], reference.name(entity), *(known.aliases if known else ())]


def _matches(globs: tuple[str, ...], *texts: str) -> bool:
    return not globs or any(fnmatch(text.lower(), glob.lower()) for glob in globs for text in texts)


def _explained(where: str, reference: "Reference") -> str:
    from notelint.notes.explain import explain_line
    from notelint.source import SourceError, decode

    path, _, number = where.rpartition(":")
    if not path or not number.isdigit():
        fail(f"--explain: expected FILE:LINE, got {where!r}")
    with open(path, "rb") as handle:
        data = handle.read()
    try:
        return explain_line(decode(path, data), int(number), reference)
    except SourceError as error:
        fail(f"{path}:{error.position.line}:{error.position.column}: {error.message}")
