"""The hooks of .pre-commit-hooks.yaml, run by pre-commit in scratch repositories."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from filelock import FileLock

from tests.conftest import ROOT
from tests.hooks.checkout import copy_of_checkout
from tests.scratch import RIGHT, WRONG, Scratch

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit takes hooks from a git checkout, and this is none")

SETTINGS = (
    'exam = "mls-c01"\nselect = ["wrong-value", "conflicting-values", "broken-link"]\nexclude = ["drafts"]\n[coverage]\nfail-under = 0\n'
)
OLD = f"{WRONG}\n[x](gone.md)\n"


def pre_commit(scratch: Scratch, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """pre-commit as a module of this interpreter, with a store of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    identity = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = kept | identity | {"PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "pre_commit", *arguments] if arguments[0] != "git" else list(arguments)
    return subprocess.run(command, cwd=scratch.folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def checkout(shared_folder: Path) -> Scratch:
    with FileLock(shared_folder / "checkout.lock"):
        folder = shared_folder / "checkout"
        return Scratch(folder) if folder.exists() else copy_of_checkout(folder)


@pytest.fixture(scope="module")
def home(shared_folder: Path) -> Path:
    return shared_folder / "pre-commit-home"


@pytest.fixture
def notes(tmp_path: Path) -> Scratch:
    """A repository with one commit that holds old findings."""
    notes = Scratch(tmp_path / "notes")
    notes.write("notelint.toml", SETTINGS)
    notes.write("old.md", OLD)
    notes.write("drafts/draft.md", OLD)
    notes.git("init", "-q")
    notes.commit("old")
    return notes


def configure(notes: Scratch, checkout: Scratch, ids: list[str]) -> None:
    """Take these hooks from the checkout."""
    repo = {"repo": str(checkout.folder), "rev": checkout.git("rev-parse", "HEAD").strip(), "hooks": [{"id": one} for one in ids]}
    notes.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [repo]}))


@pytest.fixture
def hooked(notes: Scratch, checkout: Scratch, home: Path) -> Scratch:
    """The same with the hook that does the whole job, and that for coverage; the environment is made once."""
    configure(notes, checkout, ["notelint", "notelint-coverage"])
    notes.commit("hooks")
    done = pre_commit(notes, home, "install", "--install-hooks")
    assert done.returncode == 0, done.stdout + done.stderr
    return notes


def commit(notes: Scratch, home: Path) -> subprocess.CompletedProcess[str]:
    notes.git("add", "-A")
    return pre_commit(notes, home, "git", "commit", "-q", "-m", "change")


def verdicts(output: str) -> dict[str, str]:
    return dict(re.findall(r"^(notelint(?: \([\w ]+\))?)\.*(?:\(no files to check\))?(\w+)$", output, re.MULTILINE))


def test_all_hooks(notes: Scratch, checkout: Scratch, home: Path) -> None:
    notes.write("old.md", RIGHT)
    configure(notes, checkout, [hook["id"] for hook in _hooks()])
    notes.commit()
    done = pre_commit(notes, home, "run", "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert verdicts(done.stdout) == {
        "notelint": "Passed",
        "notelint (each note)": "Passed",
        "notelint (all notes)": "Passed",
        "notelint (exam coverage)": "Passed",
    }


def test_a_wrong_retention_is_stopped(hooked: Scratch, home: Path) -> None:
    hooked.write("new.md", WRONG)
    done = commit(hooked, home)
    assert done.returncode != 0
    assert "error[wrong-value]" in done.stdout + done.stderr
    assert "new.md:3:14" in done.stdout + done.stderr
    assert (done.stdout + done.stderr).count("new.md:3:14") == 1
    assert "old.md:3:14" not in done.stdout + done.stderr


def test_a_clean_commit_passes_whatever_is_wrong_elsewhere(hooked: Scratch, home: Path) -> None:
    hooked.write("new.md", RIGHT)
    done = commit(hooked, home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert verdicts(done.stdout + done.stderr)["notelint"] == "Passed"


def test_a_commit_of_something_else_passes(hooked: Scratch, home: Path) -> None:
    hooked.write("program.py", "print()\n")
    done = commit(hooked, home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert verdicts(done.stdout + done.stderr)["notelint"] == "Passed"


def test_an_excluded_note_passes(hooked: Scratch, home: Path) -> None:
    hooked.write("drafts/more.md", WRONG)
    done = commit(hooked, home)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_contradiction_of_a_note_outside_the_commit_is_stopped(hooked: Scratch, home: Path) -> None:
    hooked.write("one.md", "# Kinesis Data Streams\n\n- [old](old.md)\n")
    assert commit(hooked, home).returncode == 0
    hooked.git("rm", "-q", "old.md")
    hooked.write("two.md", RIGHT)
    done = commit(hooked, home)
    assert done.returncode != 0
    assert verdicts(done.stdout + done.stderr) == {"notelint": "Failed", "notelint (exam coverage)": "Passed"}
    assert "one.md:3:9" in done.stdout + done.stderr


def test_old_findings_of_an_edited_note_stop_nobody(hooked: Scratch, home: Path) -> None:
    hooked.write("old.md", OLD + "\nOne more line.\n")
    assert commit(hooked, home).returncode == 0
    assert hooked.notelint("baseline", "create").code == 0
    hooked.write("old.md", OLD + "\nTwo more lines.\n")
    done = commit(hooked, home)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_whole_repository_on_demand(hooked: Scratch, home: Path) -> None:
    done = pre_commit(hooked, home, "run", "--all-files", "notelint")
    assert done.returncode == 1
    assert "old.md:3:14" in done.stdout


def test_the_parts_apart_repeat_nothing(notes: Scratch) -> None:
    notes.write("one.md", "# Kinesis Data Streams\n\n- [gone](gone.md)\n")
    notes.write("two.md", WRONG)
    notes.git("add", "-A")
    alone = notes.notelint("check", "--output-format", "concise", "--no-corpus-rules", "one.md", "two.md").out
    together = notes.notelint("check", "--output-format", "concise", "--staged", "--only-corpus-rules").out
    assert "two.md:3" in alone
    assert "one.md:3" not in alone
    assert "one.md:3:10" in together
    assert "two.md:3" not in together


def test_coverage_without_an_exam_passes_with_a_remark(notes: Scratch) -> None:
    notes.write("notelint.toml", "")
    result = notes.notelint("coverage", "--skip-without-exam")
    assert (result.code, result.out) == (0, "")
    assert "no exam is set" in result.err
    assert notes.notelint("coverage").code == 2


def test_every_hook_calls_a_command_that_there_is() -> None:
    for hook in _hooks():
        name, command, *options = hook["entry"].split()
        assert name == "notelint"
        help_text = Scratch(ROOT).notelint(command, "--help").out
        assert all(option in help_text for option in options)


def _hooks() -> list[dict[str, str]]:
    """All hooks that the repository offers."""
    hooks: list[dict[str, str]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hooks
