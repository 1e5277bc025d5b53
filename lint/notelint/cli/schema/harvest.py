"""notelint schema harvest."""

from pathlib import Path

import click

from notelint.cli.schema.reading import config_option, pack_option, print_written
from notelint.cli.setup import clear_errors, fail, read_config

READERS = ("quotas", "botocore", "kube-flags")


@click.command("harvest", short_help="Draft values from a structured source.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True))
@click.option("--reader", type=click.Choice(READERS), required=True, help="What the source is.")
@click.option(
    "--page", default="https://example.org/{path}", metavar="URL", help="Address of a page; {path} stands for its path without ending."
)
@click.option("--evidence", default="", metavar="TEXT", help="Evidence of a file, such as github:owner/name@commit/{path}.")
@pack_option
@config_option
@clear_errors
def command(folder: str, reader: str, page: str, evidence: str, pack: str, config_path: str | None) -> None:
    """Draft values from DIR: tables of quotas in Markdown, bounds of members in botocore, or defaults of flags in the Kubernetes reference."""
    from notelint.curation.botocore import open_botocore
    from notelint.curation.drafts import write_drafts
    from notelint.curation.harvest import botocore_bounds, kube_flags, quotas
    from notelint.curation.trees import FolderTree
    from notelint.quantities.quantities import QuantityReader
    from notelint.reference import load_reference

    reference = load_reference(read_config((".",), config_path, isolated=False))
    quantities = QuantityReader(reference)
    if reader == "botocore":
        botocore = open_botocore(Path(folder))
        if botocore is None:
            fail(f"{folder}: no botocore; expected its folder or a wheel")
        drafts = botocore_bounds(botocore, lambda name: f"aws.{name}" if f"aws.{name}" in reference.entities else "", quantities)
    else:
        drafts = (quotas if reader == "quotas" else kube_flags)(FolderTree(Path(folder)), page, evidence, quantities)
    print_written(write_drafts(drafts, Path(pack), reader), pack)
