"""What a program does with notelint: the commands as functions that return objects."""

from datetime import date

import notelint
import pytest
from notelint.claims.judge import Status
from notelint.config import ConfigError

from tests.scratch import RIGHT, WRONG, Scratch


@pytest.fixture
def notes(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    monkeypatch.chdir(scratch.folder)
    scratch.write("a.md", WRONG)
    scratch.write("deep/b.md", f"{RIGHT}\n[x](gone.md)\n")
    return scratch


def test_check_finds_what_the_command_finds(notes: Scratch) -> None:
    found = notelint.check()
    lines = [
        f"{one.place.path}:{one.place.start.line}:{one.place.start.column}: {one.severity}[{one.rule}] {one.finding.message}"
        for one in found
    ]
    assert lines == notes.check().out.splitlines()[:-1]
    assert {one.rule for one in found} >= {"wrong-value", "broken-link"}


def test_settings_override_the_configuration(notes: Scratch) -> None:
    notes.write("notelint.toml", 'select = ["links"]\n')
    assert [one.rule for one in notelint.check(".")] == ["broken-link"]
    assert [one.rule for one in notelint.check(["a.md"], select="facts", as_of=date(2025, 6, 30))] == ["wrong-value"]
    other = notes.write("other.toml", 'select = ["facts"]\n')
    assert {one.category for one in notelint.check(notes.folder, config=other)} == {"facts"}


def test_facts_are_claims_with_their_verdicts(notes: Scratch) -> None:
    statuses = {one.claim.place.path: one.verdict.status for one in notelint.facts() if one.claim.attribute == "retention"}
    assert statuses == {"a.md": Status.CONTRADICTS, "deep/b.md": Status.AGREES}


def test_exam_coverage(notes: Scratch) -> None:
    (measured,) = notelint.exam_coverage(exam="mls-c01")
    assert 0 < measured.coverage < 1
    with pytest.raises(ConfigError, match="no exam is set"):
        notelint.exam_coverage()


def test_errors_name_what_is_wrong(notes: Scratch) -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.md"):
        notelint.check("none.md")
    with pytest.raises(ConfigError, match="unknown setting 'selct'"):
        notelint.check(selct=("facts",))
    with pytest.raises(AttributeError):
        notelint.nothing  # noqa: B018
