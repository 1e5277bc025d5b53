"""Finds notes that have moved: by what they say, not by their names."""

import hashlib
from collections.abc import Iterable, Mapping

_KEPT = 16
"""Lines that stand for a note."""
_LONG = 12
"""Shorter lines ("---", "```") stand in every note and say little."""
_ENOUGH = 0.5
_MOST_HOLDERS = 50
"""A line that is in more texts says nothing about which of them is meant."""


def sketch(text: str) -> tuple[str, ...]:
    """A sample of the note's lines as short hashes, the same wherever in the note they stand."""
    return tuple(sorted(_hashes(text))[:_KEPT])


def moved(sketches: Mapping[str, Iterable[str]], texts: Mapping[str, str]) -> dict[str, str]:
    """Old path -> new path, where at least half of what a sketch holds is in the text; each text is taken once, the best first.

    Texts are compared with a sketch when they share a line with it that is not in dozens of them: else each would be compared with each.
    """
    lines = {path: _hashes(text) for path, text in texts.items()}
    holders: dict[str, list[str]] = {}
    for path, hashes in lines.items():
        for one in hashes:
            holders.setdefault(one, []).append(path)
    scored = [
        (_share(sample, lines[new]), old, new)
        for old, sample in ((path, set(each)) for path, each in sketches.items())
        for new in {path for one in sample if len(holders.get(one, ())) <= _MOST_HOLDERS for path in holders.get(one, ())}
    ]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for share, old, new in sorted(scored, key=lambda one: (-one[0], one[1:])):
        if share >= _ENOUGH and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _share(sample: set[str], lines: set[str]) -> float:
    return len(sample & lines) / len(sample) if sample else 0.0


def _hashes(text: str) -> set[str]:
    lines = {" ".join(line.split()) for line in text.split("\n")} - {""}
    long = {line for line in lines if len(line) >= _LONG}
    return {hashlib.sha256(line.encode("utf-8", "replace")).hexdigest()[:8] for line in long or lines}
