"""Going through folders, however deep they are; what cannot be read is passed over."""

import os
from collections.abc import Callable, Iterator


def walk(root: str, enters: Callable[[str], bool]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each folder, with the sorted names of the folders in it that `enters` holds of and those of its files; links to folders are not followed.

    As os.walk, which calls itself for each folder and so fails where they are a thousand deep.
    """
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted((entry.name, is_folder(entry)) for entry in entries)
        except OSError:
            continue
        folders = [name for name, is_folder in found if is_folder and enters(name)]
        yield folder, folders, [name for name, is_folder in found if not is_folder]
        inside = (os.path.join(folder, name) for name in reversed(folders))
        waiting.extend(path for path in inside if not os.path.islink(path))


def is_visible(name: str) -> bool:
    """Not hidden, and not the packages of a JavaScript project."""
    return not name.startswith(".") and name != "node_modules"


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Also where it is a link to a folder; False for what nothing can be told of."""
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False
