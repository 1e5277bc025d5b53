"""notelint facts: claims as a table, for machines, filtered and explained."""

import csv
import json

import pytest

from tests.scratch import Scratch

STREAMS = "https://docs.aws.amazon.com/streams/latest/dev/fundamental-stream.html"
VIDEO = "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_UpdateDataRetention.html"
QUEUE = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"
NOTE = """\
# Kinesis Video Streams

- Retention: 1 to 10 years
- **Kinesis Data Streams**: retention 24 hours by default, up to 365 days
- DMS (Database Migration Service)
- Something takes 5 minutes

| service | retention |
| --- | --- |
| SQS | 14 days max |
"""


@pytest.fixture
def note(scratch: Scratch) -> Scratch:
    scratch.write("a.md", NOTE)
    return scratch


def test_table(note: Scratch) -> None:
    result = note.notelint("facts")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "AWS DMS",
        "  expansion  Database Migration Service  a.md:5  agrees  https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html",
        "",
        "Amazon Kinesis Data Streams",
        f"  retention  24 hours  a.md:4  agrees  {STREAMS} as of 2022-08-31",
        f"  retention  365 days  a.md:4  agrees  {STREAMS} as of 2022-08-31",
        "",
        "Amazon Kinesis Video Streams",
        f"  retention  1 to 10 years  a.md:3  contradicts: 1 hour to 10 years  {VIDEO} as of 2026-11-20",
        "",
        "Amazon SQS",
        f"  retention  14 days  a.md:10  agrees  {QUEUE} as of 2026-11-20",
    ]


def test_csv(note: Scratch) -> None:
    rows = list(csv.DictReader(note.notelint("facts", "--output-format", "csv").out.splitlines()))
    assert len(rows) == 5
    assert rows[3] == {
        "entity": "Amazon Kinesis Video Streams",
        "attribute": "retention",
        "quote": "1 to 10 years",
        "role": "range",
        "where": "a.md:3",
        "status": "contradicts",
        "canonical": "1 hour to 10 years",
        "source": VIDEO,
        "as_of": "2026-11-20",
    }


def test_json(note: Scratch) -> None:
    claims = json.loads(note.notelint("facts", "--output-format", "json").out)["claims"]
    assert [(claim["start"]["line"], claim["entity"]) for claim in claims if claim["attribute"] == "retention"] == [
        (3, "aws.kinesis-video-streams"),
        (4, "aws.kinesis-data-streams"),
        (4, "aws.kinesis-data-streams"),
        (10, "aws.sqs"),
    ]
    first = claims[0]
    assert (first["quote"], first["role"], first["low"], first["high"]) == ("1 to 10 years", "range", 1, 10)
    canonical = first["canonical"]
    assert (canonical["status"], canonical["value"], canonical["as_of"], canonical["checked"]) == (
        "contradicts",
        "1 h .. 10 y",
        "2026-11-20",
        "2026-11-20",
    )
    assert canonical["evidence"].startswith("botocore:1.44.8/kinesisvideo/")
    assert any(claim["quote"] == "5 minutes" for claim in claims)


def test_markdown_is_a_cheat_sheet(note: Scratch) -> None:
    out = note.notelint("facts", "--output-format", "markdown").out
    assert out.startswith("## AWS DMS\n\n| attribute | value | where | status | source |\n| --- | --- | --- | --- | --- |\n")
    assert out.count("\n## ") == 3
    assert f"| retention | 14 days | a.md:10 | agrees | {QUEUE} as of 2026-11-20 |" in out


@pytest.mark.parametrize(
    ("filters", "lines"),
    [
        (["--entity", "aws.sqs"], [10]),
        (["--entity", "sqs"], [10]),
        (["--entity", "AMAZON SQS"], [10]),
        (["--entity", "kinesis data streams"], [4, 4]),
        (["--entity", "*kinesis*"], [3, 4, 4]),
        (["--entity", "sqs", "--entity", "aws.dms"], [5, 10]),
        (["--attribute", "expansion"], [5]),
        (["--attribute", "ret*"], [3, 4, 4, 10]),
        (["--status", "contradicts"], [3]),
        (["--status", "agrees", "--attribute", "retention"], [4, 4, 10]),
        (["--status", "agrees", "--entity", "*video*"], []),
    ],
)
def test_filters(note: Scratch, filters: list[str], lines: list[int]) -> None:
    result = note.notelint("facts", "--output-format", "csv", *filters)
    rows = list(csv.DictReader(result.out.splitlines()))
    assert sorted(int(row["where"].rpartition(":")[2]) for row in rows) == lines


def test_nothing_found_is_said(note: Scratch) -> None:
    result = note.notelint("facts", "--entity", "zzz")
    assert (result.code, result.out, result.err) == (0, "", "No such claims in 1 note.\n")


def test_claims_without_an_entity_are_shown_on_demand(note: Scratch) -> None:
    assert "5 minutes" not in note.notelint("facts").out
    assert "5 minutes" in note.notelint("facts", "--all").out


def test_explain(note: Scratch) -> None:
    out = note.notelint("facts", "--explain", "a.md:3").out
    assert "subject  aws.kinesis-video-streams" in out
    assert "quantity '1 to 10 years': low 1.0, high 10.0, unit y, time, range" in out
    assert "aws.kinesis-video-streams retention, certainty from words 0." in out
    assert "cue_near +" in out
    assert "contradicts 1 h .. 10 y (range, packs/aws/values/kinesis.yaml:" in out
    assert "name     'Kinesis Video Streams' is aws.kinesis-video-streams" in note.notelint("facts", "--explain", "a.md:1").out
    assert "no statement is on this line" in note.notelint("facts", "--explain", "a.md:2").out


@pytest.mark.parametrize("where", ["a.md", "a.md:", "a.md:x", ":3", "gone.md:1", "latin.md:1"])
def test_explaining_what_cannot_be(note: Scratch, where: str) -> None:
    note.write("latin.md", b"caf\xe9\n")
    result = note.notelint("facts", "--explain", where)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("notelint: ")
    assert result.err.count("\n") == 1
