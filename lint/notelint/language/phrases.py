"""Lists of phrases -> regular expressions."""

import re
from collections.abc import Iterable

_SPACE = r"[\s\u00a0-]+"


def alternatives(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest first; spaces in them match white space and hyphens. No phrases: a group that never matches."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(_SPACE.join(map(re.escape, phrase.split())) for phrase in longest_first) or '(?!)'})"


def whole_words(phrases: Iterable[str]) -> str:
    """As `alternatives`, not inside longer words."""
    return rf"(?<!\w){alternatives(phrases)}(?!\w)"
