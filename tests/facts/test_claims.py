"""The claims of every note of claims.md are read and judged as it says."""

import re
from pathlib import Path

import pytest
from notelint.claims.claim import Claim
from notelint.claims.judge import judge
from notelint.reference import Reference

from tests.facts.conftest import NoteReader
from tests.facts.shown import shown

_CASE = re.compile(r"^## (?P<title>[^\n]+)\n\n````md\n(?P<note>.*?)^````\n\n```claims\n(?P<claims>.*?)^```$", re.MULTILINE | re.DOTALL)
CASES = [
    (match["title"], match["note"], match["claims"].splitlines())
    for match in _CASE.finditer((Path(__file__).parent / "claims.md").read_text(encoding="utf-8"))
]


def _line(claim: Claim, reference: Reference) -> str:
    assert claim.quantity is not None
    start = f"{claim.place.start.line}: {' '.join(claim.quote.split())} = {claim.entity or '-'}"
    if not claim.attribute:
        return start
    return f"{start} {claim.attribute} {claim.role} {shown(claim.quantity)}, {judge(claim, reference).status}"


@pytest.mark.parametrize(("title", "note", "expected"), CASES, ids=[title for title, _, _ in CASES])
def test_note(title: str, note: str, expected: list[str], harbor: NoteReader) -> None:
    assert [_line(claim, harbor.reference) for claim in harbor.claims(note) if claim.quantity] == expected


def test_there_are_enough_notes() -> None:
    assert len(CASES) >= 80
    assert sum(len(expected) for _, _, expected in CASES) >= 150


def test_nothing_that_is_not_to_be_judged_is_sure_to_be_wrong() -> None:
    lines = [
        line for title, _, expected in CASES if title.startswith(("What is not judged", "Things that no pack knows")) for line in expected
    ]
    assert lines
    assert not [line for line in lines if line.endswith(("contradicts", "outdated"))]
