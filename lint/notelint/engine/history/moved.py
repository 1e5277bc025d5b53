"""Finds notes that have moved: by what they say, not by their names."""

import hashlib
from collections.abc import Iterable, Mapping

_KEPT = 16
"""Lines that stand for a note."""
_LONG = 12
"""Shorter lines ("---", "```") stand in every note and say little."""
_ENOUGH = 0.5


def sketch(text: str) -> tuple[str, ...]:
    """A sample of the note's lines as short hashes, the same wherever in the note they stand."""
    return tuple(sorted(_hashes(text))[:_KEPT])


def moved(sketches: Mapping[str, Iterable[str]], texts: Mapping[str, str]) -> dict[str, str]:
    """Old path -> new path, where at least half of what a sketch holds stands in the text; each text is taken once, the best first."""
    lines = {path: _hashes(text) for path, text in texts.items()}
    scored = [(_share(set(sample), lines[new]), old, new) for old, sample in sketches.items() for new in lines]
    found: dict[str, str] = {}
    for share, old, new in sorted(scored, key=lambda one: (-one[0], one[1:])):
        if share >= _ENOUGH and old not in found and new not in found.values():
            found[old] = new
    return found


def _share(sample: set[str], lines: set[str]) -> float:
    return len(sample & lines) / len(sample) if sample else 0.0


def _hashes(text: str) -> set[str]:
    lines = {" ".join(line.split()) for line in text.split("\n")} - {""}
    long = {line for line in lines if len(line) >= _LONG}
    return {hashlib.sha256(line.encode("utf-8", "replace")).hexdigest()[:8] for line in long or lines}
