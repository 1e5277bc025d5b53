"""Which lines of a note are new."""

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

_RARE = 8
"""A line that occurs more often on either side tells nothing about what belongs together."""

Pair = tuple[int, int]
"""Indexes of a line before and after."""


def changed_lines(before: str, after: str) -> frozenset[int]:
    """Numbers (1-based) of the lines of `after` that are not lines of `before`, in its order.

    Takes about linear time: rare lines are paired first, as many as have the same order, then what stands beside them, then the
    others one after the other. Where lines recur often, another diff may call a few lines less new.
    """
    old, new = before.split("\n"), after.split("\n")
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    kept = {
        index
        for pair in pairwise([(-1, -1), *_in_order(_candidates(old, new)), (len(old), len(new))])
        for index in _between(old, new, *pair)
    }
    return frozenset(start + index + 1 for index in range(len(new)) if index not in kept)


def _common(one: list[str], other: list[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _candidates(old: list[str], new: list[str]) -> list[Pair]:
    """Pairs of equal lines that are rare, those of a line of `new` from the last to the first."""
    counts = Counter(new)
    places: dict[str, list[int]] = {}
    for index, line in enumerate(old):
        places.setdefault(line, []).append(index)
    rare = {line: indexes for line, indexes in places.items() if len(indexes) <= _RARE and counts[line] <= _RARE}
    return [(index, number) for number, line in enumerate(new) for index in reversed(rare.get(line, ()))]


def _in_order(candidates: list[Pair]) -> list[Pair]:
    """The longest chain of pairs in which both indexes rise: patience sorting."""
    tops: list[int] = []
    chains: list[tuple[Pair, int]] = []
    ends: list[int] = []
    for pair in candidates:
        at = bisect_left(tops, pair[0])
        chains.append((pair, ends[at - 1] if at else -1))
        tops[at : at + 1] = [pair[0]]
        ends[at : at + 1] = [len(chains) - 1]
    found: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        pair, at = chains[at]
        found.append(pair)
    return found[::-1]


def _between(old: list[str], new: list[str], first: Pair, last: Pair) -> list[int]:
    """Indexes of the lines of `new` from `first` up to `last` that are kept: `first` itself, and what is equal behind it."""
    (at, start), (stop, end) = first, last
    kept = [start] if start >= 0 else []
    left, right = old[at + 1 : stop], new[start + 1 : end]
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    kept += range(start + 1, start + 1 + head)
    kept += range(end - tail, end)
    places: dict[str, list[int]] = {}
    for index, line in enumerate(left[head : len(left) - tail]):
        places.setdefault(line, []).append(index)
    pointer = 0
    for index, line in enumerate(right[head : len(right) - tail]):
        here = places.get(line, [])
        found = bisect_left(here, pointer)
        if found < len(here):
            pointer = here[found] + 1
            kept.append(start + 1 + head + index)
    return kept
