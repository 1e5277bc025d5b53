"""What a third of the notes do alike, told once."""

from collections.abc import Iterable, Iterator

import msgspec

from notelint.diagnostic import Diagnostic, Related

_CATEGORIES = frozenset({"structure", "links"})
_LEAST_NOTES = 10
_SHARE = 3
_SHOWN = 3


def with_habits(diagnostics: Iterable[Diagnostic], notes: int) -> Iterator[Diagnostic]:
    """The diagnostics of a run over so many notes; those of a rule on structure or links that a third of the notes break are one, where the first was."""
    found = list(diagnostics)
    paths: dict[str, set[str]] = {}
    for one in found:
        if one.category in _CATEGORIES:
            paths.setdefault(one.rule, set()).add(one.place.path)
    habits = {rule for rule, where in paths.items() if len(where) >= _LEAST_NOTES and len(where) * _SHARE >= notes}
    told: set[str] = set()
    for one in found:
        if one.rule not in habits:
            yield one
        elif one.rule not in told:
            told.add(one.rule)
            yield _habit([other for other in found if other.rule == one.rule], len(paths[one.rule]), notes)


def _habit(same: list[Diagnostic], holders: int, notes: int) -> Diagnostic:
    first, *others = same
    message = (
        f"{holders} of {notes} notes do this ({len(same)} places); the first: {first.finding.message}. "
        f'Add ignore = ["{first.rule}"] to notelint.toml if it is meant so; --all lists each place'
    )
    related = tuple(Related(one.place, one.finding.message) for one in others[:_SHOWN])
    finding = msgspec.structs.replace(first.finding, message=message, related=related, suggestions=(), fix=None)
    return msgspec.structs.replace(first, finding=finding)
