"""notelint schema watch."""

import sys

import click

from notelint.cli.schema.check import packs_to_check
from notelint.cli.schema.reading import config_option, library_of, reread_sources, source_options
from notelint.cli.setup import clear_errors, read_config


@click.command("watch", short_help="Compare values with the newest release of what they were read from.")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path())
@source_options
@config_option
@clear_errors
def command(folder: str | None, botocore: str | None, docs: str | None, config_path: str | None) -> None:
    """Report the values of the pack in DIR that the newest botocore, or the newest commit of the documentation, no longer states.

    Nothing is downloaded: install botocore anew, and pull the copies of the documentation, before. Exit code 1 if a number changed.
    """
    config = read_config((".",), config_path, isolated=False)
    packs, own = packs_to_check(config, folder)
    sys.exit(int(reread_sources(packs, own, library_of(botocore, docs, newest=True), today=True)))
