"""Files of a documentation or a package: in a folder, in a wheel, or at a commit of a git repository."""

import subprocess
import zipfile
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol


class FileTree(Protocol):
    """Files by their path with "/" between its parts."""

    def names(self) -> list[str]:
        """The paths of all files, sorted."""

    def read(self, name: str) -> bytes | None:
        """The content of a file; None where there is none."""


class FolderTree:
    """The files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """As FileTree has it."""
        return sorted(path.relative_to(self._folder).as_posix() for path in self._folder.rglob("*") if path.is_file())

    def read(self, name: str) -> bytes | None:
        """As FileTree has it."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None


class WheelTree:
    """The files of a wheel or another zip archive."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)

    def names(self) -> list[str]:
        """As FileTree has it."""
        return sorted(self._archive.namelist())

    def read(self, name: str) -> bytes | None:
        """As FileTree has it."""
        try:
            return self._archive.read(name)
        except KeyError:
            return None


class GitTree:
    """The files of a commit; `repository` is a checkout or a bare repository."""

    def __init__(self, repository: Path, commit: str = "HEAD") -> None:
        self._where = ["-C", str(repository)] if (repository / ".git").exists() else [f"--git-dir={repository}"]
        self._commit = commit

    def names(self) -> list[str]:
        """As FileTree has it."""
        return sorted(filter(None, (self._git("ls-tree", "-r", "-z", "--name-only", self._commit) or b"").decode().split("\0")))

    def read(self, name: str) -> bytes | None:
        """As FileTree has it."""
        return self._git("cat-file", "blob", f"{self._commit}:{name}")

    @cached_property
    def day(self) -> str:
        """The day of the commit; "" where there is no such commit."""
        return (self._git("log", "-1", "--format=%cs", self._commit, "--") or b"").decode().strip()

    def _git(self, *arguments: str) -> bytes | None:
        try:
            done = subprocess.run(["git", *self._where, *arguments], capture_output=True, check=False)
        except FileNotFoundError:
            return None
        return done.stdout if done.returncode == 0 else None


def is_repository(folder: Path) -> bool:
    """Whether it is a checkout, or a bare repository."""
    return (folder / ".git").exists() or ((folder / "HEAD").is_file() and (folder / "objects").is_dir())


@cache
def copy_of(name: str, folder: Path) -> Path | None:
    """The copy of the GitHub repository "owner/name" below `folder`, named owner/name, name, owner+name or owner__name: a checkout, bare, or plain files."""
    owner, _, short = name.partition("/")
    for path in (
        folder / owner / short,
        folder / short,
        folder / f"{owner}+{short}",
        folder / f"{owner}__{short}",
        folder / f"{short}.git",
    ):
        if path.is_dir():
            return path / "repo" if is_repository(path / "repo") else path
    return None


def tree_of(copy: Path, commit: str) -> FileTree:
    """The files of a copy of a repository at a commit; those of plain files as they are."""
    return GitTree(copy, commit) if is_repository(copy) else FolderTree(copy)
