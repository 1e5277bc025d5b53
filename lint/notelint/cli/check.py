"""notelint check."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.completion import complete_rules
from notelint.cli.setup import clear_errors, config_options, read_config
from notelint.config import SEVERITIES, Config

if TYPE_CHECKING:
    from notelint.cli.reading import Reading
    from notelint.diagnostic import Diagnostic
    from notelint.engine.fix import Fixed
    from notelint.engine.gate import Gate

FORMATS = ("full", "concise", "github", "gitlab", "json", "junit", "markdown", "rdjson", "sarif")


@dataclass(frozen=True)
class Request:
    """What a run is asked to do with its findings."""

    output_format: str
    output_file: str | None
    statistics: bool
    stdin_filename: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    corpus_rules: bool
    changed_since: str | None
    staged: bool
    baseline: str | None
    no_baseline: bool


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="Make the safe fixes; what remains is reported.")
@click.option("--unsafe-fixes", is_flag=True, help="Make also fixes that a person should look at (implies --fix, or goes with --diff).")
@click.option("--diff", is_flag=True, help="Print what --fix would change, change nothing, and exit 1 if it is not nothing.")
@click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True, help="How findings are printed.")
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report there, not to standard output.")
@click.option("--statistics", is_flag=True, help="Print how often each rule found something instead of each finding.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Run only these rules or categories; comma-separated or repeated.",
)
@click.option("--ignore", multiple=True, metavar="RULE", shell_complete=complete_rules, help="Do not run these rules or categories.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Lowest severity that makes the exit code 1.  [default: warning]")
@click.option(
    "--corpus-rules/--no-corpus-rules", default=True, help="Run also the rules that compare notes; without, when only some are given."
)
@click.option(
    "--changed-since", metavar="REF", help="Report only what touches lines changed since this commit or branch, or is new since then."
)
@click.option("--staged", is_flag=True, help="Report only what the next commit changes or brings about; everything, if nothing is staged.")
@click.option(
    "--baseline", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="Known findings.  [default: notelint-baseline.json]"
)
@click.option("--no-baseline", is_flag=True, help="Report also what the baseline knows.")
@click.option("--stdin-filename", metavar="PATH", help="Path of the note that is read from standard input (argument -).")
@click.option("--show-settings", is_flag=True, help="Print every setting and where it comes from, and stop.")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    show_settings: bool,
    config_path: str | None,
    isolated: bool,
    exam: tuple[str, ...],
    as_of: str | None,
    **request: Any,
) -> None:
    """Check the notes at PATHS (files and folders; default: the current folder; - for standard input).

    Suppress a finding with <!-- notelint-ignore-line RULE: reason -->, -next-line, -start ... -end, or -file.
    """
    wanted = Request(**request)
    paths = paths or (("-",) if wanted.stdin_filename else (".",))
    located = [wanted.stdin_filename or "." if path == "-" else path for path in paths]
    config = read_config(located, config_path, isolated=isolated, exam=exam, as_of=as_of)
    config = config.override(select=_names(select), ignore=_names(ignore), fail_on=fail_on)
    if show_settings:
        from notelint.report.settings import settings

        click.echo(settings(config))
        return
    sys.exit(_check(paths, config, wanted))


def _names(given: tuple[str, ...]) -> tuple[str, ...] | None:
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip()) or None


def _check(paths: tuple[str, ...], config: Config, wanted: Request) -> int:
    from notelint.cli.gating import gate_for, say_what_is_gone
    from notelint.cli.reading import read
    from notelint.cli.reporting import report
    from notelint.engine.select import check_names

    check_names(config)
    reading = read(paths, config, wanted.stdin_filename)
    gate = gate_for(reading, paths, wanted)
    if wanted.diff:
        return _diff(reading, gate, wanted)
    diagnostics = _fix(reading, gate, wanted) if wanted.fix or wanted.unsafe_fixes else gate(reading.results)
    report(diagnostics, reading, wanted)
    say_what_is_gone(gate)
    loudest = SEVERITIES.index(config.options.fail_on)
    return int(any(diagnostic.severity.rank <= loudest for diagnostic in diagnostics))


def _fixed(reading: "Reading", gate: "Gate", wanted: Request) -> "Fixed":
    from notelint.engine.fix import fix

    fixed = fix(reading.results, gate, reading.texts, reading.reference, unsafe=wanted.unsafe_fixes)
    for path, reason in sorted(fixed.refused.items()):
        click.echo(f"notelint: {path}: not fixed: {reason}", err=True)
    return fixed


def _diff(reading: "Reading", gate: "Gate", wanted: Request) -> int:
    """Print what would change; 1 if anything would."""
    from notelint.report.diff import diff
    from notelint.source import Texts

    before = Texts(dict(reading.texts.held))
    fixed = _fixed(reading, gate, wanted)
    for path, data in sorted(fixed.changed.items()):
        for line in diff(path, before.read(path), data):
            click.echo(line, nl=False)
    return int(bool(fixed.changed))


def _fix(reading: "Reading", gate: "Gate", wanted: Request) -> "list[Diagnostic]":
    """Write what is fixed (standard input goes to standard output) and say how much that was; returns what remains."""
    from notelint.engine.write import write_all

    fixed = _fixed(reading, gate, wanted)
    write_all({path: data for path, data in fixed.changed.items() if path != reading.stdin})
    if fixed.made:
        rules = ", ".join(f"{rule} {count}" for rule, count in fixed.made.most_common())
        notes = len(fixed.changed)
        click.echo(f"notelint: {fixed.made.total()} fixed in {notes} note{'s' * (notes != 1)} ({rules})", err=True)
    if reading.stdin is not None:
        click.echo(reading.texts.read(reading.stdin), nl=False)
    return fixed.diagnostics
