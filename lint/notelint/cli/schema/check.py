"""notelint schema check."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notelint.cli.schema.reading import config_option, library_of, reread_sources, source_options
from notelint.cli.setup import clear_errors, fail, read_config

if TYPE_CHECKING:
    from notelint.config import Config
    from notelint.packs.problem import Problem

_SHOWN = 50


@click.command("check", short_help="Check a pack together with the shipped ones.")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path())
@click.option("--fail-on", type=click.Choice(("error", "warning")), default="error", show_default=True, help="What makes the exit code 1.")
@click.option("--sources", is_flag=True, help="Also read the places again that values were read from, as far as they are on this machine.")
@source_options
@config_option
@clear_errors
def command(folder: str | None, fail_on: str, sources: bool, botocore: str | None, docs: str | None, config_path: str | None) -> None:
    """Check the pack in DIR together with the shipped packs (default: the project's own; without one, the shipped packs).

    Errors keep every command from running; a warning is a word that means two things, or a value that is there twice. A draft is an
    error here, and unknown to every other command.
    """
    from notelint.packs.check import check_packs

    config = read_config((".",), config_path, isolated=False)
    packs, own = packs_to_check(config, folder)
    problems = check_packs(packs, own)
    _print(problems)
    click.echo(_summary(problems, own or "the shipped packs"))
    failed = any(problem.fatal or fail_on == "warning" for problem in problems)
    if sources and not any(problem.fatal for problem in problems):
        failed |= reread_sources(packs, own, library_of(botocore, docs))
    sys.exit(int(failed))


def packs_to_check(config: "Config", folder: str | None) -> tuple[dict[str, Path], str | None]:
    """All packs to read, and the name of the one that is asked about; none for all shipped ones."""
    from notelint.packs.folders import is_pack
    from notelint.packs.locate import shipped_packs
    from notelint.reference import chosen_packs, own_pack
    from notelint.source.shipped import shipped

    chosen = chosen_packs(config)
    own = Path(folder) if folder else own_pack(config)
    if own is None or own.resolve() == shipped().resolve():
        return chosen, None
    if not own.is_dir():
        fail(f"{folder}: no such folder; `notelint schema new {folder}` writes a pack to start from")
    for name, path in shipped_packs().items():
        if path.resolve() == own.resolve():
            return chosen | {f"packs/{name}": path}, f"packs/{name}"
    if not is_pack(own):
        fail(
            f"{folder}: no pack: it holds no vocabulary/, attributes/, values/, blueprints/ or requirements/ with *.yaml, nor words/ with *.txt"
        )
    shown = os.path.relpath(own).replace(os.sep, "/")
    return chosen | {shown: own}, shown


def _print(problems: "Iterable[Problem]") -> None:
    from notelint.packs.problem import at_most

    for line in at_most(_SHOWN, [str(problem) for problem in problems]):
        click.echo(line)


def _summary(problems: "list[Problem]", what: str) -> str:
    errors = sum(problem.fatal for problem in problems)
    warnings = len(problems) - errors
    counts = [f"{count} {word}{'s' * (count != 1)}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return f"Found {', '.join(counts)} in {what}." if counts else f"Nothing to report in {what}."
