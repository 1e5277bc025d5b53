"""notelint completion."""

import shutil
import subprocess

import pytest
from click.testing import CliRunner
from notelint.cli import main

from tests.scratch import Scratch


def complete(line: str) -> list[str]:
    """What bash would offer for the last word of `line`."""
    words = line.split(" ")
    environment = {"_NOTELINT_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    result = CliRunner().invoke(main, [], env=environment, prog_name="notelint")
    return [one.partition(",")[2] for one in result.stdout.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_the_script_is_one_that_the_shell_reads(shell: str, scratch: Scratch) -> None:
    result = scratch.notelint("completion", shell)
    assert result.code == 0
    assert f"{shell}_complete" in result.out
    assert "_NOTELINT_COMPLETE" in result.out
    if shutil.which(shell):
        script = scratch.write("script", result.out)
        subprocess.run([shell, "-n", str(script)], check=True)


def test_the_shell_of_the_user_is_taken(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert "#compdef notelint" in scratch.notelint("completion").out
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    result = scratch.notelint("completion")
    assert (result.code, result.out) == (2, "")
    assert "give one of bash, fish, zsh" in result.err


def test_commands_options_rules_and_exams_are_completed() -> None:
    assert complete("notelint bas") == ["baseline"]
    assert complete("notelint baseline pr") == ["prune"]
    assert "--statistics" in complete("notelint check --s")
    assert complete("notelint check --select wrong-v") == ["wrong-value"]
    assert complete("notelint check --select links,wrong-v") == ["links,wrong-value"]
    assert complete("notelint explain wrong-v") == ["wrong-value"]
    assert complete("notelint check --exam mls") == ["mls-c01"]
    assert "sarif" in complete("notelint check --output-format s")
