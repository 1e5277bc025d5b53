"""Text of strangers in reports of all formats."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from notelint.report.printable import dump, message, printable, without_commands

from tests.scratch import Scratch

COMMAND = "::error file=README.md,line=1::Security hole.md"
HARMFUL = "\x1b[31m\u202e\u2066\x07\x9b"
FORMATS = ("full", "concise", "github", "gitlab", "json", "junit", "markdown", "rdjson", "sarif")


@pytest.mark.parametrize(
    "harmful", ["\x00", "\x1b", "\r", "\n", "\x7f", "\x85", "\u061c", "\u202e", "\u2067", "\u2028", "\ufeff", "\ud800", "\U000e0041"]
)
def test_harmful_characters_are_replaced(harmful: str) -> None:
    assert printable(f"a{harmful}b") == "a\ufffdb"
    assert harmful not in message(f"a{harmful}b")
    text = dump({"a": f"x{harmful}y"})
    assert harmful == "\n" or harmful not in text
    assert json.loads(text) == {"a": f"x{harmful}y"}


def test_text_of_all_languages_stays() -> None:
    text = "naïve – “日本語” العربية 👩‍👧 x\u00a0y"
    assert printable(text) == text == message(text)


def test_messages_are_cut() -> None:
    assert len(message("x" * 10**6)) == 1001


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n  ::add-mask::e", "a\n  : :add-mask::e"),
        ("a ##[error]b", "a ## [error]b"),
        ("##vso[task.setvariable]", "## vso[task.setvariable]"),
        ("std::vector and ## Heading", "std::vector and ## Heading"),
    ],
)
def test_no_line_is_a_command(text: str, shown: str) -> None:
    assert without_commands(text) == shown


@pytest.fixture
def hostile(scratch: Scratch) -> Scratch:
    """Notes whose names and words want to do harm."""
    scratch.write("notelint.toml", 'select = ["misspelling", "broken-link"]\n')
    text = f"# A\n\nThe recieve thing is here, see [x](<mis{HARMFUL}sing.md>) and [y](<##[error]gone.md>).\n"
    for name in (COMMAND, "a\n::add-mask::e\n.md", f"b{HARMFUL[:6]}.md", "##[group]c.md"):
        try:
            scratch.write(name, text)
        except OSError:
            pytest.skip("this file system does not allow such names")
    return scratch


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_format_lets_harm_through(hostile: Scratch, output_format: str) -> None:
    result = hostile.notelint("check", "--output-format", output_format)
    assert result.code == 1
    assert not set(HARMFUL) - set("[31m") & set(result.out + result.err)
    commands = [
        line
        for line in result.out.split("\n")
        if line.lstrip().startswith("::") and not line.startswith(("::error file=", "::warning file="))
    ]
    assert commands == []
    if output_format == "github":
        assert all(",title=notelint (" in line for line in result.out.splitlines())
    else:
        assert "::error" not in [line.lstrip()[:7] for line in result.out.splitlines()]
        assert "##[" not in result.out


def test_machine_formats_name_the_very_files(hostile: Scratch) -> None:
    found = json.loads(hostile.notelint("check", "--output-format", "json").out)["diagnostics"]
    assert {one["filename"] for one in found} == {path.name for path in hostile.folder.glob("*.md")}


def test_settings_and_errors(scratch: Scratch) -> None:
    scratch.write("a.md", "# A\n")
    scratch.write("notelint.toml", 'exclude = ["\\n::error::x\\u001b[31m"]\n')
    shown = scratch.notelint("check", "--show-settings").out
    assert "\n::error" not in shown
    assert "\x1b" not in shown
    scratch.write("notelint.toml", '"\\u001b[31mx\\n::error::pwn" = 1\n')
    result = scratch.notelint("check")
    assert result.code == 2
    assert "\x1b" not in result.err
    assert all(line.startswith("notelint: ") for line in result.err.splitlines())


def test_no_cell_is_a_formula(scratch: Scratch) -> None:
    scratch.write(
        "=x.md", '# =HYPERLINK("http://example.org","x") Widget\n\n- Retention is 7 days\n\n## @SUM(A1) Gadget\n\n- Retention is 8 days\n'
    )
    rows = list(csv.reader(io.StringIO(scratch.notelint("facts", "--all", "--output-format", "csv", ".").out)))
    assert len(rows) == 3
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_an_output_file_that_is_no_regular_file_is_written_into(scratch: Scratch) -> None:
    scratch.write("a.md", "# A\n\nText.\n")
    pipe = scratch.folder / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert scratch.notelint("check", "--output-format", "json", "--output-file", "pipe").code == 0
    assert json.loads(os.read(reader, 10_000))["diagnostics"] == []
    os.close(reader)
    assert pipe.is_fifo()


def test_an_output_file_that_is_a_link_is_refused(scratch: Scratch) -> None:
    scratch.write("a.md", "# A\n\nText.\n")
    target = scratch.write("target.txt", "mine")
    (scratch.folder / "out.json").symlink_to(target)
    result = scratch.notelint("check", "--output-file", "out.json")
    assert result.code == 2
    assert "out.json: is a symbolic link" in result.err
    assert scratch.read("target.txt") == "mine"


def test_an_output_folder_that_leads_out_of_the_project_is_refused(scratch: Scratch, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside: Path = tmp_path_factory.mktemp("outside")
    scratch.write("a.md", "# A\n\nText.\n")
    (scratch.folder / "reports").symlink_to(outside)
    result = scratch.notelint("check", "--output-file", "reports/out.txt")
    assert result.code == 2
    assert "leads out of the project" in result.err
    assert list(outside.iterdir()) == []
    assert scratch.notelint("check", "--output-file", str(outside / "out.txt")).code == 0
