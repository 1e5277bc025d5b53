"""notelint schema suggest."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notelint.cli.schema.reading import config_option, pack_option, print_written
from notelint.cli.setup import clear_errors, fail, read_config

if TYPE_CHECKING:
    from notelint.cli.reading import RunInput
    from notelint.curation.unknown_numbers import UnknownNumber


@click.command("suggest", short_help="Draft entries for the numbers in notes that no pack knows.")
@click.argument("paths", nargs=-1, metavar="NOTES...", required=True)
@click.option("--docs", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Documentation in which values are looked for.")
@click.option(
    "--page", default="", metavar="URL", help="Address of a page of the documentation; {path} stands for its path without ending."
)
@click.option("--at-least", default=1, show_default=True, metavar="N", help="Leave out what notes state less often.")
@pack_option
@config_option
@clear_errors
def command(paths: tuple[str, ...], docs: str | None, page: str, at_least: int, pack: str, config_path: str | None) -> None:
    """Draft entities and properties for the numbers in NOTES that no pack knows, and values where a sentence of the documentation agrees.

    Drafts are ranked by how often notes state them. No rule reads them before a person has confirmed them: `notelint schema review`.
    """
    from notelint.cli.reading import read
    from notelint.curation.docs import Docs
    from notelint.curation.drafts import read_review, write_drafts
    from notelint.curation.suggest import drafts_of

    if page and "{path}" not in page:
        fail("--page: expected an address with {path}, such as https://example.org/docs/{path}/")
    reading = read(paths, read_config(paths, config_path, isolated=False))
    searched = Docs(Path(docs), page, reading.reference) if docs else None
    seen = read_review(Path(pack))
    drafts = drafts_of(_numbers(reading), reading.reference, searched)
    print_written(write_drafts([one for one in drafts if one.times >= at_least and one.name not in seen], Path(pack), "suggested"), pack)


def _numbers(reading: "RunInput") -> "Iterator[UnknownNumber]":
    from notelint.curation.unknown_numbers import unknown_numbers
    from notelint.document import parse

    for path, result in reading.results.items():
        if source := reading.texts.source(path):
            yield from unknown_numbers(parse(source), result.facts.claims, reading.reference)
