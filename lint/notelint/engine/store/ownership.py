"""Where the database of a project is, and whether somebody else may have put it there."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from notelint import __version__
from notelint.source.boundary import checkout_around
from notelint.source.digest import blake2b
from notelint.source.user_cache import chosen_folder, is_in_checkout

FOLDER = ".notelint_cache"
ENDINGS = ("", "-wal", "-shm", "-journal")
"""Of the names of a database's files."""


def database_path(root: Path) -> Path:
    """The database of the project at `root`."""
    name = f"notelint-{__version__}"
    chosen = chosen_folder()
    if chosen and not is_in_checkout(chosen):
        folder = blake2b(os.fsencode(os.path.realpath(root)), digest_size=8).hexdigest()
        return Path(chosen) / f"{name}-{folder}.sqlite"
    return root / FOLDER / f"{name}.sqlite"


def why_not_ours(path: Path, root: Path) -> str:
    """Why the database may have come from somebody else; nothing if it may not."""
    for one in (path.parent, *(Path(f"{path}{ending}") for ending in ENDINGS)):
        with suppress(OSError):
            mode = os.lstat(one).st_mode
            if stat.S_ISLNK(mode):
                return f"{shown(one)} is a symbolic link, and is not used as a cache"
            if one == path and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                return f"{shown(one)} is no regular file, and is not used as a cache"
    if path.parent.name == FOLDER and path.exists() and _is_tracked(path.parent, root):
        return f"{shown(path.parent)} is under version control, and is not used as a cache"
    return ""


def _is_tracked(folder: Path, root: Path) -> bool:
    """Whether the index of git, which is read as bytes because git takes long to start, names files in the folder."""
    checkout = Path(checkout_around(os.path.abspath(root)))
    git = checkout / ".git"
    with suppress(OSError, ValueError):
        if git.is_file():
            git = checkout / git.read_text(encoding="utf-8").partition("gitdir:")[2].strip()
        name = os.path.relpath(os.path.abspath(folder), checkout).replace(os.sep, "/")
        return b"%s/" % os.fsencode(name) in (git / "index").read_bytes()
    return False


def shown(path: Path) -> str:
    """The path as people know it."""
    return os.path.relpath(path)
