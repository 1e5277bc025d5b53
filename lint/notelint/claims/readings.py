"""How the quantities of a statement were read, together: what one says of a slot bears on the others."""

from collections.abc import Iterable, Iterator

import msgspec

from notelint.claims.hypotheses import Hypothesis, Weighed
from notelint.claims.known_value import Era
from notelint.claims.markers import Markers
from notelint.claims.narrowings import ABOVE
from notelint.claims.value_match import Match, stated_points
from notelint.claims.zones import Around, Zone
from notelint.quantities.compare import Point
from notelint.reference import Reference
from notelint.subjects.subjects import Subject

_POSSIBLE, _COINCIDENCE = 0.05, 0.25
"""Probabilities from which on another hypothesis may explain a number: one whose property is named, one that was looked at because of the number."""


class Read(msgspec.Struct, frozen=True, eq=False):
    """One quantity with its weighed hypotheses, the most probable first."""

    around: Around
    subject: Subject
    role: str
    weighed: tuple[Weighed, ...]
    contested: bool = False
    """Another quantity of the sentence is read as the same slot, and differs."""
    beside: Weighed | None = None
    """Another quantity of the statement that another value of the same slot explains: "for 24 hours, up to 365 days"."""
    told: bool = False
    """The note says itself that the number was right once: it gives the date, or the present value beside it."""

    @property
    def best(self) -> Hypothesis:
        """The most probable hypothesis."""
        return self.weighed[0].hypothesis

    @property
    def probability(self) -> float:
        """Of the best hypothesis; two numbers that one slot explains speak for it together."""
        alone = self.weighed[0].probability
        return alone if self.beside is None else 1 - (1 - alone) * (1 - self.beside.probability)

    @property
    def certainty(self) -> float:
        """How certain the words alone make the best hypothesis; 0 where another one explains the number, or another quantity has the slot."""
        explained = any(_explains(one) for one in self.weighed[1:])
        doubtful = self.contested or (explained and self.best.explanation.match < Match.PART)
        return 0.0 if doubtful else self.weighed[0].certainty

    def is_doubted(self, doubts: frozenset[str]) -> bool:
        """Whether a feature of the best hypothesis forbids an accusation. A range that is half right may be in a sentence that says more."""
        features = self.best.features.keys() - ({"wordy"} if self.best.explanation.match is Match.PART else set())
        return not doubts.isdisjoint(features)

    @property
    def is_right_of_what_is_named(self) -> bool:
        """Whether a former value of something above is a present value of something that stands before the number: "Standard-IA: 30 days"."""
        best = self.best.candidate
        if best is None or best.zone not in ABOVE or self.best.explanation.match is not Match.FORMER:
            return False
        return any(_is_named_and_right(one.hypothesis) for one in self.weighed[1:])

    def is_coincidence(self, telling: float) -> bool:
        """Whether nothing but the number speaks for the best hypothesis, and others have it, or something else is spoken of."""
        features = self.best.features
        surprise = self.best.explanation.surprise + (self.beside.hypothesis.explanation.surprise if self.beside else 0.0)
        return "unnamed" in features and (surprise < telling or (self.role == "exact" and "left_sentence" in features))


def _is_named_and_right(other: Hypothesis) -> bool:
    named = other.candidate is not None and other.candidate.zone in (Zone.CLAUSE, Zone.LABEL)
    return named and other.explanation.match is Match.NOW and "unnamed" not in other.features


def _explains(other: Weighed) -> bool:
    bar = _COINCIDENCE if "unnamed" in other.hypothesis.features else _POSSIBLE
    return other.hypothesis.explanation.match >= Match.PART and other.probability >= bar


def together(reads: list[Read], markers: Markers, reference: Reference) -> Iterator[Read]:
    """The same, knowing of each other."""
    for read in reads:
        rivals = [one for one in reads if one is not read and _same_slot(one, read)] if read.best.slot else []
        contested = any(
            _differ(read, one, reference) for one in rivals if one.around.sentence == read.around.sentence and one.role == read.role
        )
        told = read.best.valued and (
            markers.is_dated(read.around) or any(_succeeds(one, read, reference) for one in reads if one is not read)
        )
        beside = max((one.weighed[0] for one in rivals if _goes_with(one, read)), key=lambda one: one.probability, default=None)
        yield msgspec.structs.replace(read, contested=contested, told=told, beside=beside)


def _same_slot(one: Read, other: Read) -> bool:
    return one.best.slot is not None and one.best.slot is other.best.slot and one.best.entity == other.best.entity


def _goes_with(one: Read, read: Read) -> bool:
    """Whether another value of the slot explains the other quantity."""
    return one.best.explanation.match >= Match.FORMER and one.best.explanation.value is not read.best.explanation.value


def _differ(one: Read, other: Read, reference: Reference) -> bool:
    first, second = (stated_points(read.around.found.quantity, reference) for read in (one, other))
    return not any(point.equals(known) for point in first for known in second)


def _succeeds(one: Read, read: Read, reference: Reference) -> bool:
    """Whether `one` states the value that took the place of a former one that `read` states."""
    slot = read.best.slot
    if slot is None or one.around.found.quantity.dimension != read.around.found.quantity.dimension:
        return False
    said = stated_points(read.around.found.quantity, reference)
    past = [value for value in slot.values if value.era is Era.PAST and _share(value.points, said)]
    former = [point for value in past for point in value.points]
    present = [point for value in slot.values if value.era is not Era.PAST for point in value.points] if past else []
    new = [point for point in present if not _share(former, [point])]
    return _share(new, stated_points(one.around.found.quantity, reference))


def _share(known: Iterable[Point], said: Iterable[Point]) -> bool:
    stated = list(said)
    return any(point.equals(other) for point in known for other in stated)
