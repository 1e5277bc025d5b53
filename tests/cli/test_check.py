"""notelint check: formats for people, standard input, what is read and what is not."""

import json
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.scratch import RIGHT, WRONG, Scratch

LINE = "a.md:3:14: error[wrong-value] Amazon Kinesis Video Streams, retention: 1 hour to 10 years, not "


@pytest.fixture
def wrong(scratch: Scratch) -> Scratch:
    scratch.write("a.md", WRONG)
    return scratch


def test_full(wrong: Scratch) -> None:
    wrong.write("b.md", "# AWS Lambda\n\n- Concurrency: 1,000 executions by default\n")
    wrong.write("c.md", "# AWS Lambda\n\n- Concurrency: 3,000 executions by default\n")
    result = wrong.notelint("check")
    assert (result.code, result.err) == (1, "")
    block, *others = result.out.split("\n\n")
    lines = block.splitlines()
    assert lines[0].startswith("error[wrong-value] Amazon Kinesis Video Streams, retention: 1 hour to 10 years, not ")
    assert lines[1:5] == [" --> a.md:3:14", "  |", "3 | - Retention: 1 to 10 years", "  |              ^^^^^^^^^^^^^"]
    assert lines[-1].startswith("  = source: https://")
    assert "\n --> c.md:3:16\n" in others[0]
    assert others[0].endswith("\n  = b.md:3:16: 1,000 executions is said here")
    assert result.out.endswith("\nFound 2 errors in 2 of 3 notes.\n")


def test_the_caret_stands_below_wide_characters(scratch: Scratch) -> None:
    scratch.write("a.md", "# Kinesis Video Streams\n\n- 日本 é\u0301. Retention 1 to 10 years\n")
    lines = scratch.notelint("check").out.splitlines()
    shown, caret = next((one, two) for one, two in pairwise(lines) if "日本" in one)
    before = caret.index("^") - len("  | ")
    cells = sum(2 if character in "日本" else 0 if character == "\u0301" else 1 for character in shown[: shown.index("1 to")]) - len("3 | ")
    assert before == cells


def test_a_note_does_not_steer_the_terminal(scratch: Scratch) -> None:
    scratch.write("a.md", "# Kinesis Video Streams\n\n- \x1b[31mRetention\x07: 1 to 10 years\n")
    assert "\x1b" not in scratch.notelint("check").out
    assert "\x07" not in scratch.notelint("check").out


def test_concise(wrong: Scratch) -> None:
    result = wrong.check()
    assert result.code == 1
    assert result.out.startswith(LINE)
    assert result.out.splitlines()[1:] == ["Found 1 error in 1 of 1 note."]


def test_json_stands_alone(wrong: Scratch) -> None:
    result = wrong.notelint("check", "--output-format", "json")
    assert (result.code, result.err) == (1, "")
    (found,) = json.loads(result.out)["diagnostics"]
    assert (found["filename"], found["rule"], found["start"], found["end"]) == (
        "a.md",
        "wrong-value",
        {"line": 3, "column": 14},
        {"line": 3, "column": 27},
    )


@pytest.mark.parametrize("format_", ["full", "concise", "json", "markdown"])
def test_output_is_sorted_and_stable(wrong: Scratch, format_: str) -> None:
    wrong.write("sub/z.md", WRONG)
    wrong.write("sub/b.md", WRONG + "\n[x](gone.md) and [y](lost.md)\n")
    wrong.write("B.md", WRONG)
    names = ["sub", "a.md", "B.md"]
    outputs = {
        wrong.notelint("check", "--output-format", format_, *given).out
        for given in (names, names[::-1], ["."], [*names, "./a.md", "sub/z.md"])
    }
    assert len(outputs) == 1
    if format_ == "concise":
        parts = [line.split(":") for line in outputs.pop().splitlines()[:-1]]
        places = [(path, int(line), int(column)) for path, line, column, *_ in parts]
        assert places == sorted(places)
        assert [place[0] for place in places] == ["B.md", "a.md", "sub/b.md", "sub/b.md", "sub/b.md", "sub/z.md"]


