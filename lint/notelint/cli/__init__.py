"""The command line. Commands are imported when they are called, so that --help and --version are quick."""

import gc
import importlib
import io
import os
import sys
from contextlib import suppress

import click

from notelint import __version__

_COMMANDS = {
    "baseline": "Keep known findings out of the way: create, update, prune.",
    "cards": "Make flashcards of what notes or packs state.",
    "check": "Check notes and report what is wrong.",
    "completion": "Print the completion script of a shell.",
    "coverage": "Show how much of an exam the notes cover.",
    "exams": "List the exams that notes can be measured against.",
    "explain": "Print the page of a rule.",
    "facts": "Show what the notes claim.",
    "init": "Write a commented notelint.toml, hooks and a CI file.",
    "mcp": "Serve coding agents over the Model Context Protocol.",
    "quiz": "Ask what notes or packs state, in the terminal.",
    "report": "Write an HTML report: coverage, findings, facts.",
    "rules": "List the rules.",
    "schema": "Check the packs that say what is true, and start your own.",
    "server": "Check notes in an editor while they are written.",
    "watch": "Check again when notes change; print only what changed.",
    "words": "Accept words: add, list, unused.",
}
_INTERRUPTED = 130
"""What a shell says of a program that Ctrl-C has ended."""


class _Commands(click.Group):
    """Loads notelint.cli.<name> for the command <name>."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"notelint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from notelint.source.close_names import close_names

            close = close_names(args[0], _COMMANDS, 1)
            hint = f' Did you mean "{close[0]}"?' if close else f" Commands are {', '.join(sorted(_COMMANDS))}."
            raise click.UsageError(f'No such command "{args[0]}".{hint}', ctx) from None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="notelint")
def main() -> None:
    """A linter for what study notes say: wrong and conflicting facts, misspelt terms, unfinished sections, exam coverage.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.
    """
    _write_utf8()


def run() -> None:
    """The program: `main`, and out at once. To take apart all that a run holds would take longer than most runs."""
    code = 2
    try:
        closed = _open_streams()
        code = 2 if closed else _run()
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:  # servers close what they speak over
                stream.flush()
    except OSError as error:  # most likely nothing more can be printed: the disk is full, or the reader of a pipe has gone
        code = 1 if isinstance(error, BrokenPipeError) else 2
        with suppress(OSError):
            click.echo(f"notelint: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
    os._exit(code)


def _run() -> int:
    """The exit code of the command."""
    try:
        code = main(standalone_mode=False)
    except SystemExit as end:
        code = end.code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("notelint: interrupted", err=True)
        code = _INTERRUPTED
    return code if isinstance(code, int) else int(bool(code))


def _open_streams() -> bool:
    """Put the null device in the place of streams that are closed, so that no file that is opened takes their number; is standard output one of them?"""
    closed = []
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            closed.append(os.open(os.devnull, os.O_RDWR))
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115 - open as long as the program runs
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    if 1 in closed:
        click.echo("notelint: standard output is closed", err=True)
    return 1 in closed


def _write_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that lacks a character gets its number."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or "PYTHONIOENCODING" in os.environ:
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    gc.set_threshold(1_000_000)  # packs and notes are many objects that live on, and hardly any are cycles
