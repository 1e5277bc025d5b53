"""notelint baseline, and check with one."""

import json

import pytest

from tests.scratch import IDLE, RIGHT, WRONG, Scratch


@pytest.fixture
def old(scratch: Scratch) -> Scratch:
    """Three findings in two notes, and a baseline that knows them."""
    scratch.write("a.md", WRONG)
    scratch.write("sub/b.md", f"# Kinesis Firehose\n\n{IDLE}text that says nothing\n\nand more text\n\n[x](gone.md) and [y](gone.md)\n")
    result = scratch.notelint("baseline", "create")
    assert (result.code, result.err) == (0, "")
    assert result.out == "notelint-baseline.json: 4 findings in 2 notes\n"
    return scratch


def test_known_findings_do_not_count(old: Scratch) -> None:
    result = old.check()
    assert result.code == 0
    assert "Nothing to report" in result.out
    assert result.err == "notelint: 4 known findings left out (notelint-baseline.json)\n"
    assert old.check("--no-baseline").code == 1


def test_it_holds_no_line_numbers_and_is_stable(old: Scratch) -> None:
    text = old.read("notelint-baseline.json")
    assert set(json.loads(text)) == {"version", "notes"}
    assert '{"rule": "broken-link", "text": "gone.md", "count": 2}' in text
    for name in ("a.md", "sub/b.md"):
        old.write(name, "intro\n\n" * 5 + old.read(name))
    assert old.check().code == 0
    (old.folder / "notelint-baseline.json").unlink()
    old.notelint("baseline", "create")
    assert json.loads(old.read("notelint-baseline.json"))["notes"]["a.md"]["findings"] == json.loads(text)["notes"]["a.md"]["findings"]


def test_a_new_finding_counts_even_when_it_looks_like_a_known_one(old: Scratch) -> None:
    old.write("sub/b.md", old.read("sub/b.md") + "\n[z](gone.md)\n")
    result = old.check()
    assert result.code == 1
    assert result.out.startswith("sub/b.md:10:5: error[broken-link]")
    assert result.out.count("broken-link") == 1


def test_a_known_finding_that_turns_into_another_one_counts(old: Scratch) -> None:
    old.write("a.md", WRONG.replace("1 to 10 years", "2 to 20 years"))
    result = old.check()
    assert result.code == 1
    assert "2 to 20 years" in result.out
    assert "no longer found in a.md: wrong-value: 1 to 10 years" in result.err


def test_a_finding_of_another_note_counts(old: Scratch) -> None:
    old.write("c.md", WRONG)
    assert old.check().code == 1


def test_moved_notes_keep_theirs(old: Scratch) -> None:
    (old.folder / "sub/b.md").rename(old.folder / "c.md")
    old.write("c.md", "# New title\n\n" + old.read("c.md"))
    assert old.check().code == 0
    result = old.notelint("baseline", "prune")
    assert "moved: sub/b.md -> c.md" in result.out
    assert "0 dropped, 4 kept" in result.out
    assert set(json.loads(old.read("notelint-baseline.json"))["notes"]) == {"a.md", "c.md"}
    assert old.check().code == 0


def test_a_copy_is_new(old: Scratch) -> None:
    old.write("c.md", old.read("sub/b.md"))
    assert old.check().code == 1


def test_what_no_longer_occurs_is_told_and_pruned(old: Scratch) -> None:
    old.write("a.md", RIGHT)
    result = old.check()
    assert result.code == 0
    assert "no longer found in a.md: wrong-value: 1 to 10 years" in result.err
    assert "1 entry no longer occurs" in result.err
    assert old.check("--ignore", "wrong-value").err.count("no longer") == 0
    result = old.notelint("baseline", "prune")
    assert "dropped: a.md: wrong-value: 1 to 10 years" in result.out
    old.write("a.md", WRONG)
    assert old.check().code == 1


def test_a_removed_note_is_pruned(old: Scratch) -> None:
    (old.folder / "a.md").unlink()
    assert "no longer found in a.md" in old.check().err
    old.notelint("baseline", "prune")
    assert set(json.loads(old.read("notelint-baseline.json"))["notes"]) == {"sub/b.md"}


def test_a_run_on_some_notes_says_nothing_of_the_others(old: Scratch) -> None:
    assert "no longer" not in old.check("a.md").err
    assert "no longer" not in old.notelint("check", "--no-corpus-rules", "sub/b.md").err
    old.notelint("baseline", "prune", "a.md")
    assert old.check().code == 0
    old.notelint("baseline", "update", "a.md")
    assert old.check().code == 0


def test_prune_takes_nothing_in(old: Scratch) -> None:
    old.write("c.md", WRONG)
    old.notelint("baseline", "prune")
    assert old.check().code == 1


def test_update_prints_what_it_takes_in(old: Scratch) -> None:
    old.write("c.md", WRONG)
    old.write("a.md", "# Kinesis Video Streams\n")
    result = old.notelint("baseline", "update")
    assert result.code == 0
    assert "taken in: c.md:3:14: wrong-value:" in result.out
    assert "1 finding taken in, 1 dropped, 3 kept" in result.out
    assert old.check().code == 0


def test_create_does_not_overwrite(old: Scratch) -> None:
    before = old.read("notelint-baseline.json")
    result = old.notelint("baseline", "create")
    assert result.code == 2
    assert "is there already" in result.err
    assert old.read("notelint-baseline.json") == before


def test_another_file(old: Scratch) -> None:
    assert old.notelint("baseline", "create", "--baseline", "other.json").code == 0
    assert old.check("--baseline", "other.json").code == 0
    (old.folder / "notelint-baseline.json").unlink()
    assert old.notelint("baseline", "prune").code == 2


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "notes": {}}', '{"version": 1}', '{"version": 1, "notes": {"a.md": {}}}'])
def test_a_broken_file_is_a_usage_error(scratch: Scratch, text: str) -> None:
    scratch.write("a.md", RIGHT)
    scratch.write("notelint-baseline.json", text)
    result = scratch.check()
    assert result.code == 2
    assert result.err.startswith("notelint: ")
    assert "notelint-baseline.json" in result.err


def test_a_run_from_a_folder_below_finds_it(old: Scratch) -> None:
    below = Scratch(old.folder / "sub")
    assert below.check(".").code == 0


def test_a_folder_with_settings_of_its_own_finds_it_too(old: Scratch) -> None:
    old.git("init", "-q")
    below = Scratch(old.folder / "sub")
    below.write("notelint.toml", old.read("notelint.toml"))
    assert [below.check(".").code for _ in range(2)] == [0, 0]
    assert [below.check("--no-baseline", ".").code for _ in range(2)] == [1, 1]
    assert below.check(".").code == 0
