"""One finding per habit: what a note writes the same wrong way again and again is reported once, with all places."""

from collections.abc import Iterable

from notelint.spelling.slip import Slip, together

ONCE = frozenset(["informal-term"])
"""Rules that report a name once per note."""
_OFTEN = frozenset(["misspelt-term", "miscased-term", "misspelt-unit"])
_HABIT = 6
"""From how many times on the same slip is a habit."""


def habits(slips: Iterable[Slip]) -> list[Slip]:
    """The slips, those of one habit together at its first place."""
    kept: list[Slip] = []
    groups: dict[tuple[str, str], list[Slip]] = {}
    for slip in slips:
        if slip.rule in ONCE:
            groups.setdefault((slip.rule, slip.entity), []).append(slip)
        elif slip.rule in _OFTEN:
            groups.setdefault((slip.rule, slip.text), []).append(slip)
        else:
            kept.append(slip)
    for (rule, _), group in groups.items():
        group.sort(key=lambda slip: slip.place.span)
        if rule in ONCE or len(group) >= _HABIT:
            kept.append(together(group))
        else:
            kept.extend(group)
    return kept
