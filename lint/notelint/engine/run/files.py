"""Which files a run reads."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import msgspec

from notelint.config import Config
from notelint.config.options import DEFAULT_EXCLUDE

EXTENSIONS = (".md", ".markdown")


class Collected(msgspec.Struct):
    """`files` are paths as shown, sorted, each once; the others gave none.

    `missing` do not exist, `misnamed` (as shown) have a name that is no text, `outside` (as shown) are links that lead out of the project.
    """

    files: list[str] = msgspec.field(default_factory=list)
    outside: list[str] = msgspec.field(default_factory=list)
    misnamed: list[str] = msgspec.field(default_factory=list)
    excluded: list[str] = msgspec.field(default_factory=list)
    other: list[str] = msgspec.field(default_factory=list)
    missing: list[str] = msgspec.field(default_factory=list)


def collect(paths: Iterable[str], config: Config) -> Collected:
    """Notes among `paths` and below the folders among them; excludes hold also for files that are named."""
    found = Collected()
    seen: set[str] = set()
    for path in paths:
        shown = os.path.normpath(path).replace(os.sep, "/")
        if not config.boundary.holds(path):
            found.outside.append(_shown(shown))
        elif os.path.isdir(path):
            found.files += [one for one in _walk(shown, config, found) if not (one in seen or seen.add(one))]  # type: ignore[func-returns-value]
        elif not os.path.exists(path):
            found.missing.append(path)
        elif excluded(shown, config):
            found.excluded.append(shown)
        elif not shown.lower().endswith(EXTENSIONS):
            found.other.append(shown)
        elif shown not in seen:
            seen.add(shown)
            found.files.append(shown)
    found.misnamed = sorted(_shown(path) for path in found.files if _shown(path) != path)
    found.files = sorted(path for path in found.files if _shown(path) == path)
    return found


def _shown(path: str) -> str:
    """With a replacement character for each byte of a name that is not UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def excluded(path: str, config: Config) -> bool:
    """Does a pattern of `exclude`, or a default one, match the path or a folder above it?"""
    return _matches(below_root(path, config), config)


def _matches(relative: str, config: Config) -> bool:
    inside = not relative.startswith("../")
    parts = relative.split("/")
    if any(part in DEFAULT_EXCLUDE for part in parts[:-1] + ([parts[-1]] if inside else [])):
        return True
    patterns = [glob_pattern(glob) for glob in config.options.exclude]
    return any(pattern.match(relative) for pattern in patterns)


def below_root(path: str, config: Config) -> str:
    """The path as globs of the configuration see it: from the configuration's folder on."""
    return os.path.relpath(os.path.abspath(path), config.root).replace(os.sep, "/")


@lru_cache
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A glob as in .gitignore: without "/" it matches a name anywhere, "**" any number of folders; a folder matches all below it."""
    anchored = "/" in glob.rstrip("/")
    body = glob.strip("/")
    parts: list[str] = []
    index = 0
    while index < len(body):
        if body.startswith("**/", index):
            parts.append("(?:.*/)?")
            index += 3
        elif body.startswith("**", index):
            parts.append(".*")
            index += 2
        else:
            parts.append({"*": "[^/]*", "?": "[^/]"}.get(body[index], re.escape(body[index])))
            index += 1
    start = "" if anchored else "(?:.*/)?"
    return re.compile(f"{start}{''.join(parts)}(?:/.*)?\\Z", re.DOTALL)


def _walk(folder: str, config: Config, found: Collected) -> Iterator[str]:
    here = os.path.normpath(folder).replace(os.sep, "/")
    below = below_root(folder, config)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    inside: list[str] = []
    for entry in entries:
        name = entry.name
        if name.startswith("."):
            continue
        path = _join(here, name)
        if _answers(entry.is_dir):
            if excluded(path, config):
                found.excluded.append(f"{path}/")
            elif not entry.is_symlink():
                inside.append(path)
        elif name.lower().endswith(EXTENSIONS) and _answers(entry.is_file):
            if _matches(_join(below, name), config):
                found.excluded.append(path)
            elif entry.is_symlink() and not config.boundary.holds(path):
                found.outside.append(_shown(path))
            else:
                yield path
    for path in inside:
        yield from _walk(path, config, found)


def _answers(question: Callable[[], bool]) -> bool:
    """Editors leave .#note.md, a link that leads nowhere; a link may also lead to itself, of which no question can be asked."""
    try:
        return question()
    except OSError:
        return False


def _join(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder}/{name}"
