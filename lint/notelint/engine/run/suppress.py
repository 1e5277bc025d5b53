"""Suppression comments: which findings they silence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from notelint.diagnostic import Diagnostic
from notelint.notes.suppression import Suppression
from notelint.rules import RULES_BY_ID


def suppress(
    diagnostics: Iterable[Diagnostic], suppressions: dict[str, tuple[Suppression, ...]]
) -> tuple[list[Diagnostic], dict[Suppression, set[str]]]:
    """What is left, and for each suppression the ids (or categories) of its own that silenced something.

    A finding is silenced when it begins or ends within the lines of a suppression. Notes may have thousands of both, so that lines are
    looked up in sorted lists.
    """
    diagnostics = list(diagnostics)
    found: dict[tuple[str, str], list[int]] = {}
    for diagnostic in diagnostics:
        if suppressions.get(diagnostic.place.path):
            for name in _names(diagnostic):
                found.setdefault((diagnostic.place.path, name), []).extend(_lines(diagnostic))
    for lines in found.values():
        lines.sort()
    used = {
        one: {rule for rule in one.rules if _any_between(found.get((path, rule), []), one.first, one.last)}
        for path, each in suppressions.items()
        for one in each
    }
    silenced = {path: _Silenced(each) for path, each in suppressions.items() if each}
    return [one for one in diagnostics if one.place.path not in silenced or not silenced[one.place.path].holds(one)], used


class _Silenced:
    """The lines of one note on which each name is silenced."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        ranges: dict[str, list[tuple[int, int]]] = {}
        for one in suppressions:
            for rule in one.rules:
                ranges.setdefault(rule, []).append((one.first, one.last))
        self._firsts = {rule: [first for first, _ in sorted(each)] for rule, each in ranges.items()}
        self._furthest = {rule: list(accumulate((last for _, last in sorted(each)), max)) for rule, each in ranges.items()}

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Whether the finding begins or ends on such a line."""
        return any(self._has(name, line) for name in _names(diagnostic) if name in self._firsts for line in _lines(diagnostic))

    def _has(self, name: str, line: int) -> bool:
        begun = bisect_right(self._firsts[name], line)
        return begun > 0 and self._furthest[name][begun - 1] >= line


def _lines(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.place.start.line, diagnostic.place.end.line


def _any_between(lines: list[int], first: int, last: int) -> bool:
    at = bisect_left(lines, first)
    return at < len(lines) and lines[at] <= last


def _names(diagnostic: Diagnostic) -> set[str]:
    return {diagnostic.rule, RULES_BY_ID[diagnostic.rule].CATEGORY, "all"}
