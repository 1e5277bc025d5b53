"""notelint check."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.completers import complete_rules
from notelint.cli.output import say
from notelint.cli.setup import clear_errors, config_options, read_config
from notelint.config import SEVERITIES, Config

if TYPE_CHECKING:
    from notelint.cli.reading import RunInput
    from notelint.diagnostic import Diagnostic
    from notelint.engine.fixing.fix import Fixed
    from notelint.engine.history.gate import Gate
    from notelint.engine.store.recall import Memory
    from notelint.links.sites import Site

FORMATS = ("full", "concise", "github", "gitlab", "json", "junit", "markdown", "rdjson", "sarif")


@dataclass(frozen=True)
class CheckRequest:
    """What a run is asked to do with its findings."""

    output_format: str
    output_file: str | None
    statistics: bool
    all_findings: bool
    stdin_filename: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    corpus_rules: bool
    only_corpus_rules: bool
    changed_since: str | None
    staged: bool
    baseline: str | None
    no_baseline: bool
    no_cache: bool
    executor: str | None

    @property
    def plain(self) -> bool:
        """Nothing but a report on the notes as they are: what an earlier run found can be told again."""
        return not (self.fix or self.unsafe_fixes or self.diff or self.changed_since or self.staged)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="Make the safe fixes; what remains is reported.")
@click.option("--unsafe-fixes", is_flag=True, help="Make also fixes that a person should look at (implies --fix, or goes with --diff).")
@click.option("--diff", is_flag=True, help="Print what --fix would change, change nothing, and exit 1 if it is not nothing.")
@click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True, help="How findings are printed.")
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report there, not to standard output.")
@click.option("--all", "all_findings", is_flag=True, help="List every finding; a terminal shows counts where there are more than 50.")
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
@click.option("--only-corpus-rules", is_flag=True, help="Report only what the rules that compare notes find.")
@click.option(
    "--changed-since", metavar="REF", help="Report only what touches lines changed since this commit or branch, or is new since then."
)
@click.option("--staged", is_flag=True, help="Report only what the next commit changes or brings about; everything, if nothing is staged.")
@click.option(
    "--baseline", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="Known findings.  [default: notelint-baseline.json]"
)
@click.option("--no-baseline", is_flag=True, help="Report also what the baseline knows.")
@click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing.")
@click.option("--executor", metavar="ADDRESS", help="Analyse elsewhere: dask://HOST:PORT (needs notelint[dask]); default: processes here.")
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
    wanted = CheckRequest(**request)
    paths = paths or (("-",) if wanted.stdin_filename else (".",))
    located = [wanted.stdin_filename or "." if path == "-" else path for path in paths]
    config = read_config(located, config_path, isolated=isolated, exam=exam, as_of=as_of)
    config = config.override(select=_names(select), ignore=_names(ignore), fail_on=fail_on)
    if show_settings:
        from notelint.report.settings import settings

        click.echo(settings(config, _sites(paths, config)))
        return
    sys.exit(_check(paths, config, wanted))


def _sites(paths: tuple[str, ...], config: Config) -> "list[Site]":
    """The programs that the notes are read with."""
    import os

    from notelint.engine.run.files import collect
    from notelint.links.sites import Sites
    from notelint.links.tree import Tree

    files = collect([path for path in paths if path != "-"], config).files
    return Sites(Tree(os.getcwd(), str(config.root)), config.options.site).all(files)


def _names(given: tuple[str, ...]) -> tuple[str, ...] | None:
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip()) or None


def _check(paths: tuple[str, ...], config: Config, wanted: CheckRequest) -> int:
    from notelint.cli.executors import executor_at
    from notelint.cli.gating import less_known
    from notelint.cli.reading import read
    from notelint.cli.reporting import report

    with executor_at(wanted.executor) as executor:
        reading = read(paths, config, wanted.stdin_filename, use_cache=not wanted.no_cache, executor=executor)
        if wanted.diff:
            return _diff(reading, paths, wanted)
        memory = _memory(reading, wanted)
        diagnostics = less_known(_remembered(reading, memory, wanted), reading, wanted) if memory else _found(reading, paths, wanted)
    if wanted.only_corpus_rules:
        from notelint.rules import RULES_BY_ID, Scope

        diagnostics = [one for one in diagnostics if RULES_BY_ID[one.rule].SCOPE is Scope.CORPUS]
    report(diagnostics, reading, wanted)
    loudest = SEVERITIES.index(config.options.fail_on)
    return int(any(diagnostic.severity.rank <= loudest for diagnostic in diagnostics))


def _memory(reading: "RunInput", wanted: CheckRequest) -> "Memory | None":
    """What earlier runs found, if it may be told again."""
    from notelint.engine.store.recall import Memory

    unread = reading.collected.misnamed or reading.collected.outside
    if wanted.no_cache or not wanted.plain or reading.stdin is not None or unread:
        return None
    return Memory(reading.cache, reading.config, reading.context, reading.notes, wanted.corpus_rules)


def _remembered(reading: "RunInput", memory: "Memory", wanted: CheckRequest) -> "list[Diagnostic]":
    """What the last run found if nothing has changed, else what is found now."""
    if memory.kept and not memory.changed:
        return memory.kept.diagnostics
    from notelint.engine.incremental.renew import up_to_date

    return up_to_date(memory, reading.read, reading.config, reading.reference, corpus=wanted.corpus_rules)


def _found(reading: "RunInput", paths: tuple[str, ...], wanted: CheckRequest) -> "list[Diagnostic]":
    from notelint.cli.gating import gate_for, say_what_is_gone
    from notelint.engine.run.select import check_names

    check_names(reading.config)
    gate = gate_for(reading, paths, wanted)
    diagnostics = _fix(reading, gate, wanted) if wanted.fix or wanted.unsafe_fixes else gate(reading.results)
    if gate.baseline and gate.matched:
        say_what_is_gone(gate.baseline, gate.matched)
    return diagnostics


def _fixed(reading: "RunInput", gate: "Gate", wanted: CheckRequest) -> "Fixed":
    from notelint.engine.fixing.fix import fix, fix_files

    if wanted.diff:
        fixed = fix(reading.results, gate, reading.texts, reading.reference, unsafe=wanted.unsafe_fixes)
    else:
        unwritten = frozenset([reading.stdin] if reading.stdin else [])
        fixed = fix_files(reading.results, gate, reading.texts, reading.reference, unsafe=wanted.unsafe_fixes, unwritten=unwritten)
    for path, reason in sorted(fixed.refused.items()):
        what = "some fixes were left out" if path in fixed.changed else "not fixed"
        say(f"{path}: {what}: {reason}")
    return fixed


def _diff(reading: "RunInput", paths: tuple[str, ...], wanted: CheckRequest) -> int:
    """Print what would change; 1 if anything would."""
    from notelint.cli.gating import gate_for
    from notelint.report.diff import diff
    from notelint.source import Texts

    before = Texts(dict(reading.texts.held))
    fixed = _fixed(reading, gate_for(reading, paths, wanted), wanted)
    for path, data in sorted(fixed.changed.items()):
        for line in diff(path, before.read(path), data):
            click.echo(line, nl=False)
    return int(bool(fixed.changed))


def _fix(reading: "RunInput", gate: "Gate", wanted: CheckRequest) -> "list[Diagnostic]":
    """Write what is fixed (standard input goes to standard output) and say how much that was; returns what remains."""
    fixed = _fixed(reading, gate, wanted)
    if fixed.made:
        rules = ", ".join(f"{rule} {count}" for rule, count in fixed.made.most_common())
        notes = len(fixed.changed)
        say(f"{fixed.made.total()} fixed in {notes} note{'s' * (notes != 1)} ({rules})")
    if reading.stdin is not None:
        click.echo(reading.texts.read(reading.stdin), nl=False)
    return fixed.diagnostics
