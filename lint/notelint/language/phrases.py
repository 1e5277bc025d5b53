"""Lists of phrases -> regular expressions."""

import re
from collections.abc import Iterable

_SPACE = r"[\s\u00a0-]+"
_WORD = re.compile(r"\{[^}]*\}|\S+")


def alternatives(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest first; spaces in them match white space and hyphens. No phrases: a group that never matches.

    Braces hold a choice of words: "{no|not} more than".
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_pattern, longest_first)) or '(?!)'})"


def _pattern(phrase: str) -> str:
    """The words of one phrase; an apostrophe may be a curly one."""
    return _SPACE.join(
        alternatives(word[1:-1].split("|")) if word.startswith("{") else re.escape(word).replace("'", "['’]")
        for word in _WORD.findall(phrase)
    )


def whole_words(phrases: Iterable[str]) -> str:
    """As `alternatives`, not inside longer words."""
    return rf"(?<!\w){alternatives(phrases)}(?!\w)"
