"""What is wrong with a configuration: file, line, what was expected, what may have been meant."""

import re

import pytest

from tests.scratch import Scratch

CASES = {
    "unknown key": ('exam = "mls-c01"\nselct = ["all"]\n', '2: unknown key "selct"; did you mean "select"?'),
    "unknown key that is like no other": ("zzz = 1\n", '1: unknown key "zzz"; known keys are exam, as-of, packs, schema, select'),
    "underscore for a dash": ('fail_on = "error"\n', '1: unknown key "fail_on"; did you mean "fail-on"?'),
    "an unknown program": ('site = "word"\n', "1: site: expected one of auto, github, obsidian, jekyll"),
    "unknown table": ('\n[severty]\nbroken-link = "off"\n', '2: unknown key "severty"; did you mean "severity"?'),
    "unknown key of a table": ("[coverage]\n\nfail-undr = 80\n", '3: unknown key "fail-undr"; did you mean "fail-under"?'),
    "a number for a string": ("schema = 3\n", "1: schema: expected a string, got 3"),
    "a number for a list": ("# one\n\nselect = 3\n", "3: select: expected a string or a list of strings, got 3"),
    "numbers in a list": ('exclude = [\n  "a",\n  3,\n]\n', "1: exclude: expected a string or a list of strings, got ['a', 3]"),
    "a string for a table": ('severity = "error"\n', "1: severity: expected a table, got 'error'"),
    "a list for a table": ("per-file-ignores = []\n", "1: per-file-ignores: expected a table, got []"),
    "no severity": (
        '[severity]\nempty-section = "info"\nbroken-link = "of"\n',
        "3: severity.broken-link: expected one of error, warning, info, off, got 'of'",
    ),
    "no severity, dotted": ('fail-on = "info"\nseverity.broken-link = "of"\n', "2: severity.broken-link: expected one of"),
    "no severity, inline": ('severity = {broken-link = "of"}\n', "1: severity.broken-link: expected one of"),
    "no level to fail on": ('fail-on = "never"\n', "1: fail-on: expected one of error, warning, info, got 'never'"),
    "ignores that are no list": (
        '[per-file-ignores]\n"a" = "all"\n"b c/**" = 3\n',
        "3: per-file-ignores.b c/**: expected a string or a list of strings, got 3",
    ),
    "no percentage": ('[coverage]\nfail-under = "80"\n', "2: coverage.fail-under: expected a percentage from 0 to 100, got '80'"),
    "too large a percentage": ("[coverage]\nfail-under = 120\n", "2: coverage.fail-under: expected a percentage from 0 to 100, got 120"),
    "true is no percentage": ("[coverage]\nfail-under-domain = true\n", "2: coverage.fail-under-domain: expected a percentage"),
    "no date": ('as-of = "soon"\n', "1: as-of: expected a date such as 2025-06-30, got 'soon'"),
    "a time": ("as-of = 2025-06-30T12:00:00\n", "1: as-of: expected a date such as 2025-06-30, got 2025-06-30 12:00:00"),
    "unknown exam": ('exam = "mls-c02"\n', "1: unknown exam 'mls-c02'; known are "),
    "unknown rule": (
        'select = ["all"]\nignore = ["broken-lnk"]\n',
        '2: unknown rule or category "broken-lnk"; did you mean "broken-link"?',
    ),
    "unknown rule of a severity": (
        '[severity]\nempty-section = "info"\nzzz = "off"\n',
        '3: unknown rule or category "zzz"; `notelint rules` lists them',
    ),
    "unknown rule of a file": (
        '[per-file-ignores]\n"a" = "all"\n"b" = ["lnks"]\n',
        '3: unknown rule or category "lnks"; did you mean "links"?',
    ),
    "options that are no table": ("rules = 3\n", "1: rules: expected a table, got 3"),
    "options of a rule that are no table": ("[rules]\ncount-mismatch = 3\n", "2: rules.count-mismatch: expected a table, got 3"),
    "an option that is no number": (
        "[rules.count-mismatch]\nlargest = true\n",
        "2: rules.count-mismatch.largest: expected a whole number, got True",
    ),
    "too large an option": (
        "[rules.count-mismatch]\nwords = 9\nlargest = 3000\n",
        "3: rules.count-mismatch.largest: expected a number from 2 to 1000, got 3000",
    ),
    "too small an option": (
        "rules.empty-section.deepest-level = 0\n",
        "1: rules.empty-section.deepest-level: expected a number from 1 to 6, got 0",
    ),
    "an unknown option": (
        "[rules.count-mismatch]\nlargst = 3\n",
        '2: unknown option "largst" of count-mismatch; did you mean "largest"?',
    ),
    "an unknown rule with options": (
        "[rules]\n\n[rules.count-mismtch]\nlargest = 3\n",
        '3: no rule "count-mismtch" with options; did you mean "count-mismatch"?',
    ),
    "a rule without options": (
        "[rules.broken-link]\nlargest = 3\n",
        '1: no rule "broken-link" with options; rules with options are count-mismatch, ',
    ),
    "too many globs": (
        "exclude = [" + ", ".join(f'"x{number}*"' for number in range(1001)) + "]\n",
        "1: exclude: expected at most 1,000 globs with * or ?",
    ),
    "too many ignores": (
        "[per-file-ignores]\n" + "".join(f'x{number} = "all"\n' for number in range(1001)),
        "1: per-file-ignores: expected at most 1,000 globs in this table",
    ),
    "a key twice": ('exam = "a"\nexam = "b"\n', "2:11: not valid TOML: "),
    "no TOML": ("exam = [\n", "1:1: not valid TOML: "),
}


