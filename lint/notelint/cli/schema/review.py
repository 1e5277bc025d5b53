"""notelint schema review."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notelint.cli.setup import clear_errors, fail

if TYPE_CHECKING:
    from notelint.curation.review import DraftPlace

_KEYS = {"a": "accept", "e": "edit", "r": "reject", "s": "skip", "q": "quit"}
_QUESTION = ", ".join(f"[{key}]{word[1:]}" for key, word in _KEYS.items())


@click.command("review", short_help="Go through the drafts of a pack: accept, edit, reject.")
@click.argument("pack", default="schema", metavar="[DIR]", type=click.Path(file_okay=False))
@click.option("--accept-all", is_flag=True, help="Accept every draft without asking; look at the sources first.")
@clear_errors
def command(pack: str, accept_all: bool) -> None:
    """Show each draft of the pack in DIR with the words that it was read from, and ask what to do with it.

    Open the source of a value before you accept it. Answers are written at once; what is skipped stays a draft.
    """
    from notelint.curation.drafts import read_review
    from notelint.curation.review import accept, drafts_in

    folder = Path(pack)
    if not folder.is_dir():
        fail(f"{pack}: no such folder")
    if accept_all:
        drafts = drafts_in(folder)
        for draft in reversed(drafts):
            accept(draft)
        click.echo(f"Accepted {len(drafts)} draft{'s' * (len(drafts) != 1)}.")
        return
    seen = read_review(folder)
    skipped = 0
    while len(drafts := drafts_in(folder)) > skipped:
        answer = _ask(drafts[skipped], seen, len(drafts) - skipped)
        if answer == "quit":
            break
        skipped += answer == "skip"
    left = len(drafts_in(folder))
    click.echo(f"{left} draft{'s' * (left != 1)} left." if left else f"No drafts left. Next: `notelint schema check {pack}`.")


def _ask(draft: "DraftPlace", seen: dict[str, dict[str, Any]], left: int) -> str:
    """Show one, and do what is answered."""
    from notelint.curation.review import accept, reject, replace

    click.echo(f"\n{draft.path}:{draft.start + 1} ({left} left)\n\n{draft.text.rstrip()}\n")
    if record := seen.get(_name(draft.text)):
        click.echo(
            f"  seen {record.get('times', 1)} times, first at {', '.join(record.get('places', [])[:2])}:\n  {record.get('quote', '')}\n"
        )
    answer = _KEYS[click.prompt(_QUESTION, type=click.Choice(tuple(_KEYS)), show_choices=False, prompt_suffix=" ")]
    if answer == "accept":
        accept(draft)
    elif answer == "reject":
        reject(draft)
    elif answer == "edit":
        replace(draft, click.edit(draft.text, extension=".yaml") or draft.text)
        answer = "skip" if any(line.strip() == "draft: true" for line in draft.text.splitlines()) else answer
    return answer


def _name(text: str) -> str:
    """What the review file calls the entry."""
    import yaml

    try:
        (entry,) = yaml.safe_load(text)
    except (yaml.YAMLError, TypeError, ValueError):
        return ""
    return str(entry.get("id") or f"{entry.get('entity')} {entry.get('attribute')} {entry.get('role')} {entry.get('value')}")
