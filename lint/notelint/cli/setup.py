"""What several commands need: configuration, reference, files, and errors as one line and exit code 2."""

import functools
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import click

from notelint.cli.completers import complete_exams
from notelint.cli.output import say
from notelint.config import Config, ConfigError, discover, load
from notelint.config.discover import FILE
from notelint.source.boundary import Boundary, boundary_around

COULD_NOT_RUN = 2


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--config, --isolated, --exam and --as-of; --config-from, --no-gitignore and --follow-outside, which `read_config` looks up itself."""
    for option in (
        click.option("--as-of", metavar="DATE", help="Judge values as of this day (YYYY-MM-DD)."),
        click.option(
            "--exam",
            multiple=True,
            metavar="ID",
            shell_complete=complete_exams,
            help="Exam that the notes are for; may be given more than once.",
        ),
        click.option("--isolated", is_flag=True, help="Ignore all configuration files."),
        click.option("--config", "config_path", type=click.Path(exists=True, dir_okay=False), help="Configuration file to use."),
        click.option(
            "--config-from",
            metavar="REF",
            expose_value=False,
            callback=_remember,
            help="Take settings, packs and baseline from this commit or branch, not from the files here.",
        ),
        click.option(
            "--no-gitignore",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Read also the notes that .gitignore leaves out of the repository.",
        ),
        click.option(
            "--follow-outside",
            is_flag=True,
            envvar="NOTELINT_FOLLOW_OUTSIDE",
            expose_value=False,
            callback=_remember,
            help="Read also what symbolic links outside of the project lead to.",
        ),
    ):
        command = option(command)
    return command


def read_config(
    paths: Iterable[str], config_path: str | None, *, isolated: bool, exam: tuple[str, ...] = (), as_of: str | None = None
) -> Config:
    """The configuration of a run with the settings of the command line on top; raises ConfigError."""
    from datetime import date

    paths = list(paths)
    if ref := _remembered("config_from"):
        config = _config_from(ref, paths, config_path, isolated=isolated)
    else:
        config = _config_here(paths, None if isolated else Path(config_path) if config_path else discover(paths))
    all_notes = _remembered("no_gitignore") or _remembered("config_from")
    day = None
    if as_of:
        try:
            day = date.fromisoformat(as_of)
        except ValueError:
            raise ConfigError(f"--as-of: expected a date such as 2025-06-30, got {as_of!r}") from None
    return config.override(exam=exam or None, as_of=day, respect_gitignore=False if all_notes else None)


def _config_here(paths: list[str], found: Path | None) -> Config:
    """The configuration file `found`, or the defaults; what leads out of the project is refused unless that was asked for."""
    root = found.parent if found else _root(paths)
    boundary = Boundary() if _remembered("follow_outside") else boundary_around(root, paths)
    if found:
        boundary.check(found)
    return replace(load(found, root=root), boundary=boundary)


def _config_from(ref: str, paths: list[str], config_path: str | None, *, isolated: bool) -> Config:
    """The configuration of a commit, with its packs and baseline in a scratch folder that is there until the run ends."""
    from tempfile import TemporaryDirectory

    from notelint.engine.history.git import GitError
    from notelint.engine.history.settings_at import SettingsAt

    scratch = click.get_current_context().with_resource(TemporaryDirectory(prefix="notelint-"))
    root = _root(paths)
    try:
        config = SettingsAt(ref, root, Path(os.path.realpath(scratch))).config(paths, None if isolated else config_path, isolated=isolated)
    except GitError as error:
        raise ConfigError(f"--config-from: {error}") from None
    return replace(config, boundary=Boundary() if _remembered("follow_outside") else boundary_around(config.root, [*paths, scratch]))


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    context.meta[f"notelint.{parameter.name}"] = value


def _remembered(name: str) -> Any:
    context = click.get_current_context(silent=True)
    return context.meta.get(f"notelint.{name}") if context else None


def _root(paths: Iterable[str]) -> Path:
    """Without a configuration file: the checkout that holds the paths, else their common folder."""
    absolute = [os.path.abspath(path) for path in paths if path != "-"] or [os.getcwd()]
    common = Path(os.path.commonpath(absolute))
    common = common if common.is_dir() else common.parent
    return next((folder for folder in (common, *common.parents) if (folder / ".git").exists() or (folder / FILE).exists()), common)


def clear_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """A user's mistake ends in one line a problem on stderr and exit code 2, never in a traceback."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except ConfigError as error:
            fail(str(error))
        except BrokenPipeError:  # the reader of a pipe, such as head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except OSError as error:
            fail(f"{error.filename or 'file'}: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001 - told with its traceback
            from notelint.packs.error import PackError

            if isinstance(error, PackError):
                fail(str(error))
            import traceback

            traceback.print_exc()
            fail("this is a bug of notelint; please report it with the lines above")

    return wrapped


def fail(message: str) -> NoReturn:
    """Say why the run cannot be done, and end it."""
    for line in message.splitlines():
        say(line)
    sys.exit(COULD_NOT_RUN)


def colour() -> bool:
    """Colours on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for them elsewhere."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


@contextmanager
def progress_bar(label: str) -> Any:
    """A callback (done, total) that draws a bar on stderr once a run takes long, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from time import monotonic

    started = monotonic()
    drawn = False

    def advance(done: int, total: int) -> None:
        nonlocal drawn
        if total and monotonic() - started > 0.5 and done % max(1, total // 100) == 0:
            drawn = True
            filled = 30 * done // total
            click.echo(f"\r{label} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", nl=False, err=True)

    yield advance
    if drawn:
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
