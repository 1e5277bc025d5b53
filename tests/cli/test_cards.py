"""Flashcards and the quiz: what is right is asked, what is wrong never is."""

import csv
import io
import json
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest
from notelint.cards.answers import Examiner
from notelint.cards.deck import cards_of_packs
from notelint.reference import Reference

from tests.scratch import Scratch

NOTES = """# Amazon SQS

- Message retention: 4 days by default
- Message retention: 1 minute to 14 days
- Visibility timeout: at most 20 hours
- Message size: up to 256 KB
- SQS (Simple Queue Service)
"""

TODAY = ("--as-of", "2026-11-20")


@pytest.fixture
def notes(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    scratch.write("sqs.md", NOTES)
    monkeypatch.setenv("XDG_STATE_HOME", str(scratch.folder / "state"))
    return scratch


def rows(text: str) -> dict[str, dict[str, str]]:
    return {row["question"]: row for row in csv.DictReader(io.StringIO(text))}


def test_right_and_outdated_claims_are_cards_and_wrong_ones_are_not(notes: Scratch) -> None:
    found = rows(notes.notelint("cards", *TODAY).out)
    assert found["What is the default retention of Amazon SQS?"]["answer"] == "4 days"
    assert found["What is the range of the retention of Amazon SQS?"]["answer"] == "60 seconds to 14 days"
    assert found["What does SQS stand for?"]["answer"] == "Simple Queue Service"
    size = found["What is the maximum message size of Amazon SQS?"]
    assert size["answer"] == "1 MiB (since 2025-08-04; was 256 KB)"
    assert "outdated" in size["tags"].split()
    assert size["source"].startswith("https://")
    assert not any("visibility timeout" in question.lower() for question in found)


def test_cards_are_tagged_with_the_domains_of_the_exam(notes: Scratch) -> None:
    found = rows(notes.notelint("cards", *TODAY, "--exam", "saa-c03").out)
    assert any(tag.startswith("saa-c03::domain-") for tag in found["What is the default retention of Amazon SQS?"]["tags"].split())


def test_the_same_fact_keeps_its_key(notes: Scratch) -> None:
    keys = [row["key"] for row in rows(notes.notelint("cards", *TODAY).out).values()]
    assert len(keys) == len(set(keys))
    notes.write("more.md", "# Amazon SQS\n\nThe retention is 4 days by default.\n")
    assert sorted(keys) == sorted(row["key"] for row in rows(notes.notelint("cards", *TODAY).out).values())


def test_cards_of_a_pack(notes: Scratch) -> None:
    found = rows(notes.notelint("cards", *TODAY, "--pack", "networking").out)
    assert "What is the default hold time of OSPF (non-broadcast)?" in found
    result = notes.notelint("cards", *TODAY, "--pack", "netwrking")
    assert result.code == 2
    assert "there is no pack called 'netwrking'" in result.err


QUESTIONS = {
    "EBS gp2 volume: what is the maximum volume size?": "16 TiB",  # "of EBS gp2 volume" would need an article
    "Network Load Balancer: what is the default number of targets per Availability Zone?": "500 targets",  # no "of" behind a preposition
    "Amazon EventBridge: what is the maximum number of targets of a rule?": "5 targets",  # and not "(per rule)" again
    "What is the maximum number of messages in flight of SQS FIFO queue?": None,
    "SQS FIFO queue: what is the maximum number of messages in flight?": "120,000 messages",  # things that are counted
    "What is the default number of Network ACLs of Amazon VPC (per VPC)?": "200",  # plurals of acronyms too
    "What are the capacity modes of Amazon DynamoDB?": "provisioned and on-demand",  # a list, not a choice
    "What can the hold time of BGP be?": "90 seconds or 180 seconds",  # a choice
    "What can the number of rounds of AES be?": "10, 12 or 14",  # a number of several
    "What is the input mode of SageMaker CatBoost?": "File",  # one thing is no choice
    "Port number: what is the range of the port numbers?": "0 to 65535",  # names are not grouped like amounts
    "Zone-redundant storage: what is the number of copies?": "3",  # a sentence begins with a capital
    "Silhouette score: what is the range of the output?": "'-1 to 1",  # "range" once
    "EBS gp2 volume: what is the number of I/O credits?": "5,400,000",  # the slash is no "per"
    "EBS st1 volume: what is the throughput per TiB (baseline)?": "40 MiB per second per TiB",  # no capital inside of a sentence
    "What is the minimum number of disks of RAID 1?": "2 disks",  # and not "at least" again
    "What does STANDARD_IA stand for?": None,  # an identifier is no acronym
}


def test_questions_are_good_english(notes: Scratch) -> None:
    found: dict[str, dict[str, str]] = {}
    for pack in ("aws", "azure", "general", "networking", "security"):
        found |= rows(notes.notelint("cards", *TODAY, "--pack", pack).out)
    said = {question: found[question]["answer"].partition(" (")[0] if question in found else None for question in QUESTIONS}
    assert said == QUESTIONS


def test_a_plural_asks_for_the_acronym_itself(notes: Scratch) -> None:
    notes.write("more.md", "# IAM\n\n- SCPs (Service Control Policies)\n- CLI (Command Line Interface)\n")
    found = rows(notes.notelint("cards", *TODAY).out)
    assert found["What does SCP stand for?"]["answer"] == "Service Control Policy"
    assert found["What does CLI stand for?"]["answer"] == "Command Line Interface"


def test_obsidian(notes: Scratch) -> None:
    text = notes.notelint("cards", *TODAY, "--output-format", "obsidian").out
    assert "\n#flashcards/aws/sqs\n" in text
    assert "\nWhat is the default retention of Amazon SQS?::4 days (" in text
    assert "1 MiB (since 2025-08-04; was 256 KB) ⚠ outdated in your notes" in text


def test_anki_updates_a_card_on_the_next_import(notes: Scratch) -> None:
    pytest.importorskip("genanki")
    guids = []
    for name in ("one.apkg", "two.apkg"):
        assert notes.notelint("cards", *TODAY, "--output-format", "anki", "-o", name).code == 0
        with zipfile.ZipFile(notes.folder / name) as package:
            (notes.folder / "collection").write_bytes(package.read("collection.anki2"))
        with sqlite3.connect(notes.folder / "collection") as collection:
            guids.append(dict(collection.execute("select guid, flds from notes").fetchall()))
    assert guids[0] == guids[1]
    assert any(fields.startswith("What is the default retention of Amazon SQS?\x1f4 days\x1f") for fields in guids[0].values())


def test_anki_needs_a_file_and_genanki(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--output-file" in notes.notelint("cards", *TODAY, "--output-format", "anki").err
    monkeypatch.setitem(sys.modules, "genanki", None)
    result = notes.notelint("cards", *TODAY, "--output-format", "anki", "-o", "x.apkg")
    assert result.code == 2
    assert "pip install 'notelint[cards]'" in result.err
    assert not (notes.folder / "x.apkg").exists()


def test_notes_without_facts_make_no_cards(scratch: Scratch) -> None:
    scratch.write("a.md", "# Cooking\n\nBoil the eggs.\n")
    result = scratch.notelint("cards")
    assert result.code == 2
    assert "no cards" in result.err


@pytest.mark.parametrize(
    ("pattern", "said", "right"),
    [
        ("default retention", "96 hours", True),
        ("default retention", "4", True),
        ("default retention", "5 days", False),
        ("default retention", "", False),
        ("range of the retention", "1 minute to 2 weeks", True),
        ("range of the retention", "14 days", False),
        ("message size", "1 MB", True),
        ("message size", "256 KB", False),
        ("stand for", "simple queue services", True),
        ("stand for", "Simple Queuing Thing", False),
    ],
)
def test_an_answer_may_be_given_in_any_unit(notes: Scratch, pattern: str, said: str, right: bool) -> None:
    asked = rows(notes.notelint("cards", *TODAY).out)
    order = [question for question in _order(notes) if question in asked]
    answers = "".join(f"{said if pattern in question else ''}\n" for question in order)
    result = notes.notelint("quiz", *TODAY, given=answers)
    assert result.code == 0
    assert f"\n{int(right)} of {len(order)} right." in result.out


def _order(notes: Scratch) -> list[str]:
    out = notes.notelint("quiz", *TODAY, given="\n" * 20).out
    (notes.folder / "state" / "notelint" / "quiz.json").unlink()
    return [line for line in out.splitlines() if line.endswith("?")]


def test_what_was_answered_wrongly_is_asked_first(notes: Scratch) -> None:
    order = _order(notes)
    record = notes.folder / "state" / "notelint" / "quiz.json"
    answers = "".join("4 days\n" if "default retention" in question else "\n" for question in order)
    notes.notelint("quiz", *TODAY, given=answers)
    assert sum(right for right, _ in json.loads(record.read_text()).values()) == 1
    again = [line for line in notes.notelint("quiz", *TODAY, given="\n" * 20).out.splitlines() if line.endswith("?")]
    assert "default retention" in again[-1]


def test_a_damaged_record_starts_again(notes: Scratch) -> None:
    record = Path(notes.folder / "state" / "notelint" / "quiz.json")
    record.parent.mkdir(parents=True)
    record.write_text("{")
    assert notes.notelint("quiz", *TODAY, "-n", "1", given="\n").code == 0
    assert len(json.loads(record.read_text())) == 1


def test_the_quiz_ends_with_the_input(notes: Scratch) -> None:
    result = notes.notelint("quiz", *TODAY, given="")
    assert result.code == 0
    assert "0 of 0 right." in result.out


@pytest.mark.parametrize("pack", ["aws", "azure", "general", "kubernetes", "security"])
def test_every_shipped_pack_makes_cards(notes: Scratch, pack: str) -> None:
    found = rows(notes.notelint("cards", "--pack", pack).out)
    assert len(found) > 10
    assert all(row["answer"] for row in found.values())


def test_whoever_says_what_a_card_says_is_right(reference: Reference) -> None:
    packs = [f"packs/{name}" for name in ("aws", "azure", "general", "kubernetes", "networking", "security")]
    cards = cards_of_packs(packs, reference.blueprints.values(), reference)
    examiner = Examiner(reference)
    assert [card.question for card in cards if not examiner.is_right(card, card.answer.partition(" (")[0])] == []


@pytest.mark.parametrize(("said", "right"), [("on-demand, provisioned", True), ("on-demand", False), ("", False)])
def test_of_several_things_each_is_named(reference: Reference, said: str, right: bool) -> None:
    cards = {card.question: card for card in cards_of_packs(["packs/aws"], [], reference)}
    assert Examiner(reference).is_right(cards["What are the capacity modes of Amazon DynamoDB?"], said) is right
