"""The weights of features and the bars of decisions, as data; fitted by tools/fit_claims.py."""

import math
from collections.abc import Iterable
from functools import cache

import msgspec

from notelint.source.shipped import shipped

Features = dict[str, float]


class Bars(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """From where on something is decided: probabilities, but for `outdated_telling`."""

    outdated: float
    """That the slot is meant, for a former value, where the words alone say so with `outdated_certainty`."""
    outdated_certainty: float
    outdated_alone: float
    """That the slot is meant, for a former value, where the words alone say little."""
    outdated_telling: float
    """How telling the number must be (see Slots.surprise) where no word names the property."""
    outdated_exact: float
    """That the slot is meant, from the words alone, for a number without "up to" or the like that was once a limit."""
    wrong: float
    """That the slot is meant, from the words alone, for a number that no value explains."""
    wrong_near: float
    """The same for a number that is a slip of the pen away from the right one."""
    wrong_part: float
    """The same for a range or list of which another number is right."""
    conflict: float
    """The same for two claims that contradict each other."""


class Doubts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Features beside which nothing is accused, however certain the reading."""

    outdated: frozenset[str]
    wrong: frozenset[str]


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """`choice` weighs hypotheses against each other; `certainty` says how often the best one is right when the number is not looked at."""

    schema: str = msgspec.field(default="", name="$schema")
    version: int = 1
    choice: dict[str, float]
    certainty: dict[str, float]
    bars: Bars
    doubts: Doubts

    def score(self, features: Features) -> float:
        """The sum of the weighted features."""
        return weighted(self.choice, features)

    def certain(self, features: Features) -> float:
        """The probability that the features are those of a right reading."""
        return 1.0 / (1.0 + math.exp(-weighted(self.certainty, features)))


def weighted(weights: dict[str, float], features: Features) -> float:
    """The sum of the features times their weights; 0 for those without."""
    total = 0.0
    for name, value in features.items():
        if name in weights:
            total += weights[name] * value
    return total


def softmax(scores: Iterable[float]) -> list[float]:
    """Probabilities that are in proportion to the exponentials of the scores."""
    known = list(scores)
    top = max(known)
    parts = [math.exp(score - top) for score in known]
    total = sum(parts)
    return [part / total for part in parts]


@cache
def load_model() -> Model:
    """The shipped weights and bars."""
    return msgspec.json.decode((shipped() / "claims.json").read_bytes(), type=Model)
