"""What git knows of the notes at a commit.

Notes may come from strangers, and a folder of notes may hold the files of a bare repository, whose configuration names programs to run. So git
is run only where `.git` is, and may run none of the programs that a configuration can name.
"""

import os
import subprocess
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from notelint.source.boundary import checkout_around

_CAREFUL = (
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "protocol.ext.allow=never"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.pager=cat"),
)
_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


class GitError(Exception):
    """Why the notes cannot be compared with a commit; the text is for the user."""


class Fork(NamedTuple):
    """Where a branch began; not `known` where the history is too short to tell, the commit is then the tip of the other branch."""

    commit: str
    known: bool


class Repository:
    """The checkout around `folder`; paths in it have "/" between their parts and start at `top`. Raises GitError where there is none."""

    def __init__(self, folder: str) -> None:
        self.top = checkout_around(os.path.abspath(folder))
        try:
            self.top = os.path.realpath(os.fsdecode(self._git("rev-parse", "--show-toplevel").rstrip(b"\n")))
        except subprocess.CalledProcessError:
            raise GitError(f"{os.path.abspath(folder)} is not in a git repository") from None
        except FileNotFoundError:
            raise GitError("git is not installed") from None

    def fork(self, ref: str) -> Fork:
        """The commit where this branch left `ref`."""
        commit = self.commit(ref)
        if not commit.isalnum():  # "^HEAD" is a question about commits, and no commit
            raise GitError(self._unknown(ref))
        try:
            return Fork(self._line("merge-base", commit, "HEAD"), known=True)
        except subprocess.CalledProcessError:
            return Fork(commit, known=False)

    def commit(self, ref: str) -> str:
        """The commit that `ref` names."""
        try:
            commit = self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        except (subprocess.CalledProcessError, ValueError):  # a name with a null character
            commit = ""
        if not commit.isalnum():  # ^HEAD names what is not reachable from HEAD
            raise GitError(self._unknown(ref))
        return commit

    def head(self) -> str | None:
        """The commit that is checked out; None before the first one."""
        try:
            return self._line("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        except subprocess.CalledProcessError:
            return None

    def files(self, commit: str) -> dict[str, str]:
        """Path -> blob of every file in a commit, symbolic links left out."""
        found = {}
        for entry in self._git("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            about, _, path = entry.partition(b"\t")
            if about.startswith(b"100"):
                found[os.fsdecode(path)] = about.split()[2].decode()
        return found

    def blobs(self, names: Iterable[str]) -> dict[str, bytes]:
        """The contents of blobs."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        data = self._git("cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
        found = {}
        at = 0
        for name in wanted:
            end = data.index(b"\n", at)
            size = int(data[at:end].split()[2])
            found[name] = data[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def staged(self) -> set[str]:
        """Paths that the next commit will change, add or remove."""
        if self.head() is None:
            listed = self._git("ls-files", "-z", "--cached")
        else:
            listed = self._git("diff", "--cached", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "-z", "HEAD")
        return {os.fsdecode(path) for path in listed.split(b"\0") if path}

    @cached_property
    def shallow(self) -> bool:
        """Whether only a part of the history was fetched."""
        return self._line("rev-parse", "--is-shallow-repository") == "true"

    def _unknown(self, ref: str) -> str:
        if self.shallow:
            name = ref.removeprefix("origin/")
            return (
                f"{ref} is not known here, because this is a shallow clone: fetch it with `git fetch --depth=1 origin {name}` "
                f"and compare with FETCH_HEAD, or clone with the whole history (fetch-depth: 0)"
            )
        return f"{ref} is not a commit of this repository; `git branch --all` and `git tag` list names"

    def _line(self, *arguments: str) -> str:
        return self._git(*arguments).decode().strip()

    def _git(self, *arguments: str, given: bytes = b"") -> bytes:
        command = ["git", *_CAREFUL, "-C", self.top, *arguments]
        return subprocess.run(command, input=given, capture_output=True, check=True, env=os.environ | _ENVIRONMENT).stdout
