"""What the commands on packs have in common."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.setup import fail

if TYPE_CHECKING:
    from notelint.curation.drafts import Written
    from notelint.curation.library import Library

_FAR = date(9999, 12, 31)

config_option = click.option("--config", "config_path", type=click.Path(exists=True, dir_okay=False), help="Configuration file to use.")


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Where texts are: a botocore, and copies of documentation."""
    options = (
        click.option(
            "--botocore", metavar="PATH", type=click.Path(exists=True), help="Folder or wheel of botocore; default: the installed one."
        ),
        click.option(
            "--docs", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Folder with copies of documentation repositories."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def library_of(botocore: str | None, docs: str | None, *, newest: bool = False) -> "Library":
    """The texts that the options name."""
    from notelint.curation.botocore import open_botocore
    from notelint.curation.library import Library

    release = open_botocore(Path(botocore) if botocore else None)
    if botocore and release is None:
        fail(f"{botocore}: no botocore; expected its folder, a folder that holds it, or a wheel")
    return Library(release, Path(docs) if docs else None, newest=newest)


def reread_sources(packs: dict[str, Path], own: str | None, library: "Library", *, today: bool = False) -> bool:
    """Read the evidence of the values of a pack (None: of all) again and print what is not stated there; was there any? `today` leaves former values out."""
    from notelint.curation.sources import Outcome, reread
    from notelint.reference.compile import compile_reference

    reference = compile_reference(packs, _FAR)
    values = [one for one in reference.values if (own is None or one.where.startswith(f"{own}/")) and not (today and one.until)]
    counts: Counter[Outcome] = Counter()
    for one in reread(values, library, reference):
        counts[one.outcome] += 1
        if one.outcome is Outcome.NOT_STATED:
            click.echo(f"{one.value.where}: error: {one.value.entity} {one.value.attribute}: {one.told}")
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome])
    click.echo(f"Sources of {len(values)} value{'s' * (len(values) != 1)}: {told or 'none'}.")
    return counts[Outcome.NOT_STATED] > 0


pack_option = click.option(
    "--pack",
    default="schema",
    show_default=True,
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="The pack that drafts are written to.",
)


def print_written(written: "Written", pack: str) -> None:
    """Say which files drafts went to, and what to do with them."""
    for name, count in written.files.items():
        click.echo(f"wrote {count} draft{'s' * (count != 1)} to {pack}/{name}")
    click.echo(f"Next: `notelint schema review {pack}` goes through them." if written.files else "Nothing to draft.")