def test_standard_input(scratch: Scratch) -> None:
    for arguments in (["-"], ["-", "--stdin-filename", "a.md"], ["--stdin-filename", "a.md"]):
        result = scratch.notelint("check", "--output-format", "concise", *arguments, given=WRONG)
        name = "a.md" if len(arguments) > 1 else "<stdin>"
        assert result.code == 1
        assert result.out.startswith(LINE.replace("a.md", name))
        assert "Found 1 error in 1 of 1 note." in result.out
    assert scratch.notelint("check", "-", given=RIGHT).code == 0
    assert scratch.notelint("check", "-", given="").code == 0
    assert scratch.notelint("check", "--select", "all", "-", given=WRONG.encode() + b"\xff").out.startswith("error[not-utf8]")
    assert "wrong-value" not in scratch.notelint("check", "-", given=RIGHT).out


def test_standard_input_takes_the_place_of_the_file(wrong: Scratch) -> None:
    wrong.write("sub/b.md", "# B\n\n[to](../a.md#kinesis-video-streams) a and [to](../a.md#gone) a\n")
    result = wrong.notelint(
        "check", "--output-format", "concise", "--select", "links,facts", "--stdin-filename", "a.md", "-", "sub", given=RIGHT + "\n# Gone\n"
    )
    assert (result.code, result.out) == (0, "Nothing to report in 2 notes.\n")
    assert '"version": 1' in wrong.notelint("check", "--output-format", "json", "--stdin-filename", "a.md", given=RIGHT).out


def test_the_configuration_of_standard_input_is_that_of_its_name(scratch: Scratch) -> None:
    scratch.write("sub/notelint.toml", 'ignore = ["all"]\n')
    assert scratch.notelint("check", "--stdin-filename", "sub/a.md", given=WRONG).code == 0
    assert scratch.notelint("check", "--stdin-filename", "a.md", given=WRONG).code == 1


NOTHING = {
    "an empty folder": (["empty"], "there is no Markdown file (.md, .markdown, .mdx) in empty"),
    "this folder": (["."], "there is no Markdown file (.md, .markdown, .mdx) in this folder"),
    "another kind of file": (["a.txt"], "a.txt is no Markdown file (.md, .markdown, .mdx)"),
    "what is left out by default": (["node_modules/a.md"], "node_modules/a.md is excluded by the configuration or by default"),
}


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_to_check_is_told(scratch: Scratch, name: str) -> None:
    (scratch.folder / "empty").mkdir()
    scratch.write("a.txt", WRONG)
    if "default" in name:
        scratch.write("node_modules/a.md", WRONG)
    given, reason = NOTHING[name]
    result = scratch.check(*given)
    assert (result.code, result.out, result.err) == (0, "", f"notelint: Nothing was checked, because {reason}.\n")
    machine = scratch.notelint("check", "--output-format", "json", *given)
    assert json.loads(machine.out) == {"version": 1, "diagnostics": []}


def test_what_is_no_note_is_not_read(wrong: Scratch) -> None:
    """Hidden files and folders, other endings, links to nowhere and pipes."""
    for name in (".hidden.md", ".obsidian/b.md", ".venv/c.md", "node_modules/d.md", "e.txt", "f.rst"):
        wrong.write(name, WRONG)
    (wrong.folder / ".#a.md").symlink_to("me@host.1")
    (wrong.folder / "gone.md").symlink_to("nowhere.md")
    (wrong.folder / "folder.md").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(wrong.folder / "pipe.md")
    wrong.write("G.MARKDOWN", WRONG)
    (wrong.folder / "loop").symlink_to(".")
    result = wrong.check()
    assert result.out.endswith("Found 2 errors in 2 of 2 notes.\n")
    assert wrong.check(".hidden.md").code == 1


@pytest.mark.parametrize("command", ["check", "facts", "coverage", "report -o out"])
def test_a_path_that_is_not_there(wrong: Scratch, command: str) -> None:
    result = wrong.notelint(*command.split(), "a.md", "gone.md", "nowhere")
    assert (result.code, result.out) == (2, "")
    assert result.err == "notelint: gone.md: no such file or folder\nnotelint: nowhere: no such file or folder\n"


