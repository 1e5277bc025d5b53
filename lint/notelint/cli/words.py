"""notelint words add, list and unused."""

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.setup import clear_errors, config_options, fail, read_config

if TYPE_CHECKING:
    from notelint.cli.reading import RunInput


@click.group("words")
def command() -> None:
    """The project's own words: what is right in these notes, though no dictionary holds it.

    They stand in words/accepted.txt in the project's schema folder, one a line, or in the configuration under accepted-words.
    A word holds in any case, unless it has a capital.
    """


@command.command("add")
@click.argument("words", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="The arguments are paths: accept every word that is reported there now.")
@config_options
@clear_errors
def add(words: tuple[str, ...], everything: bool, **options: Any) -> None:
    """Accept WORDS; with --all, what is reported now in the notes at these paths."""
    from notelint.engine.run.own_words import add_words, is_word

    if everything:
        reading = _read(words, options)
        config, words = reading.config, _reported(reading)
    else:
        config = read_config((".",), **_settings(options))
        for word in words:
            if not is_word(word):
                fail(f"not a word: {word!r}")
    path, new = add_words(words, config)
    click.echo(f"{os.path.relpath(path)}: {len(new)} word{'s' * (len(new) != 1)} added{': ' + ', '.join(new) if new else ''}")


@command.command("list")
@config_options
@clear_errors
def show(**options: Any) -> None:
    """Print the accepted words, one a line."""
    from notelint.engine.run.accept import accepted_words

    for word in accepted_words(read_config((".",), **_settings(options))).words:
        click.echo(word)


@command.command("unused")
@click.argument("paths", nargs=-1, type=click.Path())
@config_options
@clear_errors
def unused(paths: tuple[str, ...], **options: Any) -> None:
    """Print the accepted words that the notes at PATHS (default: the current folder) do not need; exit 1 if there are any."""
    from notelint.engine.run.accept import accepted_words

    reading = _read(paths or (".",), options)
    facts = [result.facts for result in reading.results.values()]
    met = [word for one in facts for word in one.strangers] + [slip.text for one in facts for slip in one.slips]
    idle = accepted_words(reading.config).unused(met)
    for word in idle:
        click.echo(word)
    sys.exit(int(bool(idle)))


def _settings(options: dict[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in ("config_path", "isolated", "exam", "as_of")}


def _read(paths: tuple[str, ...], options: dict[str, Any]) -> "RunInput":
    from notelint.cli.reading import read

    return read(paths, read_config(paths, **_settings(options)))


def _reported(reading: "RunInput") -> tuple[str, ...]:
    """The words of findings."""
    from notelint.engine.run.own_words import reported_words
    from notelint.engine.run.run import check

    return reported_words(check(reading.results, reading.config, reading.reference, corpus=False).diagnostics)
