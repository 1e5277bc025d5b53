"""What is too much for configuration, packs and front matter, told before it is made into values."""

from notelint.source.lazy_pattern import lazy_pattern

MOST_NESTED = 100
MOST_DIGITS = 100
"""Longer numbers cannot be printed, and take long to read."""
_NUMBER = lazy_pattern(r"[-+.]?[0-9][0-9A-Fa-f_:.,oOxX+-]*")
_LONG_KEY = lazy_pattern(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{MOST_NESTED}}}")
_BRACKET = lazy_pattern(r"[\[{\]}]")


def is_endless_number(text: str) -> bool:
    """Whether it is a number, in whatever base, with more digits than anybody writes."""
    return len(text) > MOST_DIGITS and _NUMBER.fullmatch(text) is not None


def too_deep(toml: str) -> int | None:
    """The offset of a key with too many parts, or of the bracket that opens one level too many; None if there is neither.

    TOML is read by recursion, and the time for a dotted key grows with the square of its parts.
    """
    depth = 0
    for bracket in _BRACKET.finditer(toml):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MOST_NESTED:
            return bracket.start()
    key = _LONG_KEY.search(toml)
    return key.start() if key else None
