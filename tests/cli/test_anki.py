"""Packages for Anki, imported by Anki itself (`pip install anki`); skipped where it is missing."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.scratch import Scratch

anki = pytest.importorskip("anki.collection", reason="anki is not installed")
pytest.importorskip("genanki")

NOTES = "# Amazon SQS\n\n- Message retention: 4 days by default\n- Message size: up to 256 KB\n"


@pytest.fixture
def collection(tmp_path: Path) -> Any:
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def _import(collection: Any, notes: Scratch, day: str) -> None:
    assert notes.notelint("cards", "--as-of", day, "--output-format", "anki", "-o", "cards.apkg", "sqs.md").code == 0
    request = anki.ImportAnkiPackageRequest(package_path=str(notes.folder / "cards.apkg"), options=anki.ImportAnkiPackageOptions())
    collection.import_anki_package(request)


def _notes(collection: Any) -> dict[str, Any]:
    """Question -> note."""
    found = [collection.get_note(number) for number in collection.find_notes("deck:notelint")]
    return {note["Question"]: note for note in found}


def test_cards_are_read_back_by_anki(scratch: Scratch, collection: Any) -> None:
    scratch.write("sqs.md", NOTES)
    _import(collection, scratch, "2026-11-20")
    found = _notes(collection)
    size = found["What is the maximum message size of Amazon SQS?"]
    assert size["Answer"] == "1 MiB (since 2025-08-04; was 256 KB)"
    assert {"outdated", "aws::sqs"} <= set(size.tags)
    assert found["What is the default retention of Amazon SQS?"]["Answer"] == "4 days"
    (card,) = size.cards()
    assert "1 MiB" in card.answer()
    assert size["Source"] in card.answer()


def test_a_second_import_updates_the_card_and_keeps_what_was_learnt(scratch: Scratch, collection: Any) -> None:
    scratch.write("sqs.md", NOTES)
    _import(collection, scratch, "2025-06-30")
    question = "What is the maximum message size of Amazon SQS?"
    before = _notes(collection)
    assert before[question]["Answer"] == "256 KB"
    (card,) = before[question].cards()
    card.due, card.ivl, card.reps, card.type, card.queue = 30, 12, 5, 2, 2
    collection.update_card(card)
    time.sleep(1.1)  # Anki takes a note that is newer by seconds
    _import(collection, scratch, "2026-11-20")
    after = _notes(collection)
    assert after[question]["Answer"].startswith("1 MiB")
    assert {name: note.id for name, note in after.items()} == {name: note.id for name, note in before.items()}
    (again,) = after[question].cards()
    assert (again.id, again.ivl, again.reps) == (card.id, 12, 5)
