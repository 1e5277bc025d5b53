"""Suppression comments: which findings they silence."""

from collections.abc import Iterable

from notelint.diagnostic import Diagnostic
from notelint.notes.suppression import Suppression
from notelint.rules import RULES_BY_ID


def suppress(
    diagnostics: Iterable[Diagnostic], suppressions: dict[str, tuple[Suppression, ...]]
) -> tuple[list[Diagnostic], dict[Suppression, set[str]]]:
    """What is left, and for each suppression the ids (or categories) of its own that silenced something."""
    used: dict[Suppression, set[str]] = {one: set() for each in suppressions.values() for one in each}
    left = []
    for diagnostic in diagnostics:
        hits = [one for one in suppressions.get(diagnostic.place.path, ()) if _covers(one, diagnostic)]
        if not hits:
            left.append(diagnostic)
        for one in hits:
            used[one].update(_names(diagnostic) & set(one.rules))
    return left, used


def _names(diagnostic: Diagnostic) -> set[str]:
    return {diagnostic.rule, RULES_BY_ID[diagnostic.rule].CATEGORY, "all"}


def _covers(suppression: Suppression, diagnostic: Diagnostic) -> bool:
    """A finding is silenced when it begins or ends within the lines of the suppression."""
    lines = (diagnostic.place.start.line, diagnostic.place.end.line)
    return bool(_names(diagnostic) & set(suppression.rules)) and any(suppression.first <= line <= suppression.last for line in lines)
