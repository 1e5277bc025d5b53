"""Where a command writes: standard error for remarks, a file for reports."""

import os
import stat
from contextlib import suppress

import click

from notelint.config import Config
from notelint.source.boundary import is_below

_LONGEST = 1000
"""Characters of a remark: names and values in it may be of any length."""


def say(text: str) -> None:
    """Tell something on standard error, on one line."""
    from notelint.report.printable import printable, without_commands

    told = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    click.echo(without_commands(f"notelint: {printable(told)}"), err=True)


def show(text: str) -> None:
    """Print one line of text that may hold words of a note."""
    from notelint.report.printable import printable, without_commands

    click.echo(without_commands(printable(text)))


def write_output(path: str, data: bytes, config: Config) -> None:
    """Write a report to a file, whole or not at all, or into what is no regular file, such as a pipe; raises OSError.

    Links are refused, and so are folders of the project that lead out of it: a pull request may have made them.
    """
    from notelint.source.write import write_all

    stream = _open_stream(path)
    if stream is not None:
        with os.fdopen(os.dup(stream), "wb") as handle:
            handle.write(data)
        return
    if os.path.islink(path):
        raise OSError(0, "is a symbolic link; name the file itself", path)
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        with open(path, "wb") as handle:
            handle.write(data)
        return
    folder = os.path.dirname(os.path.abspath(path))
    if any(is_below(folder, one) for one in config.boundary.folders):
        config.boundary.check(folder)
    os.makedirs(folder, exist_ok=True)
    write_all({path: data})


def _open_stream(path: str) -> int | None:
    """The standard stream that the path names: /dev/stdout is a link, even where standard output is a file."""
    if not path.startswith("/dev/"):
        return None
    for stream in (1, 2):
        with suppress(OSError):
            if os.path.samestat(os.stat(path), os.fstat(stream)):
                return stream
    return None
