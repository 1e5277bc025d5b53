"""One finding per fault: what several rules find at one place becomes one finding with all the related places."""

from collections.abc import Iterable

from msgspec.structs import replace

from notelint.diagnostic import Diagnostic

_ADDS = "conflicting-values"
"""The rule whose findings only add related places, where another rule says what is right."""
_TO = frozenset(["wrong-value", "outdated-value"])


def merge(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics, those that another one says more of left out; that one has their related places then."""
    every = list(diagnostics)
    told = {(one.place, one.finding.subject) for one in every if one.rule in _TO}
    added = {
        (one.place, one.finding.subject): one.finding.related
        for one in every
        if one.rule == _ADDS and (one.place, one.finding.subject) in told
    }
    left = []
    for one in every:
        related = added.get((one.place, one.finding.subject))
        if related is None:
            left.append(one)
        elif one.rule in _TO:
            left.append(replace(one, finding=replace(one.finding, related=related)))
        elif one.rule != _ADDS:
            left.append(one)
    return left
