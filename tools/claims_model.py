"""Fits weights of linear models by Newton's method, in plain Python: the same numbers on every machine."""

import math
from dataclasses import dataclass, field

Features = dict[str, float]
_STEPS = 15
_TINY = 1e-12


@dataclass(frozen=True)
class Row:
    """One quantity: its hypotheses, the indexes of those that are right, and how much the row counts. `source` says which notes it is from."""

    source: str
    hypotheses: tuple[Features, ...]
    right: frozenset[int]
    weight: float
    labelled: bool = field(default=False)
    """Was it labelled by hand?"""


def softmax(scores: list[float]) -> list[float]:
    """Probabilities in proportion to the exponentials."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


def dot(weights: Features, features: Features) -> float:
    """The weighted sum."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def fit_sparse(rows: list[Row], names: list[str], pull: float, least: float) -> Features:
    """The weights of those names that matter: what weighs less than `least` is left out, and the others are fitted again."""
    first = fit(rows, names, {}, pull)
    kept = [name for name in names if abs(first[name]) >= least]
    return fit(rows, kept, {}, pull, start=first)


def fit(
    rows: list[Row], names: list[str], prior: Features, pull: float, fixed: Features | None = None, start: Features | None = None
) -> Features:
    """The weights of `names` under which the right hypotheses are the most probable, held near `prior` by the force `pull`; `fixed` are given.

    `start` is where the search begins.
    """
    place = {name: index for index, name in enumerate(names)}
    packed = [
        (
            [[(place[name], value) for name, value in one.items() if name in place] for one in row.hypotheses],
            [dot(fixed or {}, one) for one in row.hypotheses],
            row,
        )
        for row in rows
    ]
    held = [prior.get(name, 0.0) for name in names]
    weights = [(start or prior).get(name, 0.0) for name in names]
    for _ in range(_STEPS):
        slope = [pull * (first - now) for first, now in zip(held, weights, strict=True)]
        curve = [[pull if row == column else 0.0 for column in range(len(names))] for row in range(len(names))]
        for hypotheses, offsets, row in packed:
            _add(hypotheses, offsets, row, weights, slope, curve)
        step = _solve(curve, slope)
        weights = [now + change for now, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return dict(zip(names, weights, strict=True))


def _add(
    hypotheses: list[list[tuple[int, float]]],
    offsets: list[float],
    row: Row,
    weights: list[float],
    slope: list[float],
    curve: list[list[float]],
) -> None:
    """Adds what one row says of the slope of the likelihood and of its curve."""
    scores = [offset + sum(weights[index] * value for index, value in one) for one, offset in zip(hypotheses, offsets, strict=True)]
    shares = softmax(scores)
    share_right = max(sum(shares[index] for index in row.right), _TINY)
    mean: dict[int, float] = {}
    for number, (one, share) in enumerate(zip(hypotheses, shares, strict=True)):
        pull = row.weight * ((share / share_right if number in row.right else 0.0) - share)
        for index, value in one:
            slope[index] += pull * value
            mean[index] = mean.get(index, 0.0) + share * value
            if share > _TINY:
                line = curve[index]
                for other, second in one:
                    line[other] += row.weight * share * value * second
    for index, value in mean.items():
        line = curve[index]
        for other, second in mean.items():
            line[other] -= row.weight * value * second


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations with a positive definite matrix, by elimination."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for pivot in range(size):
        top = rows[pivot]
        for below in range(pivot + 1, size):
            factor = rows[below][pivot] / top[pivot]
            if factor:
                rows[below] = [one - factor * other for one, other in zip(rows[below], top, strict=True)]
    found = [0.0] * size
    for index in reversed(range(size)):
        known = sum(rows[index][column] * found[column] for column in range(index + 1, size))
        found[index] = (rows[index][size] - known) / rows[index][index]
    return found
