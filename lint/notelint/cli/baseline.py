"""notelint baseline create, update and prune."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.output import show
from notelint.cli.setup import clear_errors, config_options, fail, read_config

if TYPE_CHECKING:
    from notelint.cli.reading import RunInput
    from notelint.diagnostic import Diagnostic
    from notelint.engine.history.baseline import Baseline
    from notelint.engine.history.baseline_match import BaselineMatch


@click.group("baseline")
def command() -> None:
    """Keep a list of the findings that are there already, so that `check` stops nobody because of them.

    The list is notelint-baseline.json; it holds no line numbers, and `check` uses it when it is there.
    """


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    function = config_options(clear_errors(function))
    function = click.option("--baseline", "file", type=click.Path(dir_okay=False), metavar="FILE", help="Use another file.")(function)
    return click.argument("paths", nargs=-1, type=click.Path())(function)


@command.command("create")
@_options
def create(paths: tuple[str, ...], file: str | None, **options: Any) -> None:
    """Write down every finding in the notes at PATHS (default: the current folder). Refuses if there is a baseline."""
    from notelint.engine.history.baseline import record
    from notelint.engine.history.baseline_file import FILE, find_baseline

    reading = _read(paths, options)
    known = Path(file) if file and Path(file).exists() else None if file else find_baseline(reading.config.root)
    if known:
        fail(f"{os.path.relpath(known)} is there already: `notelint baseline update` changes it, or remove it first")
    target = Path(file) if file else reading.config.root / FILE
    reading.config.boundary.check_file(target)
    baseline = record(target, _findings(reading), reading.texts)
    baseline.save()
    notes = len(baseline.notes)
    click.echo(f"{os.path.relpath(baseline.path)}: {_count(baseline.total())} in {notes} note{'s' * (notes != 1)}")


@command.command("update")
@_options
def update(paths: tuple[str, ...], file: str | None, **options: Any) -> None:
    """Take in new findings, each of which is printed, drop what no longer occurs, and follow notes that moved."""
    from notelint.engine.history.baseline_match import updated

    reading, baseline, diagnostics, found = _against(paths, file, options)
    updated(baseline, found, diagnostics, reading.texts).save()
    for diagnostic in found.new:
        place = diagnostic.place
        show(f"taken in: {place.path}:{place.start.line}:{place.start.column}: {diagnostic.rule}: {diagnostic.finding.message}")
    _say(baseline, found)
    click.echo(f"{os.path.relpath(baseline.path)}: {_count(len(found.new))} taken in, {found.gone.total()} dropped, {found.known} kept")


@command.command("prune")
@_options
def prune(paths: tuple[str, ...], file: str | None, **options: Any) -> None:
    """Drop what no longer occurs and follow notes that moved; takes nothing in."""
    from notelint.engine.history.baseline_match import pruned

    _, baseline, _, found = _against(paths, file, options)
    pruned(baseline, found).save()
    _say(baseline, found)
    click.echo(f"{os.path.relpath(baseline.path)}: {found.gone.total()} dropped, {found.known} kept")


def _read(paths: tuple[str, ...], options: dict[str, Any]) -> "RunInput":
    from notelint.cli.reading import read
    from notelint.engine.run.select import check_names

    paths = paths or (".",)
    config = read_config(paths, **options)
    check_names(config)
    return read(paths, config)


def _findings(reading: "RunInput") -> "list[Diagnostic]":
    from notelint.engine.history.gate import Gate

    return Gate(reading.config, reading.reference, reading.texts)(reading.results)


def _against(
    paths: tuple[str, ...], file: str | None, options: dict[str, Any]
) -> "tuple[RunInput, Baseline, list[Diagnostic], BaselineMatch]":
    from notelint.engine.history.baseline import load_baseline
    from notelint.engine.history.baseline_file import find_baseline
    from notelint.engine.history.baseline_match import match

    reading = _read(paths, options)
    path = Path(file) if file else find_baseline(reading.config.root)
    if path is None or not path.exists():
        fail(f"there is no baseline ({path or 'notelint-baseline.json'}); `notelint baseline create` makes one")
    reading.config.boundary.check_file(path)
    baseline = load_baseline(path)
    diagnostics = _findings(reading)
    found = match(baseline, diagnostics, reading.results, reading.texts, reading.config, corpus=True)
    return reading, baseline, diagnostics, found


def _say(baseline: "Baseline", found: "BaselineMatch") -> None:
    for old, new in sorted(found.renames.items()):
        show(f"moved: {old} -> {new}")
    for name, identity in sorted(found.gone):
        show(f"dropped: {name}: {identity.rule}: {identity.text or identity.subject}")


def _count(number: int) -> str:
    return f"{number} finding{'s' * (number != 1)}"
