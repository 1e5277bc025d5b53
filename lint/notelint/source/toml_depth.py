"""TOML that is nested too deeply, told before it is read: the time for a dotted key grows with the square of its parts."""

from notelint.source.lazy_pattern import lazy_pattern

MOST_NESTED = 100
_LONG_KEY = lazy_pattern(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{MOST_NESTED}}}")
_BRACKET = lazy_pattern(r"[\[{\]}]")


def too_deep(text: str) -> int | None:
    """The offset of a key with too many parts, or of the bracket that opens one level too many; None if there is neither."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MOST_NESTED:
            return bracket.start()
    key = _LONG_KEY.search(text)
    return key.start() if key else None
