"""notelint schema: check and start packs."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notelint.cli.setup import clear_errors, fail, read_config

if TYPE_CHECKING:
    from notelint.config import Config
    from notelint.packs.problem import Problem

_SHOWN = 50
_STARTERS = ("vocabulary", "attributes", "values")
_EXAMPLE = "example.yaml"
_BLUEPRINT = ("blueprints/my-exam.yaml", "blueprint")

_config = click.option("--config", "config_path", type=click.Path(exists=True, dir_okay=False), help="Configuration file to use.")


@click.group("schema")
def command() -> None:
    """Check the packs that say what is true, and start one of your own."""


@command.command("check", short_help="Check a pack together with the shipped ones.")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path())
@click.option("--fail-on", type=click.Choice(("error", "warning")), default="error", show_default=True, help="What makes the exit code 1.")
@_config
@clear_errors
def check(folder: str | None, fail_on: str, config_path: str | None) -> None:
    """Check the pack in DIR together with the shipped packs (default: the project's own; without one, the shipped packs).

    Errors keep every command from running; a warning is a word that means two things, or a value that stands twice.
    """
    from notelint.packs.check import check_packs

    config = read_config((".",), config_path, isolated=False)
    packs, own = _packs(config, folder)
    problems = check_packs(packs, own)
    _print(problems)
    click.echo(_summary(problems, own or "the shipped packs"))
    sys.exit(int(any(problem.fatal or fail_on == "warning" for problem in problems)))


def _packs(config: "Config", folder: str | None) -> tuple[dict[str, Path], str | None]:
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


@command.command("new", short_help="Write a commented pack, or an exam, to start from.")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(file_okay=False))
@click.option("--blueprint", is_flag=True, help="Write a blueprint, an exam guide as data, instead.")
@_config
@clear_errors
def new(folder: str | None, blueprint: bool, config_path: str | None) -> None:
    """Write a commented pack to start from into DIR (default: the schema folder of the project): vocabulary, attributes, values.

    Overwrites nothing.
    """
    config = read_config((".",), config_path, isolated=False)
    root = Path(folder) if folder else Path(os.path.relpath(config.root / config.options.schema))
    files = [_BLUEPRINT] if blueprint else [(f"{name}/{_EXAMPLE}", name) for name in _STARTERS]
    _refuse_to_overwrite([root / path for path, _ in files])
    for path, template in files:
        _write(root / path, template)
    shown = "" if not folder else f" {folder}"
    click.echo(
        f"Next: `notelint schema check{shown}` tells what does not fit" + (", `notelint exams` lists your exam." if blueprint else ".")
    )


def _refuse_to_overwrite(paths: list[Path]) -> None:
    there = [str(path) for path in paths if os.path.lexists(path)]
    if there:
        fail(f"{', '.join(there)} {'is' if len(there) == 1 else 'are'} there already; nothing was written")


def _write(path: Path, template: str) -> None:
    from notelint.source.shipped import shipped

    text = (shipped() / "templates" / f"{template}.yaml").read_text(encoding="utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
    click.echo(f"wrote {path}")
