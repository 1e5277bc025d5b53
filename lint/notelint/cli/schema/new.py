"""notelint schema new."""

import os
from pathlib import Path

import click

from notelint.cli.schema.reading import config_option
from notelint.cli.setup import clear_errors, fail, read_config

_STARTERS = ("vocabulary", "attributes", "values")
_EXAMPLE = "example.yaml"
_BLUEPRINT = ("blueprints/my-exam.yaml", "blueprint")


@click.command("new", short_help="Write a commented pack, or an exam, to start from.")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(file_okay=False))
@click.option("--blueprint", is_flag=True, help="Write a blueprint, an exam guide as data, instead.")
@config_option
@clear_errors
def command(folder: str | None, blueprint: bool, config_path: str | None) -> None:
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
