"""Known names that a name may be a slip of."""

from collections.abc import Iterable

_LONGEST = 80
"""Longer names are no slips; to compare them takes the square of their length."""


def close_names(name: str, known: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Those that are most alike, the best first."""
    if len(name) > _LONGEST:
        return []
    from difflib import get_close_matches  # noqa: PLC0415 - only when a name is not known

    return get_close_matches(name, [one for one in known if len(one) <= 2 * _LONGEST], most, cutoff)