@pytest.mark.parametrize("name", CASES)
def test_one_line_with_the_place(scratch: Scratch, name: str) -> None:
    text, expected = CASES[name]
    scratch.write("notelint.toml", text)
    _told(scratch, "notelint.toml", expected)


@pytest.mark.parametrize("name", [name for name, (_, expected) in CASES.items() if "TOML" not in expected])
def test_the_same_in_pyproject(scratch: Scratch, name: str) -> None:
    text, expected = CASES[name]
    (scratch.folder / "notelint.toml").unlink()
    scratch.write("pyproject.toml", "[tool.notelint]\n" + re.sub(r"(?m)^\[", "[tool.notelint.", text))
    line, _, rest = expected.partition(":")
    _told(scratch, "pyproject.toml", f"{int(line) + 1}:{rest}")


def _told(scratch: Scratch, file: str, expected: str) -> None:
    scratch.write("note.md", "# Note\n\nSome text that stands here.\n")
    result = scratch.check()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"notelint: {scratch.folder}/{file}:{expected}"), result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    "option", [["--as-of", "soon"], ["--exam", "mls-c02"], ["--select", "lnks"], ["--ignore", "zzz"], ["--fail-on", "never"]]
)
def test_the_command_line_is_checked_as_well(scratch: Scratch, option: list[str]) -> None:
    scratch.write("note.md", "# Note\n\nSome text that stands here.\n")
    result = scratch.check(*option)
    assert (result.code, result.out) == (2, "")
    assert option[1] in result.err


def test_bytes_that_are_no_text(scratch: Scratch) -> None:
    scratch.write("notelint.toml", b'exam = "\xe9"\n')
    assert (
        scratch.check().err
        == f"notelint: {scratch.folder}/notelint.toml: cannot be read: byte 8 is not UTF-8; save the file as UTF-8 text\n"
    )


@pytest.mark.parametrize("command", ["facts", "coverage", "report -o report.html", "exams", "schema check", "baseline create"])
def test_every_command_says_so(scratch: Scratch, command: str) -> None:
    scratch.write("notelint.toml", "selct = 1\n")
    result = scratch.notelint(*command.split())
    assert result.code == 2
    assert 'unknown key "selct"; did you mean "select"?' in result.err
