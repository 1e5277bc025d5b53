"""notelint init."""

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notelint.cli.setup import clear_errors, fail, read_config

if TYPE_CHECKING:
    from notelint.engine.run.survey import Survey

_CI = {"github": (".github/workflows/notelint.yml", "github-workflow.yml"), "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml")}
_HOOKS = ".pre-commit-config.yaml"


@click.command("init")
@click.argument("folder", default=".", type=click.Path(file_okay=False, exists=True))
@click.option("--pre-commit", is_flag=True, help=f"Also write {_HOOKS}.")
@click.option("--ci", type=click.Choice(sorted(_CI)), help="Also write the file for this service.")
@clear_errors
def command(folder: str, pre_commit: bool, ci: str | None) -> None:
    """Write a commented notelint.toml that suits the notes in FOLDER (default: the current folder).

    Asks nothing, overwrites nothing: what would go into a file that is there already is printed.
    """
    root = Path(folder)
    seen = _survey(folder)
    exam = f"; they speak of the exam {seen.exam}" if seen.exam else ""
    click.echo(f"{seen.notes} note{'s' * (seen.notes != 1)} in {os.path.abspath(folder)}{exam}")
    _settings(root, seen)
    if pre_commit:
        _write(root / _HOOKS, _starter("pre-commit-config.yaml"))
    if ci:
        _write(root / _CI[ci][0], _starter(_CI[ci][1]))
    _next(root, pre_commit=pre_commit, ci=ci)


def _survey(folder: str) -> "Survey":
    from notelint.cli.reading import read
    from notelint.engine.run.survey import survey

    reading = read([folder], read_config([folder], None, isolated=True))
    return survey(folder, reading.results, reading.reference)


def _settings(root: Path, seen: "Survey") -> None:
    """Write notelint.toml, unless settings for these notes stand somewhere already."""
    from notelint.config import discover
    from notelint.reference import load_reference

    found = discover([str(root)])
    if found and found.name != "notelint.toml":
        click.echo(f"{found} holds settings of notelint already: left as it is")
        return
    known = sorted(load_reference(read_config([str(root)], None, isolated=True)).blueprints)
    text = _starter("notelint.toml").replace("@KNOWN@", ", ".join(known))
    text = text.replace("@EXAM@", f'exam = "{seen.exam}"' if seen.exam else '# exam = "mls-c01"')
    listed = ", ".join(f'"{name}"' for name in seen.no_notes)
    text = text.replace("@EXCLUDE@", f"exclude = [{listed}]" if listed else '# exclude = ["drafts/"]')
    _write(root / "notelint.toml", text, show=False)


def _write(path: Path, text: str, *, show: bool = True) -> None:
    """Make a file; print what it would hold where it is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as handle:
            handle.write(text)
        click.echo(f"wrote {path}")
    except FileExistsError:
        click.echo(f"{path} is there already: left as it is" + ("; it could hold\n" if show else ""))
        if show:
            click.echo(text)


def _next(root: Path, *, pre_commit: bool, ci: str | None) -> None:
    click.echo("Next: `notelint check` shows what is found, `notelint baseline create` keeps old findings from stopping anybody.")
    if not pre_commit:
        click.echo(f"`notelint init --pre-commit` writes {_HOOKS}, a check before each commit.")
    if not ci:
        service = _service(root)
        click.echo(f"`notelint init --ci {service}` writes {_CI[service][0]}, a check of each pull request.")


def _service(root: Path) -> str:
    config = root / ".git" / "config"
    told = config.read_text(encoding="utf-8", errors="replace") if config.is_file() else ""
    return "gitlab" if (root / ".gitlab-ci.yml").exists() or "gitlab" in told else "github"


def _starter(name: str) -> str:
    try:
        return files("notelint.cli").joinpath("starters", name).read_text(encoding="utf-8")
    except FileNotFoundError:
        fail(f"{name} is missing from the installation; install notelint again")
