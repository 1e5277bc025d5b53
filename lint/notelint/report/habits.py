"""What a third of the notes do alike, and what a note repeats, told once."""

from collections.abc import Iterable, Iterator

import msgspec

from notelint.diagnostic import Diagnostic, Related

_CATEGORIES = frozenset({"structure", "links"})
_LEAST_NOTES = 10
_SHARE = 3
_SHOWN = 3


def with_habits(diagnostics: Iterable[Diagnostic], notes: int) -> Iterator[Diagnostic]:
    """The diagnostics of a run over so many notes, with those that belong together as one, where the first was.

    They are those of a rule on structure or links that a third of the notes break, and those of the links of a note to one thing that is missing.
    """
    yield from _once_per_note(_habits(diagnostics, notes))


def _habits(diagnostics: Iterable[Diagnostic], notes: int) -> Iterator[Diagnostic]:
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


def _once_per_note(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    same: dict[tuple[object, ...], list[Diagnostic]] = {}
    for number, one in enumerate(diagnostics):
        finding = one.finding
        alone = one.category != "links" or finding.suggestions or finding.fix
        same.setdefault((number,) if alone else (one.place.path, one.rule, finding.message), []).append(one)
    for first, *others in same.values():
        yield _counted(first, others) if others else first


def _counted(first: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    message = f"{first.finding.message} ({len(others) + 1} places in this note)"
    related = (*first.finding.related, *(Related(one.place, "here, too") for one in others[:_SHOWN]))
    return msgspec.structs.replace(first, finding=msgspec.structs.replace(first.finding, message=message, related=related))


def _habit(same: list[Diagnostic], holders: int, notes: int) -> Diagnostic:
    first, *others = same
    message = (
        f"{holders} of {notes} notes do this ({len(same)} places); the first: {first.finding.message}. "
        f'Add ignore = ["{first.rule}"] to notelint.toml if it is meant so; --all lists each place'
    )
    related = tuple(Related(one.place, one.finding.message) for one in others[:_SHOWN])
    finding = msgspec.structs.replace(first.finding, message=message, related=related, suggestions=(), fix=None)
    return msgspec.structs.replace(first, finding=finding)
