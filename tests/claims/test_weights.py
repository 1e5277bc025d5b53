"""Each weight, each bar and each doubt matters: without it the cases of the rules and the study notes are read or decided in another way."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from notelint.claims.claims import ClaimReader
from notelint.claims.hypotheses import Hypothesis, weigh
from notelint.claims.model import Bars, Model, load_model
from notelint.document import parse
from notelint.reference import Reference
from notelint.source import Source
from notelint.subjects.mentions import MentionReader
from notelint.subjects.subjects import SubjectReader

from tests.rules.cases import read_cases

PLACES = [
    "**Kinesis Data Streams** keep records.\n\n- Retention: 24 hours by default\n- Lasting: at most 365 days of retention\n",
    "- SQS\n    - Limits\n        - Retention: 14 days at most\n",
    "The retention of 14 days is long, and SQS has it. A timeout of 15 minutes is short, and Lambda has it.\n",
    "# SQS\n\n# Limits\n\n- Retention: 14 days at most\n- Retention: 15 days at most\n",
    "# CloudWatch metrics\n\n- Dimensions: up to 30 labels\n- Metric dimensions: up to 40 words\n",
    "# Kinesis\n\n- Retention: 24 hours\n- Write throughput of a shard: 1 MB/s\n- Retention: 40 hours\n- Each shard: write 2 MB/s\n",
    "# Amazon S3\n\n- Objects in S3 Glacier Deep Archive: minimum storage duration of 180 days\n- Keep Glacier Deep Archive for 190 days\n",
    "# SQS\n\n- Retention: formerly 14 days at most\n- Retention: previously 3 days at most\n",
    "# Amazon S3\n\n- The object size of an upload with PUT: 5 TB\n- Object size: 2 x 2.5 TB = 5 TB\n",
    "# SQS retention\n\n## Queues\n\n- 14 days at most\n- Retention: 14 days\n",
    "# SQS\n\n- We recommend a retention of 14 days at most\n- Each 64 KB chunk of a payload is billed as 1 request\n",
    "# Limits\n\n- A limit of 14 days holds for the retention of SQS\n- 15 minutes is the timeout of Lambda\n",
    "# Amazon S3 Glacier Deep Archive\n\n- Object size: at most 5 TB\n- Bucket name: 3 to 63 characters\n",
    "# SQS\n\n## Lambda\n\n- Visibility timeout: at most 13 hours\n- Lambda\n    - Message retention: 15 days\n",
]
"""Places and words that the other notes lack."""
ROOT = Path(__file__).resolve().parents[2]
RULES = ("wrong-value", "outdated-value", "conflicting-values")
NOTES = [text for rule in RULES for case in read_cases(ROOT / "tests" / "rules" / f"{rule}.md") for text in case.notes.values()] + [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "notes/1-data-engineering").glob("*.md"))
]
NOTES += PLACES
MODEL = load_model()
Reads = list[list[Hypothesis]]


@pytest.fixture(scope="module")
def reads(reference: Reference) -> Reads:
    return list(_hypotheses(reference))


def _hypotheses(reference: Reference) -> Iterator[list[Hypothesis]]:
    subjects = SubjectReader(reference, MentionReader(reference))
    reader = ClaimReader(reference, subjects)
    for text in NOTES:
        document = parse(Source("note.md", text))
        readings = subjects.read(document)
        note = reader.note(document, readings)
        for reading in readings.values():
            for read in reader.reads(note, reading, readings):
                yield [one.hypothesis for one in read.weighed]


def _decisions(reads: Reads, model: Model) -> list[tuple[object, ...]]:
    """What is read of each quantity, and how far it may be accused."""
    found = []
    for hypotheses in reads:
        best = weigh(hypotheses, model)[0]
        telling = best.hypothesis.explanation.surprise >= model.bars.outdated_telling
        doubts = [tuple(sorted(names.intersection(best.hypothesis.features))) for names in (model.doubts.wrong, model.doubts.outdated)]
        shares = (round(best.probability, 2), round(best.certainty, 2))
        found.append((best.hypothesis.entity, best.hypothesis.attribute, *shares, _passed(*shares, model.bars), telling, *doubts))
    return found


def _passed(probability: float, certainty: float, bars: Bars) -> tuple[bool, ...]:
    likely = (probability >= bars.outdated, probability >= bars.outdated_alone)
    certain = (bars.outdated_certainty, bars.outdated_exact, bars.wrong, bars.wrong_near, bars.wrong_part, bars.conflict)
    return (*likely, *(certainty >= bar for bar in certain))


@cache
def _weights() -> list[tuple[str, str]]:
    return [("choice", name) for name in MODEL.choice] + [("certainty", name) for name in MODEL.certainty]


@pytest.mark.parametrize(("part", "name"), _weights(), ids=lambda value: value)
def test_without_a_weight(reads: Reads, part: str, name: str) -> None:
    weights = dict(getattr(MODEL, part))
    del weights[name]
    assert _decisions(reads, replace(MODEL, **{part: weights})) != _decisions(reads, MODEL)


@pytest.mark.parametrize("name", Bars.__struct_fields__)
def test_without_a_bar(reads: Reads, name: str) -> None:
    assert _decisions(reads, replace(MODEL, bars=replace(MODEL.bars, **{name: 0.0}))) != _decisions(reads, MODEL)


@pytest.mark.parametrize("kind", ["wrong", "outdated"])
def test_without_a_doubt(reads: Reads, kind: str) -> None:
    for name in getattr(MODEL.doubts, kind):
        doubts = replace(MODEL.doubts, **{kind: getattr(MODEL.doubts, kind) - {name}})
        assert _decisions(reads, replace(MODEL, doubts=doubts)) != _decisions(reads, MODEL), name
