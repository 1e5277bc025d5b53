"""What a person sees in a terminal: an overview of many findings, habits told once, lines cut to the width."""

import os
import pty
import re
import struct
import subprocess
import sys
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import msgspec
import pytest
from notelint.diagnostic import Diagnostic, Finding, Severity
from notelint.report.habits import with_habits
from notelint.source import Place, Position, Span

from tests.scratch import Scratch

_COLOURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\\\")


def in_terminal(folder: Path, *arguments: str, columns: int = 80) -> tuple[int, str]:
    """Run notelint in a terminal of that width: exit code, and the text without colours."""
    parent, child = pty.openpty()
    ioctl(child, TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "CI", "NO_COLOR")}
    command = [sys.executable, "-m", "notelint", "check", "--isolated", *arguments]
    process = subprocess.Popen(command, cwd=folder, stdout=child, stderr=subprocess.DEVNULL, env=environment)
    os.close(child)
    text = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        text += part
    os.close(parent)
    return process.wait(), _COLOURS.sub("", text.decode().replace("\r\n", "\n"))


def test_many_findings_are_counted_and_the_next_step_told(scratch: Scratch) -> None:
    for letter in "abcdefgh":
        scratch.write(f"{letter}.md", "".join(f"[x](gone-{number}.md)\n\n" for number in range(8)))
    code, text = in_terminal(scratch.folder)
    assert code == 1
    assert text.startswith("64  error    broken-link  in 8 notes\n")
    assert "notelint check --all" in text
    assert "notelint baseline create" in text
    assert "gone-3.md" not in text
    assert in_terminal(scratch.folder, "--all")[1].count("error[broken-link]") == 64
    assert scratch.notelint("check", "--isolated").out.count("error[broken-link]") == 64  # not in a terminal


def test_few_findings_are_listed(scratch: Scratch) -> None:
    for letter in "abcde":
        scratch.write(f"{letter}.md", "".join(f"[x](gone-{letter}{number}.md)\n\n" for number in range(9)))
    scratch.write("f.md", "".join(f"[x](gone-f{number}.md)\n\n" for number in range(5)))
    assert in_terminal(scratch.folder)[1].count("error[broken-link]") == 50


@pytest.mark.parametrize("columns", [60, 100])
def test_source_lines_are_cut_to_the_width(scratch: Scratch, columns: int) -> None:
    scratch.write("a.md", f"{'word ' * 60}[x](gone.md){' word' * 60}\n")
    lines = in_terminal(scratch.folder, columns=columns)[1].splitlines()
    shown = next(line for line in lines if line.startswith("1 |"))
    assert "gone.md" in shown
    assert len(shown) <= columns
    assert max(map(len, lines[2:5])) <= columns


def test_the_rule_with_most_findings_is_the_example(scratch: Scratch) -> None:
    scratch.write("a.md", "# A\n\n[x](gone.md)\n\n" + "".join(f"- Item {number} {number}\n-\n" for number in range(60)))
    text = in_terminal(scratch.folder)[1]
    assert "notelint check --select placeholder-item" in text
    assert 'ignore = ["placeholder-item"]' in text


def _diagnostic(
    rule: str, category: str, path: str, line: int = 1, *, severity: Severity = Severity.WARNING, message: str = ""
) -> Diagnostic:
    place = Place(path, Span(0, 1), Position(line, 1), Position(line, 2))
    return Diagnostic(rule, category, severity, Finding(place, message or f"what is wrong in {path}"))


def test_links_of_a_note_to_one_missing_thing_are_told_once() -> None:
    links = [_diagnostic("broken-link", "links", path, line) for line, path in enumerate(["a.md", "a.md", "b.md", "a.md"], 1)]
    told = list(with_habits(links, 2))
    assert [(one.place.path, one.place.start.line) for one in told] == [("a.md", 1), ("b.md", 3)]
    assert told[0].finding.message == "what is wrong in a.md (3 places in this note)"
    assert [related.place.start.line for related in told[0].finding.related] == [2, 4]
    items = [_diagnostic("placeholder-item", "structure", "a.md", line) for line in (1, 2)]
    assert list(with_habits(items, 2)) == items
    sure = msgspec.structs.replace(links[0], finding=msgspec.structs.replace(links[0].finding, suggestions=("b.md",)))
    assert list(with_habits([sure, sure], 2)) == [sure, sure]  # each can be corrected


def test_what_a_third_of_the_notes_do_alike_is_told_once() -> None:
    found = [_diagnostic("skipped-heading-level", "structure", f"{number:02}.md") for number in range(10)]
    told = list(with_habits(found, 30))
    assert len(told) == 1
    assert told[0].finding.message.startswith("10 of 30 notes do this (10 places); the first: what is wrong in 00.md.")
    assert 'ignore = ["skipped-heading-level"]' in told[0].finding.message
    assert [related.place.path for related in told[0].finding.related] == ["01.md", "02.md", "03.md"]
    assert list(with_habits(found, 31)) == found  # fewer than a third
    assert list(with_habits(found[:9], 20)) == found[:9]  # fewer than ten notes
    errors = [_diagnostic("misspelling", "spelling", f"{number:02}.md") for number in range(10)]
    assert list(with_habits(errors, 10)) == errors  # no habit


def test_many_remarks_of_a_rule_are_told_once() -> None:
    found = [
        _diagnostic("unwritten-note", "links", "a.md", line, severity=Severity.INFO, message=f"no note {line}") for line in range(1, 52)
    ]
    (told,) = with_habits(found, 100)
    assert told.finding.message.startswith("1 of 100 notes does this (51 places); the first: no note 1.")
    assert next(iter(with_habits(found[:50], 100))).finding.message == "no note 1; 49 more like it in this note, --all lists each"
    warnings = [_diagnostic("placeholder-item", "structure", "a.md", line) for line in range(1, 52)]
    assert list(with_habits(warnings, 100)) == warnings


def test_a_remark_on_several_notes_is_told_once() -> None:
    found = [
        _diagnostic("renamed-term", "terminology", path, severity=Severity.INFO, message='"Old" is called "New"')
        for path in ("a.md", "b.md", "c.md")
    ]
    other = _diagnostic("renamed-term", "terminology", "b.md", 2, severity=Severity.INFO, message='"Older" is called "New"')
    told = list(with_habits([*found, other], 9))
    assert [one.finding.message for one in told] == ['"Old" is called "New" (in 3 notes)', '"Older" is called "New"']
    assert [related.place.path for related in told[0].finding.related] == ["b.md", "c.md"]
    errors = [_diagnostic("misspelling", "spelling", path, message="the same") for path in ("a.md", "b.md")]
    assert list(with_habits(errors, 9)) == errors


def test_ten_broken_links_of_a_note_are_told_once() -> None:
    found = [_diagnostic("broken-link", "links", "a.md", line, message=f'no file "{line}"') for line in range(1, 11)]
    (told,) = with_habits(found, 9)
    assert told.finding.message == 'no file "1"; 9 more like it in this note, --all lists each'
    assert [related.place.start.line for related in told.finding.related] == [2, 3, 4]
    assert list(with_habits(found[1:], 9)) == found[1:]
    anchors = [_diagnostic("broken-anchor", "links", "a.md", line, message=f'no anchor "{line}"') for line in range(1, 9)]
    assert list(with_habits([*found[:5], *anchors], 9)) == [*found[:5], *anchors]
