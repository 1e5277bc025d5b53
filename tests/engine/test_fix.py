"""The fix engine: rounds, whole fixes, refusals."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from notelint.diagnostic import Diagnostic, Severity
from notelint.engine.fixing.fix import Fixed, Judge, fix, fix_files
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import NoteResult
from notelint.reference import Reference
from notelint.source import Texts
from notelint.source.write import write_all

from tests.engine.toys import Replace, diagnostic, edit, toy


def run(
    notes: dict[str, str], reference: Reference, *rules: tuple[str, Replace], unsafe: bool = False, safe: bool = True
) -> tuple[Fixed, Texts]:
    texts = Texts({path: text.encode() for path, text in notes.items()})
    return run_with(texts, toy(texts, *rules, safe=safe), reference, unsafe=unsafe), texts


def run_with(texts: Texts, judge: Judge, reference: Reference, *, unsafe: bool = False) -> Fixed:
    results = {path: analyse_bytes(path, data, reference) for path, data in texts.held.items()}
    return fix(results, judge, texts, reference, unsafe=unsafe)


def test_rounds_go_on_until_nothing_changes(reference: Reference) -> None:
    fixed, texts = run({"a.md": "# One\n\naaaa teh\n"}, reference, ("aa", "a"), ("teh", "the"))
    assert texts.read("a.md") == b"# One\n\na the\n"
    assert fixed.changed == {"a.md": b"# One\n\na the\n"}
    assert fixed.made == {"aa": 3, "teh": 1}
    assert fixed.diagnostics == []


def test_nothing_to_do_changes_nothing(reference: Reference) -> None:
    fixed, _ = run({"a.md": "# One\n"}, reference, ("teh", "the"))
    assert fixed == Fixed()


def test_unsafe_fixes_are_made_on_demand(reference: Reference) -> None:
    fixed, _ = run({"a.md": "teh\n"}, reference, ("teh", "the"), safe=False)
    assert fixed.changed == {}
    assert len(fixed.diagnostics) == 1
    fixed, _ = run({"a.md": "teh\n"}, reference, ("teh", "the"), safe=False, unsafe=True)
    assert fixed.changed == {"a.md": b"the\n"}


def test_a_number_is_never_changed_as_safe(reference: Reference) -> None:
    note = {"a.md": "# Kinesis\n\nRetention 1 to 10 years\n"}
    assert run(note, reference, ("1 to 10 years", "1 hour to 10 years"))[0].changed == {
        "a.md": b"# Kinesis\n\nRetention 1 hour to 10 years\n"
    }
    assert run(note, reference, ("10 years", "7 days"))[0].changed == {}
    assert run(note, reference, ("10 years", "7 days"), unsafe=True)[0].changed == {"a.md": b"# Kinesis\n\nRetention 1 to 7 days\n"}
    link = {"a.md": "# Kinesis\n\n[x](#kinesis-1)\n"}
    assert run(link, reference, ("#kinesis-1", "#kinesis-2"))[0].changed == {"a.md": b"# Kinesis\n\n[x](#kinesis-2)\n"}


@pytest.mark.parametrize(
    ("text", "rule", "missing"),
    [
        ("# One\n\ntext\n\n## Two\n\nmore\n", ("text\n", "```\ntext\n"), "the heading “Two” at line 5"),
        ("See x [y](b.md)\n", ("(?<!`)x", "`x"), ""),
        ("See x [y](b.md) `z`\n", ("(?<!`)x", "`x"), "the link “b.md” at line 1"),
        ("a b ![y](b.png)\n", ("b (?=!)", "b `"), ""),
        ("a b ![y](b.png) `z`\n", ("b (?=!)", "b `"), "the image “b.png” at line 1"),
        ("# Kinesis Data Streams\n\n- Retention x 365 days\n", ("(?<=n )x", "<!-- x"), ""),
        ("# Kinesis Data Streams\n\n- Retention x 365 days -->\n", ("(?<=n )x", "<!-- x"), "the claim “365 days” at line 3"),
        ("# One\n\ntext\n", ("# One\n", ""), ""),
        ("# One\n\ntext\n", ("One", "Two"), ""),
        ("# One\n\ntext\n", ("^# ", "\\# "), "the heading “One” at line 1"),
        ("#One\n\ntext\n", ("#One", "# One"), ""),
        ("# One\n", (r"\A(?!\n)", "\n"), ""),
    ],
)
def test_a_note_is_refused_when_something_else_would_vanish(text: str, rule: tuple[str, str], missing: str, reference: Reference) -> None:
    fixed, texts = run({"a.md": text}, reference, rule)
    if missing:
        assert fixed.refused == {"a.md": f"the result would lose {missing}"}
        assert texts.read("a.md") == text.encode()
        assert fixed.changed == {}
        assert len(fixed.diagnostics) == 1
    else:
        assert fixed.refused == {}
        assert set(fixed.changed) == {"a.md"}


def test_a_refused_note_does_not_keep_others_from_being_fixed(reference: Reference) -> None:
    fixed, texts = run({"a.md": "x [y](b.md) `z`\n", "b.md": "x\n"}, reference, ("(?<!`)x", "`x"))
    assert set(fixed.refused) == {"a.md"}
    assert texts.read("b.md").startswith(b"`")


def test_edits_in_several_notes_are_made_together_or_not_at_all(reference: Reference) -> None:
    texts = Texts({"a.md": b"old\n", "b.md": b"old [y](a.md) `z`\n", "c.md": b"old\n"})

    def judge(results: dict[str, NoteResult]) -> list[Diagnostic]:
        found = []
        for names, new in ((("a.md", "b.md"), "`old"), (("c.md",), "new")):
            sources = [source for name in names if (source := texts.source(name)) and source.text.startswith("old")]
            if len(sources) == len(names):
                found.append(diagnostic(sources[0], "rename", [edit(source, 0, 3, new) for source in sources]))
        return found

    fixed = run_with(texts, judge, reference)
    assert fixed.changed == {"c.md": b"new\n"}
    assert set(fixed.refused) == {"b.md"}
    assert texts.read("a.md") == b"old\n"


def test_a_fix_with_several_edits_is_made_though_another_is_refused(reference: Reference) -> None:
    """Its edits come in any order."""
    texts = Texts({"a.md": b"# One\n\nold\n\n# Old\n\ntext\n\n# Two\n\nx [y](b.md) `z`\n"})

    def judge(results: dict[str, NoteResult]) -> list[Diagnostic]:
        source = texts.source("a.md")
        assert source
        places = [(source.text.find("# Old") + 2, "Long new title"), (source.text.find("old"), "new"), (source.text.find("x [y]"), "`x")]
        if places[1][0] < 0:
            return []
        edits = [edit(source, start, start + (1 if new == "`x" else 3), new) for start, new in places]
        return [diagnostic(source, "rename", edits[:2]), diagnostic(source, "code", edits[2:])]

    fixed = run_with(texts, judge, reference)
    assert fixed.changed == {"a.md": b"# One\n\nnew\n\n# Long new title\n\ntext\n\n# Two\n\nx [y](b.md) `z`\n"}
    assert fixed.made == {"rename": 1}


def test_a_fix_that_reaches_into_a_note_that_was_not_read_is_not_made(reference: Reference) -> None:
    texts = Texts({"a.md": b"old\n"})
    other = Texts({"b.md": b"old\n"}).source("b.md")
    one = texts.source("a.md")
    assert one
    assert other
    found = [diagnostic(one, "rename", [edit(one, 0, 3, "new"), edit(other, 0, 3, "new")])]
    assert run_with(texts, lambda results: found, reference).changed == {}


def test_fixes_that_undo_each_other_are_taken_back(reference: Reference) -> None:
    fixed, texts = run({"a.md": "ping teh\n", "b.md": "teh\n"}, reference, ("ping", "pong"), ("pong", "ping"), ("teh", "the"))
    assert texts.read("a.md") == b"ping teh\n"
    assert fixed.changed == {"b.md": b"the\n"}
    assert fixed.refused == {"a.md": "its fixes do not come to rest (ping)"}
    assert {diagnostic.rule for diagnostic in fixed.diagnostics} == {"ping", "teh"}


def test_a_fix_that_does_not_mend_its_finding_is_taken_back(reference: Reference) -> None:
    fixed, texts = run({"a.md": "more\n"}, reference, ("more", "more more"))
    assert texts.read("a.md") == b"more\n"
    assert fixed.changed == {}
    assert set(fixed.refused) == {"a.md"}


def test_a_cut_that_would_join_two_line_ends_is_refused(reference: Reference) -> None:
    fixed, texts = run({"a.md": "one\rteh\ntwo\n"}, reference, ("teh", ""))
    assert texts.read("a.md") == b"one\rteh\ntwo\n"
    assert set(fixed.refused) == {"a.md"}


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two notes in which "old" is to become "new"."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("old\n")
    return tmp_path


def run_on_disk(reference: Reference, meanwhile: Callable[[int], object], *, shared: bool = False) -> Fixed:
    """`meanwhile` is called with the number of the call before each look at the notes."""
    texts = Texts()
    results = {name: analyse_bytes(name, texts.read(name), reference) for name in ("a.md", "b.md")}
    calls = iter(range(100))

    def judge(results: dict[str, NoteResult]) -> list[Diagnostic]:
        meanwhile(next(calls))
        sources = [source for name in results if (source := texts.source(name)) and "old" in source.text]
        edits = [edit(source, source.text.index("old"), source.text.index("old") + 3, "new") for source in sources]
        groups = [edits] if shared and len(edits) == 2 else [] if shared else [[one] for one in edits]
        return [diagnostic(source, "rename", group) for source, group in zip(sources, groups, strict=False)]

    return fix_files(results, judge, texts, reference)


def test_a_note_that_changes_before_the_first_fix_is_read_again(written: Path, reference: Reference) -> None:
    """Other words are where the finding was, and the words of the finding are elsewhere."""
    texts = Texts()
    results = {"a.md": analyse_bytes("a.md", b"# A\n\nThe recieve thing is here.\n", reference)}
    (written / "a.md").write_text("# A\n\nThe kitchen thing is here, and the recieve thing.\n")
    found = [one for one in results["a.md"].findings if one[0] == "misspelling"]
    assert len(found) == 1

    def judge(results: dict[str, NoteResult]) -> list[Diagnostic]:
        return [Diagnostic(rule, "spelling", Severity.ERROR, one) for rule, one in results["a.md"].findings if rule == "misspelling"]

    fix_files(results, judge, texts, reference)
    assert (written / "a.md").read_text() == "# A\n\nThe kitchen thing is here, and the receive thing.\n"


def test_what_another_program_writes_meanwhile_is_not_lost(written: Path, reference: Reference) -> None:
    fixed = run_on_disk(reference, lambda call: call == 1 and (written / "a.md").write_text("old, and more\n"))
    assert (written / "a.md").read_text() == "old, and more\n"
    assert (written / "b.md").read_text() == "new\n"
    assert fixed.refused == {"a.md": "it has changed since it was read"}
    assert set(fixed.changed) == {"b.md"}
    assert [one.place.path for one in fixed.diagnostics] == ["a.md"]
    assert fixed.made == {"rename": 1}


def test_a_note_that_is_gone_stops_no_other(written: Path, reference: Reference) -> None:
    fixed = run_on_disk(reference, lambda call: call == 1 and (written / "a.md").rename(written / "else"))
    assert fixed.refused == {"a.md": "it is gone"}
    assert sorted(path.name for path in written.iterdir()) == ["b.md", "else"]
    assert (written / "b.md").read_text() == "new\n"


def test_a_note_that_cannot_be_written_stops_no_other(written: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("a.md") and access(path, mode))
    fixed = run_on_disk(reference, lambda call: None)
    assert fixed.refused == {"a.md": "it is read-only"}
    assert (written / "a.md").read_text() == "old\n"
    assert (written / "b.md").read_text() == "new\n"


def test_notes_that_share_a_fix_are_written_together_or_not_at_all(written: Path, reference: Reference) -> None:
    fixed = run_on_disk(reference, lambda call: call == 1 and (written / "b.md").write_text("mine\n"), shared=True)
    assert (written / "a.md").read_text() == "old\n"
    assert (written / "b.md").read_text() == "mine\n"
    assert fixed.refused == {"b.md": "it has changed since it was read", "a.md": "it shares a fix with b.md"}
    assert fixed.changed == {}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere only old files are taken for abandoned")
def test_leftovers_of_killed_runs_are_removed(written: Path, reference: Reference) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for process in (dead.pid, os.getpid()):
        (written / f".notelint-{process}-abc.tmp").write_text("half a no")
    run_on_disk(reference, lambda call: None)
    assert sorted(path.name for path in written.iterdir()) == [f".notelint-{os.getpid()}-abc.tmp", "a.md", "b.md"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [("1 hour to 10 years", "1 hour to 10 years"), ("2 hours to 10 years", "1 to 10 years"), ("1 hour", "1 to 10 years")],
)
def test_a_corrected_number_must_agree_when_it_is_read_again(reference: Reference, new: str, expected: str) -> None:
    text = "# Kinesis Video Streams\n\n- Retention: 1 to 10 years\n"
    texts = Texts({"a.md": text.encode()})
    judge = toy(texts, ("1 to 10 years", new), safe=False)
    fixed = run_with(texts, lambda results: [replace(one, category="facts") for one in judge(results)], reference, unsafe=True)
    assert fixed.refused == {}
    assert texts.read("a.md").decode() == text.replace("1 to 10 years", expected)


def test_writing_keeps_mode_and_links_and_leaves_nothing_behind(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_bytes(b"old")
    note.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(note)
    write_all({str(link): b"\xef\xbb\xbfnew\r\n", str(tmp_path / "fresh.json"): b"{}"})
    assert link.is_symlink()
    assert note.read_bytes() == b"\xef\xbb\xbfnew\r\n"
    assert stat.S_IMODE(note.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["fresh.json", "link.md", "note.md"]


def test_nothing_is_written_when_one_file_cannot_be(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_bytes(b"old")
    with pytest.raises(OSError):  # noqa: PT011
        write_all({str(note): b"new", str(tmp_path / "missing" / "note.md"): b"new"})
    assert note.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["note.md"]
