"""What was seen of folders, so that it can be told later whether they still look the same."""

import os

from notelint.source.digest import blake2b
from notelint.source.walk import is_folder, is_visible, walk

Witness = dict[str, str]
"""Absolute path of a folder -> digest of what is in it; "" for one that is not there. "walk:" before a path: of everything below it; "file:": of the text of a file."""

_WALK = "walk:"
_FILE = "file:"
_LARGEST = 1 << 18
"""Bytes of a settings file that are read; larger ones are no settings."""


def look_into(folder: str) -> tuple[list[str], str]:
    """The names in a folder, and the digest of them and of which are folders; nothing if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, is_folder(entry)) for entry in entries)
    except OSError:
        return [], ""
    told = "".join(f"{name}\0{'/' if is_folder else ''}" for name, is_folder in found)
    return [name for name, _ in found], _digest(told)


def seen_below(root: str) -> tuple[str, str]:
    """Key and digest of the names of all files and folders below `root`; hidden folders and node_modules are left out."""
    told = []
    for folder, folders, names in walk(root, is_visible):
        told.append("\0".join([folder, *folders, "", *names]))
    return _WALK + root, _digest("\0\0".join(told))


def read_file(path: str) -> tuple[str, str, str]:
    """The text of a small regular file, and key and digest of it; all of it empty but the key where there is none that can be read."""
    try:
        if os.path.isfile(path) and os.path.getsize(path) <= _LARGEST:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(_LARGEST)
            return text, _FILE + path, _digest(text)
    except OSError:
        pass
    return "", _FILE + path, ""


def still_true(witness: Witness) -> bool:
    """Whether all folders look as they did."""
    return all(_now(key) == value for key, value in witness.items())


def _now(key: str) -> str:
    if key.startswith(_FILE):
        return read_file(key.removeprefix(_FILE))[2]
    return seen_below(key.removeprefix(_WALK))[1] if key.startswith(_WALK) else look_into(key)[1]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
