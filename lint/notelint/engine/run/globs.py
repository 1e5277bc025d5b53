"""Globs of the configuration, as in .gitignore."""

import re
from functools import lru_cache
from typing import NamedTuple

from notelint.config.options import MOST_GLOBS, is_plain


class Globs(NamedTuple):
    """Those of a setting: those without wildcards are looked up, so that a long list costs no more than a short one."""

    names: frozenset[str]
    paths: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def match(self, relative: str) -> bool:
        """Whether one of them matches the path or a folder above it."""
        parts = relative.split("/")
        if not self.names.isdisjoint(parts):
            return True
        if self.paths and any("/".join(parts[:end]) in self.paths for end in range(1, len(parts) + 1)):
            return True
        return any(pattern.match(relative) for pattern in self.patterns)


@lru_cache(maxsize=4)
def read_globs(globs: tuple[str, ...]) -> Globs:
    """The globs of a setting, ready to be matched."""
    plain = [glob for glob in globs if is_plain(glob)]
    return Globs(
        frozenset(name for glob in plain if "/" not in (name := glob.rstrip("/")) and name),
        frozenset("/".join(part for part in glob.split("/") if part) for glob in plain if "/" in glob.rstrip("/")),
        tuple(glob_pattern(glob) for glob in globs if not is_plain(glob)),
    )


@lru_cache(maxsize=MOST_GLOBS)
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A glob as in .gitignore: without "/" it matches a name anywhere, "**" between slashes any number of folders; a folder matches all below it.

    The pattern takes linear time: what follows a star is looked for once, at its first place.
    """
    names = [name for name in glob.split("/") if name]
    if "/" not in glob.rstrip("/"):
        names = ["**", *names]
    chunks: list[list[str]] = [[]]
    for name in names:
        if name == "**":
            chunks.append([])
        else:
            chunks[-1].append(_name_pattern(name))
    first, *others = ["/".join(chunk) for chunk in chunks]
    texts = [first] * bool(first) + [f"(?>(?:[^/]*+/)*?{other})" for other in others if other]
    return re.compile("/".join([*texts, ""] if others and not others[-1] else texts))


def _name_pattern(name: str) -> str:
    pieces = ["".join("[^/]" if letter == "?" else re.escape(letter) for letter in piece) for piece in re.split(r"\*+", name)]
    pieces[-1] += r"(?=/|\Z)"
    return pieces[0] + "".join(f"(?>[^/]*?{piece})" for piece in pieces[1:])
