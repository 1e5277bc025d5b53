"""A scratch folder with notes, in which commands are run."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from notelint.cli import main

WRONG = "# Kinesis Video Streams\n\n- Retention: 1 to 10 years\n"
RIGHT = "# Kinesis Video Streams\n\n- Retention: 1 hour to 10 years\n"
IDLE = "<!-- notelint-ignore-next-line broken-link: soon -->\n"

_IDENTITY = {
    f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Test"), ("EMAIL", "test@example.org"))
}


@dataclass(frozen=True)
class Result:
    """Exit code and what was printed."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Scratch:
    """Commands run in `folder`."""

    folder: Path

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def notelint(self, *arguments: str, given: str | bytes | None = None) -> Result:
        """In this process; the working directory is the scratch folder."""
        before = os.getcwd()
        os.chdir(self.folder)
        try:
            result = CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)
        finally:
            os.chdir(before)
        return Result(result.exit_code, result.stdout_bytes.decode("utf-8", "surrogateescape"), result.stderr)

    def check(self, *arguments: str) -> Result:
        return self.notelint("check", "--output-format", "concise", *arguments)

    def git(self, *arguments: str) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _IDENTITY
        command = ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str = "more") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
