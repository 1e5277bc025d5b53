"""What was seen of folders, so that it can be told later whether they still look the same."""

import os
from hashlib import blake2b

Witness = dict[str, str]
"""Absolute path of a folder -> digest of the names in it; "" for one that is not there. "walk:" before a path: of all names below it."""

_WALK = "walk:"


def seen(folder: str, names: list[str]) -> str:
    """The digest of a folder's names."""
    return blake2b("\0".join(sorted(names)).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest() if names else ""


def seen_below(root: str) -> tuple[str, str]:
    """Key and digest of all folders below `root`, by their times: adding, removing or renaming a file changes that of its folder."""
    digest = blake2b(digest_size=8)
    for folder, folders, _ in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        digest.update(f"{folder}\0{os.stat(folder).st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return _WALK + root, digest.hexdigest()


def still_true(witness: Witness) -> bool:
    """Do all folders look as they did?"""
    return all(_now(key) == value for key, value in witness.items())


def _now(key: str) -> str:
    try:
        if key.startswith(_WALK):
            return seen_below(key.removeprefix(_WALK))[1]
        return seen(key, os.listdir(key))
    except OSError:
        return ""
