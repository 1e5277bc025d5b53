"""Decks as files of other programs."""

import csv
import io
from collections.abc import Iterable

from notelint.cards.card import Card
from notelint.report.printable import cell

_MODEL = 1_684_207_331
_DECK = 1_684_207_332
"""Numbers by which Anki knows the note type and the deck; they never change, so that an import updates what is there."""


def cards_csv(cards: Iterable[Card]) -> str:
    """Comma-separated with a header row: question, answer, tags, source, key."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["question", "answer", "tags", "source", "key"])
    writer.writerows(map(cell, (card.question, card.answer, " ".join(card.tags), card.source, card.key)) for card in cards)
    return target.getvalue()


def cards_obsidian(cards: Iterable[Card]) -> str:
    """Markdown as the plugin Spaced Repetition reads it: one line a card, with a tag above the cards of one deck."""
    lines = ["# Flashcards", ""]
    deck = None
    for card in cards:
        tag = "#flashcards/" + "/".join(part.replace("::", "/") for part in card.tags[:1])
        if tag != deck:
            lines += [*([""] if deck else []), tag, ""]
            deck = tag
        mark = " ⚠ outdated in your notes" if card.outdated else ""
        source = f" ([source]({card.source}))" if card.source else ""
        lines.append(f"{card.question}::{card.answer}{mark}{source}")
    return "\n".join(lines) + "\n"


def anki_package(cards: Iterable[Card]) -> bytes:
    """An .apkg file. Raises ImportError where genanki is not installed."""
    import genanki  # noqa: PLC0415 - an extra

    template = {
        "name": "Question",
        "qfmt": "{{Question}}",
        "afmt": '{{FrontSide}}<hr id="answer">{{Answer}}{{#Source}}<br><small><a href="{{Source}}">source</a></small>{{/Source}}',
    }
    fields = [{"name": name} for name in ("Question", "Answer", "Source", "Key")]
    model = genanki.Model(_MODEL, "notelint fact", fields=fields, templates=[template], sort_field_index=3)
    deck = genanki.Deck(_DECK, "notelint")
    for card in cards:
        shown = [_escaped(text) for text in (card.question, card.answer, card.source, card.key)]
        deck.add_note(
            genanki.Note(model=model, fields=shown, guid=genanki.guid_for(card.key), tags=[tag.replace(" ", "_") for tag in card.tags])
        )
    target = io.BytesIO()
    genanki.Package(deck).write_to_file(target)
    return target.getvalue()


def _escaped(text: str) -> str:
    """Text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
