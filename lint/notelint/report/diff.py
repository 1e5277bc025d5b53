"""Unified diffs that `git apply` and `patch -p1` take."""

from collections.abc import Iterator
from difflib import unified_diff


def diff(path: str, before: bytes, after: bytes) -> Iterator[bytes]:
    """The lines of one file's diff, byte order mark and line ends as they are; nothing when there is no change."""
    old, new = _lines(before), _lines(after)
    for line in unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line.encode("utf-8", "surrogateescape")
        if not line.endswith("\n"):
            yield b"\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
