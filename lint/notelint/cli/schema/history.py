"""notelint schema history."""

from pathlib import Path

import click

from notelint.cli.schema.reading import config_option, pack_option, print_written
from notelint.cli.setup import clear_errors, fail, read_config


@click.command("history", short_help="Draft values from numbers that changed between two releases.")
@click.argument("old")
@click.argument("new")
@click.option(
    "--repository", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="OLD and NEW are commits of this repository."
)
@click.option("--github", metavar="OWNER/NAME", help="What the repository is called on GitHub, for `evidence` and `source`.")
@click.option("--since", metavar="DAY", help="The day of NEW; default: that of its commit.")
@pack_option
@config_option
@clear_errors
def command(old: str, new: str, repository: str | None, github: str | None, since: str | None, pack: str, config_path: str | None) -> None:
    """Draft values for sentences that are equal but for their numbers in OLD and NEW: two folders or wheels of botocore, or two commits.

    Each change becomes two drafts, the former value with `until` and the new one with `since`. Pages that give examples are left out.
    """
    from notelint.curation.botocore import open_botocore
    from notelint.curation.drafts import write_drafts
    from notelint.curation.history import changes_of_botocore, changes_of_files
    from notelint.curation.history_drafts import Origin, drafts_of
    from notelint.curation.trees import GitTree
    from notelint.quantities.quantities import QuantityReader
    from notelint.reference import load_reference

    reference = load_reference(read_config((".",), config_path, isolated=False))
    reader = QuantityReader(reference)
    if repository:
        before, after = GitTree(Path(repository), old), GitTree(Path(repository), new)
        if not before.day or not after.day:
            fail(f"{repository}: no commit {old if not before.day else new}")
        name = github or f"owner/{Path(repository).name}"
        origin = Origin(f"github:{name}@{new}/{{place}}", f"https://github.com/{name}/blob/{new}/{{place}}", since or after.day)
        changes = changes_of_files(before, after, reader)
    else:
        first, second = open_botocore(Path(old)), open_botocore(Path(new))
        if first is None or second is None:
            fail(f"{new if first else old}: no botocore; expected its folder or a wheel, or --repository with two commits")
        if not since:
            fail(f"--since: say on which day botocore {second.release} came out")
        origin = Origin(f"botocore:{second.release}/{{place}}", "", since)
        changes = changes_of_botocore(first, second, reader)
    print_written(write_drafts(drafts_of(changes, origin, reference), Path(pack), "history"), pack)
