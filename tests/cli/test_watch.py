"""notelint watch: checks again on change, prints what changed, and ends quietly."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.scratch import RIGHT, WRONG, Scratch

pytest.importorskip("watchfiles")


@pytest.fixture
def watching(scratch: Scratch) -> Iterator[subprocess.Popen[str]]:
    scratch.write("a.md", WRONG)
    command = [sys.executable, "-u", "-m", "notelint", "watch", "--select", "facts"]
    process = subprocess.Popen(
        command,
        cwd=scratch.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a shell starts jobs in the background with the signal ignored
    )
    yield process
    process.kill()
    process.wait()


def test_only_what_changed_is_printed(scratch: Scratch, watching: subprocess.Popen[str]) -> None:
    assert watching.stdout
    assert watching.stderr
    assert watching.stdout.readline().startswith("a.md:3:14: error[wrong-value]")
    assert watching.stderr.readline().startswith("1 finding. Waiting for changes")
    time.sleep(0.5)  # until the folder is watched
    scratch.write("b.md", WRONG)
    assert watching.stdout.readline().startswith("+ b.md:3:14: error[wrong-value]")
    scratch.write("a.md", f"# More\n\n{RIGHT}")
    assert watching.stdout.readline().startswith("- a.md:3:14: error[wrong-value]")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(30) == 0
    assert watching.stdout.read() == ""
    assert "Traceback" not in watching.stderr.read()


def test_what_check_refuses_is_told(scratch: Scratch) -> None:
    scratch.write("a.md", RIGHT)
    result = scratch.notelint("watch", "--select", "wrong-valu")
    assert result.code == 2
    assert "wrong-valu" in result.err


def test_without_watchfiles(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = scratch.notelint("watch")
    assert result.code == 2
    assert "pip install 'notelint[watch]'" in result.err
