"""notelint cards."""

from typing import TYPE_CHECKING

import click

from notelint.cli.output import say, write_output
from notelint.cli.setup import clear_errors, config_options, fail, read_config

if TYPE_CHECKING:
    from notelint.cards.card import Card
    from notelint.config import Config

FORMATS = ("csv", "obsidian", "anki")


@click.command("cards")
@click.argument("paths", nargs=-1)
@click.option(
    "--pack", "packs", multiple=True, metavar="NAME", help="Cards of what this pack knows, not of notes; may be given more than once."
)
@click.option("--output-format", type=click.Choice(FORMATS), default="csv", show_default=True, help="What the cards are for.")
@click.option("--output-file", "-o", metavar="FILE", help="File to write to; needed for anki.")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    config_path: str | None,
    isolated: bool,
    exam: tuple[str, ...],
    as_of: str | None,
) -> None:
    """Make flashcards of what the notes at PATHS state, as far as it agrees with the canonical values.

    A wrong claim makes no card. Where the notes give a former value, the card has the present one and the tag "outdated".
    Import the file again later: cards keep their identity, so that Anki updates them.
    """
    from notelint.cards.formats import anki_package, cards_csv, cards_obsidian

    config = read_config(list(paths or (".",)), config_path, isolated=isolated, exam=exam, as_of=as_of)
    cards = made(paths, packs, config)
    if output_format == "anki":
        if output_file is None:
            fail("--output-format anki: name the file with --output-file cards.apkg")
        try:
            data = anki_package(cards)
        except ImportError:
            fail("Anki packages need genanki: pip install 'notelint[cards]'")
    else:
        data = (cards_csv(cards) if output_format == "csv" else cards_obsidian(cards)).encode()
        if output_file is None:
            click.echo(data, nl=False)
            return
    write_output(output_file, data, config)
    outdated = sum(card.outdated for card in cards)
    say(
        f"{len(cards)} card{'s' * (len(cards) != 1)} in {output_file}"
        + (f", {outdated} of what is outdated in the notes" if outdated else "")
    )


def made(paths: tuple[str, ...], packs: tuple[str, ...], config: "Config") -> "list[Card]":
    """The cards of notes, or of packs; ends the run where there are none."""
    from notelint.cards.deck import cards_of_notes, cards_of_packs
    from notelint.cli.reading import read
    from notelint.notes.judged import judged
    from notelint.packs.find import packs_of
    from notelint.reference import load_reference

    reference = load_reference(config)
    exams = config.options.exam or tuple(reference.blueprints)
    blueprints = [reference.blueprints[one] for one in exams]
    if packs:
        there = {name.removeprefix("packs/"): name for name in packs_of(config)}
        if unknown := [name for name in packs if name not in there]:
            fail(f"--pack: there is no pack called {unknown[0]!r}; there are {', '.join(there)}")
        return cards_of_packs([there[name] for name in packs], blueprints, reference)
    results = read(list(paths or (".",)), config).results
    cards = cards_of_notes(judged((result.facts for result in results.values()), reference), blueprints, reference)
    if not cards:
        fail("no cards: the notes state nothing that agrees with a canonical value; `notelint facts` shows what was read")
    return cards
