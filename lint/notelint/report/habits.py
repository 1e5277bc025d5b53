"""What many notes do alike, and what a note repeats, told once."""

from collections.abc import Callable, Hashable, Iterable, Iterator

import msgspec

from notelint.diagnostic import Diagnostic, Related, Severity

_CATEGORIES = frozenset({"structure", "links"})
_LEAST_NOTES = 10
_SHARE = 3
_MOST_REMARKS = 50
_CROWD = 10
_SHOWN = 3


def with_habits(diagnostics: Iterable[Diagnostic], notes: int) -> Iterator[Diagnostic]:
    """The diagnostics of a run over so many notes, with those that belong together as one, where the first was.

    They are, in this order: those of a rule on structure or links that a third of the notes break, or that has more than 50 remarks (severity info);
    remarks that say the same of several notes; those of the links of a note to one thing that is missing; ten broken links of one note or more.
    """
    found = _habits(list(diagnostics), notes)
    found = _joined(found, _same_remark, _everywhere, 2)
    found = _joined(found, _same_link, _counted, 2)
    yield from _joined(found, _dead_links, _crowd, _CROWD)


def _habits(found: list[Diagnostic], notes: int) -> Iterator[Diagnostic]:
    same: dict[str, list[Diagnostic]] = {}
    for one in found:
        if one.category in _CATEGORIES:
            same.setdefault(one.rule, []).append(one)
    habits = {rule for rule, some in same.items() if _is_habit(some, notes)}
    return _joined(
        found,
        lambda one: one.rule if one.rule in habits else None,
        lambda first, others: _habit(first, others, notes),
        1,
    )


def _is_habit(same: list[Diagnostic], notes: int) -> bool:
    holders = len({one.place.path for one in same})
    is_shared = holders >= _LEAST_NOTES and holders * _SHARE >= notes
    return is_shared or (len(same) > _MOST_REMARKS and all(one.severity is Severity.INFO for one in same))


def _joined(
    diagnostics: Iterable[Diagnostic],
    key: Callable[[Diagnostic], Hashable],
    join: Callable[[Diagnostic, list[Diagnostic]], Diagnostic],
    least: int,
) -> Iterator[Diagnostic]:
    """Groups of at least so many with the same key as one, where the first was; those with the key None as they are."""
    groups: dict[Hashable, list[Diagnostic]] = {}
    found = [(key(one), one) for one in diagnostics]
    for name, one in found:
        groups.setdefault(name, []).append(one)
    told: set[Hashable] = set()
    for name, one in found:
        if name is None or len(groups[name]) < least:
            yield one
        elif name not in told:
            told.add(name)
            first, *others = groups[name]
            yield join(first, others)


def _same_remark(one: Diagnostic) -> Hashable:
    return (one.rule, one.finding.message) if one.severity is Severity.INFO else None


def _everywhere(first: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    holders = len({one.place.path for one in (first, *others)})
    if holders == 1:
        return _counted(first, others)
    told = msgspec.structs.replace(first.finding, related=())
    return _with(msgspec.structs.replace(first, finding=told), f"{first.finding.message} (in {holders} notes)", others)


def _same_link(one: Diagnostic) -> Hashable:
    return (one.place.path, one.rule, one.finding.message) if _is_dead_link(one) else None


def _counted(first: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    return _with(first, f"{first.finding.message} ({len(others) + 1} places in this note)", others)


def _dead_links(one: Diagnostic) -> Hashable:
    return (one.place.path, one.rule) if _is_dead_link(one) else None


def _crowd(first: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    return _with(first, f"{first.finding.message}; {len(others)} more like it in this note, --all lists each", others)


def _is_dead_link(one: Diagnostic) -> bool:
    """Whether it is a link for which no other target is known."""
    return one.category == "links" and not one.finding.suggestions and one.finding.fix is None


def _with(first: Diagnostic, message: str, others: list[Diagnostic]) -> Diagnostic:
    related = (*first.finding.related, *(Related(one.place, "here, too") for one in others[:_SHOWN]))
    return msgspec.structs.replace(first, finding=msgspec.structs.replace(first.finding, message=message, related=related))


def _habit(first: Diagnostic, others: list[Diagnostic], notes: int) -> Diagnostic:
    holders = len({one.place.path for one in (first, *others)})
    message = (
        f"{holders} of {notes} notes {'do' if holders > 1 else 'does'} this ({len(others) + 1} places); the first: {first.finding.message}. "
        f'Add ignore = ["{first.rule}"] to notelint.toml if it is meant so; --all lists each place'
    )
    related = tuple(Related(one.place, one.finding.message) for one in others[:_SHOWN])
    finding = msgspec.structs.replace(first.finding, message=message, related=related, suggestions=(), fix=None)
    return msgspec.structs.replace(first, finding=finding)
