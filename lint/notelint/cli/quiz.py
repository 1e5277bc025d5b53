"""notelint quiz."""

from itertools import islice

import click

from notelint.cli.setup import clear_errors, config_options, read_config


@click.command("quiz")
@click.argument("paths", nargs=-1)
@click.option(
    "--pack", "packs", multiple=True, metavar="NAME", help="Ask what this pack knows, not what notes state; may be given more than once."
)
@click.option("--count", "-n", type=click.IntRange(1), default=10, show_default=True, help="Questions to ask.")
@config_options
@clear_errors
def command(
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    count: int,
    config_path: str | None,
    isolated: bool,
    exam: tuple[str, ...],
    as_of: str | None,
) -> None:
    """Ask what the notes at PATHS state, one question a line, the weakest domain of the exam first.

    An amount may be given in any unit. An empty answer shows the solution; Ctrl-D ends the quiz. What you knew is kept for the next time.
    """
    from notelint.cards.answers import Examiner
    from notelint.cards.record import Record, record_path
    from notelint.cli.cards import made
    from notelint.reference import load_reference

    config = read_config(list(paths or (".",)), config_path, isolated=isolated, exam=exam, as_of=as_of)
    cards = made(paths, packs, config)
    record, examiner = Record(record_path()), Examiner(load_reference(config))
    asked = right = 0
    for card in islice(record.weakest_first(cards), count):
        try:
            said = click.prompt(f"\n{card.question}\n", default="", show_default=False, prompt_suffix="> ")
        except click.Abort:
            break
        knew = bool(said.strip()) and examiner.is_right(card, said)
        record.add(card, right=knew)
        asked, right = asked + 1, right + knew
        click.echo("Right." if knew else f"It is {card.answer}." + (f" {card.source}" if card.source else ""))
        if card.outdated:
            click.echo("Your notes still state the former value.")
    record.save()
    click.echo(f"\n{right} of {asked} right.")
