"""The folders that a run may read and write in: symbolic links that lead out of them are not followed."""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass

LEADS_OUT = "leads out of the project by a symbolic link, and is not read; --follow-outside allows such links"


class OutsideError(OSError):
    """A path that leads out of the project."""


@dataclass(frozen=True)
class Boundary:
    """Real paths of `folders`; without any, everything is inside."""

    folders: tuple[str, ...] = ()

    def check(self, path: str | os.PathLike[str]) -> None:
        """Raises OutsideError for a file or folder that is really outside."""
        if not self.holds(path):
            raise OutsideError(errno.EPERM, LEADS_OUT, os.fspath(path))

    def check_file(self, path: str | os.PathLike[str]) -> None:
        """Raises OutsideError for a file that is a link out of the project; it may have been found above the project."""
        folder, name = os.path.split(os.path.abspath(path))
        if os.path.realpath(path) != os.path.join(os.path.realpath(folder), name):
            self.check(path)

    def holds(self, path: str | os.PathLike[str]) -> bool:
        """Whether the file or folder is really inside, once all links are followed."""
        if not self.folders:
            return True
        real = os.path.realpath(path)
        return any(is_below(real, folder) for folder in self.folders)


def boundary_around(root: str | os.PathLike[str], paths: Iterable[str]) -> Boundary:
    """The project: the checkouts around `root` and the working directory, and those of `paths` that are named from outside of both."""
    projects = [checkout_around(os.path.abspath(root)), checkout_around(os.getcwd())]
    named = [path for path in map(os.path.abspath, paths) if not any(is_below(path, project) for project in projects)]
    outside = [path if os.path.isdir(path) else os.path.dirname(path) for path in named]
    return Boundary(tuple(dict.fromkeys(map(os.path.realpath, [*projects, *outside]))))


def checkout_around(folder: str) -> str:
    """The nearest folder with .git, from `folder` upward; `folder` itself where there is none."""
    above = folder
    while not os.path.lexists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent
    return above


def is_below(path: str, folder: str) -> bool:
    """Whether the path is the folder or in it. Both are absolute."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
