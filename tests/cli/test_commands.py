"""The command line as a whole."""

import pytest
from notelint import __version__
from notelint.rules import CATEGORIES, RULES

from tests.cli.test_check import installed
from tests.scratch import Scratch


def test_python_m(scratch: Scratch) -> None:
    done = installed(scratch.folder, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"notelint, version {__version__}\n".encode(), b"")


def test_help_names_every_command(scratch: Scratch) -> None:
    from notelint.cli import _COMMANDS

    out = scratch.notelint("--help").out
    for name, text in _COMMANDS.items():
        assert f"  {name} " in out
        assert text in " ".join(out.split())
        result = scratch.notelint(name, "--help")
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("Usage: ")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["chek"], 'No such command "chek". Did you mean "check"?'),
        (["zzz"], 'No such command "zzz". Commands are baseline, cards, '),
        (["check", "--selct", "all"], "--select"),
        (["check", "--output-format", "xml"], "'xml' is not one of 'full', 'concise',"),
        (["schema", "chekc"], "chekc"),
        (["explain"], "Missing argument 'RULE'"),
    ],
)
def test_usage_errors(scratch: Scratch, given: list[str], told: str) -> None:
    result = scratch.notelint(*given)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_rules(scratch: Scratch) -> None:
    lines = scratch.notelint("rules").out.splitlines()
    assert len(lines) == len(RULES)
    assert sorted(line.split()[0] for line in lines) == sorted(rule.ID for rule in RULES)
    assert {line.split()[1] for line in lines} == set(CATEGORIES)
    assert {line.split()[2] for line in lines} <= {"error", "warning", "info"}


@pytest.mark.parametrize("rule", [rule.ID for rule in RULES])
def test_explain(scratch: Scratch, rule: str) -> None:
    result = scratch.notelint("explain", rule)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"# {rule}\n")
    assert "\n## Why it matters\n" in result.out


def test_explain_what_is_not_there(scratch: Scratch) -> None:
    assert scratch.notelint("explain", "wrong-valu").err == "notelint: unknown rule 'wrong-valu'; did you mean \"wrong-value\"?\n"
    assert scratch.notelint("explain", "zzz").err == "notelint: unknown rule 'zzz'; `notelint rules` lists them\n"
    assert scratch.notelint("explain", "zzz").code == 2
