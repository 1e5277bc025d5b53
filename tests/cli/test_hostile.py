"""Configurations, baselines, packs, folders and streams that are not what they should be: one line that says why, never a traceback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scratch import Result, Scratch

NOTE = "# A\n\n[x](b.md)\n"
BASELINE = "notelint-baseline.json"


def program(scratch: Scratch, *arguments: str, shell: str = "") -> Result:
    """In a process of its own, ended after a minute."""
    command = [sys.executable, "-m", "notelint", *arguments]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    done = subprocess.run(command, cwd=scratch.folder, capture_output=True, timeout=60, check=False)
    return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def known(count: str) -> str:
    return '{"version": 1, "notes": {"a.md": {"findings": [{"rule": "x", "count": %s}]}}}' % count  # noqa: UP031


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        pytest.param("notelint.toml", "exclude = " + "[" * 5000 + "]" * 5000, 2, id="nested configuration"),
        pytest.param("notelint.toml", "a." * 20_000 + "b = 1", 2, id="dotted configuration"),
        pytest.param("notelint.toml", "exam = " + "9" * 10_000, 2, id="a long number"),
        pytest.param("notelint.toml", "a" * 100_000 + " = 1\n", 2, id="a long key"),
        pytest.param("notelint.toml", f"ignore = ['{'misspelling' * 10_000}']\n", 2, id="a long rule"),
        pytest.param("notelint.toml", 'accepted-words = ["""\n[' + " " * 30_000 + 'x\n"""]\nfail-on = "error"\n', 1, id="spaces in a line"),
        pytest.param("notelint.toml", f'exclude = ["{"*a" * 40}b"]\n', 1, id="stars"),
        pytest.param("notelint.toml", f'exclude = ["{"**a" * 25}b"]\n', 1, id="double stars"),
        pytest.param("notelint.toml", f'exclude = ["{"**/" * 30}zz"]\n', 1, id="any folders"),
        pytest.param("notelint.toml", f'[per-file-ignores]\n"{"*a" * 40}b" = ["all"]\n', 1, id="stars of ignores"),
        pytest.param(".gitignore", f"{'*a' * 40}b\n", 1, id="stars of .gitignore"),
        pytest.param(".gitignore", f"{'**/a/' * 40}b\n", 1, id="double stars of .gitignore"),
        pytest.param(".gitignore", "!\n[\n[z-a]\n\\\n/\n//\n", 1, id="no patterns in .gitignore"),
        pytest.param("pyproject.toml", 'tool = "notelint"\n', 1, id="tool is a string"),
        pytest.param("pyproject.toml", "tool = ['notelint']\n", 1, id="tool is a list"),
        pytest.param("pyproject.toml", "[tool]\nnotelint = 'x'\n", 2, id="notelint is a string"),
        pytest.param("pyproject.toml", "# notelint\nx = " + "[" * 5000 + "]" * 5000, 1, id="another tool's nesting"),
        pytest.param("pyproject.toml", "# notelint\nx = " + "9" * 5000, 1, id="another tool's number"),
        pytest.param(BASELINE, "[" * 100_000, 2, id="nested baseline"),
        pytest.param(BASELINE, known("Infinity"), 2, id="endless count"),
        pytest.param(BASELINE, known("NaN"), 2, id="no count"),
        pytest.param(BASELINE, known("1e400"), 2, id="a count beyond numbers"),
        pytest.param(BASELINE, known("9" * 5000), 2, id="a long count"),
        pytest.param(BASELINE, known("-5"), 1, id="less than nothing"),
        pytest.param(BASELINE, '{"version": 1, "notes": {"\\ud800": {"findings": [{"rule": "\\ud800"}]}}}', 2, id="half a character"),
        pytest.param(BASELINE, f'{{"version": 1, "notes": {{"{"a" * 5000}": {{"findings": [{{"rule": "x"}}]}}}}}}', 1, id="a long name"),
        pytest.param(BASELINE, '{"version": 1, "notes": {"a\\u0000b": {"findings": [{"rule": "x"}]}}}', 1, id="a name with a zero"),
        pytest.param("schema/vocabulary/x.yaml", "entities: 1" + ":59" * 20_000 + "\n", 2, id="a number in base sixty"),
        pytest.param("schema/vocabulary/x.yaml", "entities: " + "9" * 10_000 + "\n", 2, id="a long number in a pack"),
        pytest.param("schema/vocabulary/x.yaml", "9" * 10_000 + ": 1\n", 2, id="a long number as key"),
    ],
)
def test_odd_files(scratch: Scratch, name: str, text: str, code: int) -> None:
    scratch.write("notelint.toml", "")
    if name != "notelint.toml":
        scratch.folder.joinpath("notelint.toml").unlink()
    scratch.write("a.md", NOTE)
    scratch.write("a" * 200 + ".md", "x\n")
    scratch.write(name, text)
    scratch.folder.joinpath(".git").mkdir()
    result = program(scratch, "check", "--no-cache", "--select", "links", ".")
    assert "Traceback" not in result.err
    assert result.code == code, result
    assert len(result.err) < 2000


@pytest.fixture
def deep(scratch: Scratch) -> Iterator[Scratch]:
    """A note below more folders than Python can call itself; they are removed at once, since pytest's own cleaning fails on them."""
    here = os.getcwd()
    os.chdir(scratch.folder)
    try:
        for _ in range(1200):
            os.mkdir("a")
            os.chdir("a")
        Path("x.md").write_text("# A\n\nThis is recieved.\n")
        yield scratch
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", str(scratch.folder / "a")], check=True)


def test_folders_may_be_nested_deeper_than_calls(deep: Scratch) -> None:
    result = program(deep, "check", "--isolated", "--no-cache", "--select", "misspelling", ".")
    assert (result.code, "Traceback" in result.err) == (1, False), result.err[-500:]


def test_what_is_no_regular_file_is_told_and_passed_over(scratch: Scratch) -> None:
    scratch.write("a.md", NOTE)
    os.mkfifo(scratch.folder / "pipe.md")
    os.symlink("loop.md", scratch.folder / "loop.md")
    os.symlink("loops", scratch.folder / "loops")
    for named in ([], ["pipe.md", "a.md"]):
        result = program(scratch, "check", "--no-cache", "--select", "links", *named)
        assert (result.code, "Traceback" in result.err) == (1, False)
        assert "pipe.md cannot be read; it is passed over" in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_stops_nothing(scratch: Scratch) -> None:
    scratch.write("a.md", NOTE)
    scratch.write("b.md", NOTE).chmod(0)
    scratch.write("c/d.md", NOTE)
    (scratch.folder / "c").chmod(0)
    result = program(scratch, "check", "--no-cache", "--output-format", "concise")
    (scratch.folder / "c").chmod(0o700)
    assert "b.md:1:1: error[unread-note] cannot be read: Permission denied" in result.out
    assert "c/ cannot be read; it is passed over" in result.err
    assert "a.md:3" in result.out


def test_names_that_are_no_text(scratch: Scratch) -> None:
    Path(os.fsdecode(os.fsencode(scratch.folder) + b"/missin\xff.txt")).write_text("")
    scratch.write("a.md", "# A\n\n[x](missing.txt)\n")
    result = program(scratch, "check", "--no-cache", "--select", "links")
    assert (result.code, "Traceback" in result.err) == (1, False), result.err


@pytest.mark.parametrize(
    ("closed", "code", "err"),
    [(">&-", 2, "notelint: standard output is closed"), ("2>&-", 0, ""), ("<&-", 0, ""), (">&- 2>&- <&-", 2, "")],
)
def test_closed_streams(scratch: Scratch, closed: str, code: int, err: str) -> None:
    scratch.write("a.md", "# A\n\nNothing is wrong in here.\n")
    result = program(scratch, "check", "." if closed != "<&-" else "-", shell=closed)
    assert (result.code, "Traceback" in result.err) == (code, False), result
    assert err in result.err


def test_what_is_no_commit(scratch: Scratch) -> None:
    scratch.write("a.md", NOTE)
    scratch.git("init", "-q")
    scratch.commit()
    result = program(scratch, "check", "--changed-since=^HEAD")
    assert (result.code, "Traceback" in result.err) == (2, False), result.err
    assert "^HEAD is not a commit of this repository" in result.err


def test_an_interruption_ends_with_130(scratch: Scratch) -> None:
    code = "import signal; from notelint.cli import run; signal.signal(signal.SIGINT, signal.default_int_handler); print('ready', flush=True); run()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "check", "--isolated", "--no-cache", "-"],
        cwd=scratch.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(1)  # it waits for its input
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert b"interrupted" in err