@pytest.mark.parametrize("text", [WRONG.replace("\n", "\r\n"), "\ufeff" + WRONG, "\ufeff" + WRONG.replace("\n", "\r"), WRONG.rstrip("\n")])
def test_line_ends_and_marks_move_no_place(scratch: Scratch, text: str) -> None:
    scratch.write("a.md", text)
    result = scratch.notelint("check")
    assert " --> a.md:3:14\n  |\n3 | - Retention: 1 to 10 years\n  |              ^^^^^^^^^^^^^\n" in result.out
    assert "\r" not in result.out
    assert scratch.check().out.startswith(LINE)


BYTES = {
    b"# A\n\ncaf\xe9\n": "a.md:3:4: error[not-utf8] not UTF-8: byte 0xe9 at offset 8; save the file as UTF-8",
    "# A\n".encode("utf-16"): "a.md:1:1: error[not-utf8] not UTF-8: the file is UTF-16; save it as UTF-8",
    b"\x89PNG\r\n\x00\xff": "a.md:1:1: error[not-utf8] not UTF-8 text: the file looks binary; exclude it",
}


@pytest.mark.parametrize("data", BYTES, ids=["latin-1", "utf-16", "binary"])
def test_a_file_that_is_no_text_does_not_hide_the_others(wrong: Scratch, data: bytes) -> None:
    wrong.write("notelint.toml", "as_of = 2025-06-30\n")
    wrong.write("b.md", WRONG)
    wrong.write("a.md", data)
    result = wrong.check()
    assert result.code == 1
    assert result.out.splitlines()[0] == BYTES[data]
    assert result.out.splitlines()[1].startswith(LINE.replace("a.md", "b.md"))
    assert "not-utf8" in wrong.notelint("check").out
    assert wrong.notelint("facts").code == 0


def test_nothing_found_is_said(scratch: Scratch) -> None:
    scratch.write("a.md", RIGHT)
    scratch.write("b.md", "")
    result = scratch.notelint("check")
    assert (result.code, result.out, result.err) == (0, "Nothing to report in 2 notes.\n", "")


def installed(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING")}
    kept |= {"PYTHONPATH": str(ROOT / "lint")} | environment
    return subprocess.run([sys.executable, "-m", "notelint", *arguments], cwd=folder, env=kept, capture_output=True, check=False)


def test_colours(wrong: Scratch) -> None:
    red = b"\x1b[1;31merror\x1b[0m"
    assert red in installed(wrong.folder, "check", FORCE_COLOR="1").stdout
    assert red in installed(wrong.folder, "check", "--output-format", "concise", FORCE_COLOR="1").stdout
    assert b"\x1b" not in installed(wrong.folder, "check").stdout
    assert b"\x1b" not in installed(wrong.folder, "check", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert b"\x1b" not in installed(wrong.folder, "check", "--output-format", "json", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}])
def test_characters_that_the_locale_lacks(scratch: Scratch, environment: dict[str, str]) -> None:
    scratch.write("a.md", "# Kinesis Video Streams\n\n- Retention: 1 to 10 years\n\n日本 → [x](日本.md)\n")
    told = installed(scratch.folder, "check", **environment)
    assert (told.returncode, told.stderr) == (1, b"")
    expected = b"\\u65e5\\u672c \\u2192 [x]" if "PYTHONIOENCODING" in environment else "日本 → [x]".encode()
    assert expected in told.stdout
    assert json.loads(installed(scratch.folder, "check", "--output-format", "json", **environment).stdout)["diagnostics"]


def test_a_reader_that_has_seen_enough(scratch: Scratch) -> None:
    if not shutil.which("head"):
        pytest.skip("there is no head here")
    scratch.write("a.md", "# Kinesis Video Streams\n\n" + "- Retention: 1 to 10 years\n" * 2000)
    command = f'"{sys.executable}" -m notelint check | head -1'
    done = subprocess.run(
        command, shell=True, cwd=scratch.folder, env=os.environ | {"PYTHONPATH": str(ROOT / "lint")}, capture_output=True, check=False
    )
    assert done.stdout.startswith(b"error[")
    assert done.stderr == b""
