"""After a change in one note, what it does to others is told, and nothing else is looked at again."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from notelint.engine.incremental import renew
from notelint.engine.store import stamp

from tests.engine.tea import CONFIG, PACK, check_equal, settle
from tests.engine.tea import run as run_check
from tests.scratch import Result, Scratch

CLAIM = "# Widgets\n\n- Retention: {} days\n"
SAMOVAR = "# Hot water\n\n- The Steam Samovar keeps water hot\n"
QUIET = "# Quiet\n\nNothing is said here.\n"
IGNORED = "# Widgets\n\n<!-- notelint-ignore-next-line conflicting-values: both are meant -->\n- Retention: 5 days\n"

# name: notes, then what is written into a.md, and what must be told of b.md then, and not before (or the other way round)
COMING = {
    "another number": ({"a.md": CLAIM.format(9), "b.md": CLAIM.format(9)}, CLAIM.format(5), "conflicting-values"),
    "another wording": (
        {"a.md": QUIET, "b.md": "- TQM (Table Quota Manager) hands out ten items\n"},
        "- TQM (Table Queue Manager) hands out work\n",
        "conflicting-expansions",
    ),
    "a heading goes": (
        {"a.md": "# Tea\n\n## Kinds\n\nGreen.\n", "b.md": "# Other\n\n[k](a.md#kinds)\n"},
        "# Tea\n\nGreen.\n",
        "broken-anchor",
    ),
    "no note tells of the end": ({"a.md": "- The Steam Samovar was discontinued in 2020\n", "b.md": SAMOVAR}, QUIET, "retired-term"),
    "a note takes its alias back": (
        {"a.md": "---\naliases: [Kettles]\n---\n# Pots\n\nThey hold water.\n", "b.md": "# Other\n\nSee [[a]] and [[Kettles]].\n"},
        "# Pots\n\nThey hold water.\n",
        "unwritten-note",
    ),
    "a comment has nothing to silence": ({"a.md": CLAIM.format(9), "b.md": IGNORED}, CLAIM.format(5), "unused-suppression"),
    "the first wiki link": ({"a.md": QUIET, "b.md": "# Other\n\nSee [[gone]].\n"}, "# Quiet\n\nSee [[b]].\n", "unwritten-note"),
}
LOOKS_AT_ALL = {"a note takes its alias back", "the first wiki link"}
"""Where links lead depends on these everywhere."""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    monkeypatch.setattr(stamp, "_SETTLED", 0.02)
    scratch = Scratch(tmp_path)
    scratch.write("notelint.toml", CONFIG + 'severity = {unused-suppression = "warning"}\n')
    for name, text in PACK.items():
        scratch.write(name, text)
    for number in range(5):
        scratch.write(f"other-{number}.md", f"# Other {number}\n\n- Weight: {number} kg\n- [o](other-0.md#nowhere-{number})\n")
    return scratch


def _told_of_b(result: Result, rule: str) -> bool:
    return any(one["filename"] == "b.md" and one["rule"] == rule for one in json.loads(result.out)["diagnostics"])


@pytest.mark.parametrize("name", COMING)
def test_what_a_change_does_to_another_note(notes: Scratch, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, changed, rule = COMING[name]
    for path, text in texts.items():
        notes.write(path, text)
    settle()
    before = check_equal(notes)
    for text, told in ((changed, not _told_of_b(before, rule)), (texts["a.md"], _told_of_b(before, rule))):
        notes.write("a.md", text)
        settle()
        expected = run_check(notes, "--no-cache")
        with monkeypatch.context() as patch:
            if name not in LOOKS_AT_ALL:
                patch.setattr(renew, "check", None)
            result = run_check(notes)
        assert result == expected
        assert _told_of_b(result, rule) is told
        check_equal(notes)


def test_the_fix_of_a_heading_changes_links_that_are_new(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    notes.write("a.md", QUIET)
    notes.write("b.md", "# Words\n\n## The compaany\n\nIt brews tea.\n")
    settle()
    assert "change the links" not in check_equal(notes).out
    notes.write("a.md", "# Quiet\n\nSee [the company](b.md#the-compaany).\n")
    settle()
    expected = run_check(notes, "--no-cache")
    monkeypatch.setattr(renew, "check", None)
    assert run_check(notes) == expected
    assert "change the links" in expected.out


def test_notes_that_a_change_does_not_touch_are_not_looked_at(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    notes.write("a.md", CLAIM.format(9))
    notes.write("b.md", CLAIM.format(9))
    settle()
    check_equal(notes)
    looked_at: list[str] = []
    fetch = renew._Kept.fetch

    def noting(notes: renew._Kept, paths: Sequence[str]) -> None:
        looked_at.extend(paths)
        fetch(notes, paths)

    monkeypatch.setattr(renew._Kept, "fetch", noting)
    notes.write("a.md", CLAIM.format(5))
    settle()
    check_equal(notes)
    assert set(looked_at) == {"a.md", "b.md"}


@pytest.mark.parametrize("statement", ["DELETE FROM notes WHERE path = 'b.md'", "UPDATE notes SET stamp = '' WHERE path = 'b.md'"])
def test_what_the_cache_has_lost_is_read_again(notes: Scratch, statement: str) -> None:
    notes.write("a.md", CLAIM.format(9))
    notes.write("b.md", CLAIM.format(9))
    settle()
    check_equal(notes)
    with sqlite3.connect(next(notes.folder.glob(".notelint_cache/*.sqlite"))) as database:
        database.execute(statement)
    notes.write("a.md", CLAIM.format(5))
    settle()
    assert "conflicting-values" in check_equal(notes).out


def test_what_a_rule_asks_of_a_note_that_the_cache_has_lost_is_read_again(notes: Scratch) -> None:
    """The rule is not said to have failed."""
    notes.write("a.md", "# A\n\n[x](b.md#gone)\n")
    notes.write("b.md", "# One\n\nText.\n")
    settle()
    check_equal(notes)
    with sqlite3.connect(next(notes.folder.glob(".notelint_cache/*.sqlite"))) as database:
        database.execute("UPDATE notes SET stamp = '' WHERE path = 'b.md'")
    notes.write("a.md", "# A\n\n[x](b.md#lost)\n")
    settle()
    assert "failed on this note" not in check_equal(notes).out
