"""Which files a run reads."""

import os
from collections.abc import Callable, Iterable, Iterator

import msgspec

from notelint.config import Config
from notelint.config.options import DEFAULT_EXCLUDE
from notelint.engine.run.gitignore import Gitignore
from notelint.engine.run.globs import read_globs

EXTENSIONS = (".md", ".markdown", ".mdx")


class Collected(msgspec.Struct):
    """`files` are paths as shown, sorted, each once; the others gave none.

    `missing` do not exist, `ignored` are left out by .gitignore, `unreadable` (as shown) are folders that may not be read and what is no regular file, `misnamed` (as shown) have a name that is no text, `outside` (as shown) are links that lead out of the project.
    """

    files: list[str] = msgspec.field(default_factory=list)
    outside: list[str] = msgspec.field(default_factory=list)
    misnamed: list[str] = msgspec.field(default_factory=list)
    excluded: list[str] = msgspec.field(default_factory=list)
    ignored: list[str] = msgspec.field(default_factory=list)
    other: list[str] = msgspec.field(default_factory=list)
    missing: list[str] = msgspec.field(default_factory=list)
    unreadable: list[str] = msgspec.field(default_factory=list)


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
        elif not os.path.isfile(path):
            found.unreadable.append(_shown(shown))
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
    """Whether a pattern of `exclude`, or a default one, matches the path or a folder above it."""
    return _matches(below_root(path, config), config)


def _matches(relative: str, config: Config) -> bool:
    inside = not relative.startswith("../")
    parts = relative.split("/")
    if any(part in DEFAULT_EXCLUDE for part in parts[:-1] + ([parts[-1]] if inside else [])):
        return True
    return read_globs(config.options.exclude).match(relative)


def below_root(path: str, config: Config) -> str:
    """The path as globs of the configuration see it: from the configuration's folder on."""
    return os.path.relpath(os.path.abspath(os.path.join(config.base, path)), config.root).replace(os.sep, "/")


def _walk(folder: str, config: Config, found: Collected) -> Iterator[str]:
    """The notes below a folder. Folders wait in a list: they may be nested deeper than calls can be."""
    gitignore = Gitignore(folder) if config.options.respect_gitignore else None
    waiting = [os.path.normpath(folder).replace(os.sep, "/")]
    while waiting:
        here = waiting.pop()
        below = below_root(here, config)
        try:
            with os.scandir(here) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            found.unreadable.append(_shown(f"{here}/"))
            continue
        for entry in inside:
            name = entry.name
            path = _join(here, name)
            if name.startswith("."):
                continue
            is_folder = _answers(entry.is_dir)
            if not is_folder and not name.lower().endswith(EXTENSIONS):
                continue
            if gitignore and gitignore.holds(path, is_folder=is_folder):
                found.ignored.append(path + "/" * is_folder)
            elif is_folder:
                if excluded(path, config):
                    found.excluded.append(f"{path}/")
                elif not entry.is_symlink():
                    waiting.append(path)
            elif _matches(_join(below, name), config):
                found.excluded.append(path)
            elif not _answers(entry.is_file):
                found.unreadable.append(_shown(path))
            elif entry.is_symlink() and not config.boundary.holds(path):
                found.outside.append(_shown(path))
            else:
                yield path


def _answers(question: Callable[[], bool]) -> bool:
    """No for a link that leads to itself, of which nothing can be told."""
    try:
        return question()
    except OSError:
        return False


def _join(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder}/{name}"
