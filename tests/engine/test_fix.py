"""The fix engine: rounds, whole fixes, refusals."""

import os
import stat
from pathlib import Path

import pytest
from notelint.diagnostic import Diagnostic
from notelint.engine.fixing.fix import Fixed, Judge, fix
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
