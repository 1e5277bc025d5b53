"""notelint watch."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import click

from notelint.cli.setup import clear_errors, colour, fail

_ENDINGS = (".md", ".markdown", ".mdx", ".toml", ".yaml", ".yml", ".txt", ".gitignore")
"""Files whose change may change what is found: notes, settings, packs, word lists."""


@click.command("watch", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[OPTIONS OF CHECK] [PATHS]...")
@clear_errors
def command(arguments: tuple[str, ...]) -> None:
    """Check again whenever a note changes, and print only what is new (+) and what is gone (-). Ctrl-C ends it.

    Takes the options of `notelint check` that choose notes and rules.
    """
    try:
        from watchfiles import watch
    except ImportError:
        fail("notelint watch needs watchfiles: pip install 'notelint[watch]'")
    found = _check(arguments)
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} finding{'s' * (len(found) != 1)}. Waiting for changes; Ctrl-C ends.", err=True)
    watched = [one for one in arguments if os.path.exists(one)] or ["."]
    try:
        for _ in watch(*watched, watch_filter=lambda change, path: path.endswith(_ENDINGS), raise_interrupt=True):
            now = _check(arguments)
            for sign, line in _changes(found, now):
                click.echo(click.style(f"{sign} {line}", fg="red" if sign == "+" else "green") if colour() else f"{sign} {line}")
            found = now
    except KeyboardInterrupt:
        click.echo(err=True)


def _check(arguments: tuple[str, ...]) -> list[str]:
    """The lines of `notelint check`, run in a process of its own, so that settings and packs are read anew and memory stays flat; ends where it could not run."""
    command = [sys.executable, "-P", "-m", "notelint", "check", "--output-format", "concise", "--all", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        fail(done.stderr.strip() or "the notes could not be checked")
    return done.stdout.splitlines()[:-1]  # the last one counts them


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """What is new and what is gone, with a sign each."""
    for sign, ones, others in (("+", after, before), ("-", before, after)):
        left = Counter(map(_without_place, others))
        for one in ones:
            if left[_without_place(one)]:
                left[_without_place(one)] -= 1
            else:
                yield sign, one


def _without_place(line: str) -> str:
    """File and finding: what stays the same when lines move."""
    return ":".join(part for part in line.split(":") if not part.isdigit())
