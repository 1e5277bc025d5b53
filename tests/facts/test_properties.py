"""What holds of every text, quantity and claim."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from notelint.claims.claim import Claim
from notelint.claims.judge import Status, compare
from notelint.quantities.compare import Point, quantity_ends
from notelint.quantities.quantities import QuantityReader
from notelint.quantities.quantity import Bound, Quantity
from notelint.reference import CanonicalValue, Reference
from notelint.source import Place, Position, Source, Span

from tests.facts.conftest import NoteReader

_PIECES = [
    "Harbor Store", "Harbor Queue", "retention", "timeout", "**Shard**", "up to", "at least", "default", "max", "per", "/", "-", "–", "to", "and", ",", "or", "(",
    ")", "|", "$", "%", "~", "<", ">", "+", "=", ":", ".", "?", "`", "[", "]", "1", "5", "24", "365", "1,000", "0.5", "1e-3", "eleven", "one", "half an", "9's",
    "s", "min", "h", "days", "TB", "KiB", "MB/s", "records", "IOPS", "x", "2019", "\n", "\n\n", "- ", "# ", "  ", "|---|", "\u00a0", "é", "漢", "🙂",
]  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=24).map(" ".join) | st.text(max_size=80)
_NOWHERE = Place("note.md", Span(0, 0), Position(1, 1), Position(1, 1))


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_text_is_read_and_quotes_are_slices_of_it(harbor: NoteReader, text: str) -> None:
    source = Source("note.md", text)
    for claim in harbor.claims(text):
        assert source.text[claim.place.span.start : claim.place.span.end] == claim.quote
        assert source.position(claim.place.span.start) == claim.place.start
        assert 0 <= claim.confidence <= 1
        assert compare(claim, harbor.reference).status in Status


@example("1 up to eleven 9's 1")
@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_quantities_stand_in_order_without_overlap(harbor: NoteReader, text: str) -> None:
    found = QuantityReader(harbor.reference).read(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.data(), st.integers(1, 10**6))
def test_an_amount_is_the_same_in_every_unit_of_its_dimension(reference: Reference, data: st.DataObject, number: int) -> None:
    names = sorted(
        name for name, unit in reference.units.items() if not unit.calendar and name.isascii() and name.isalpha() and len(name) > 1
    )
    unit = reference.units[data.draw(st.sampled_from(names))]
    others = sorted(name for name in names if reference.units[name].dimension == unit.dimension)
    other = reference.units[data.draw(st.sampled_from(others))]
    there = number * unit.factor / other.factor
    assert abs(there * other.factor / unit.factor - number) <= 1e-9 * number
    one = quantity_ends(Quantity(number, number, unit.symbol, unit.dimension), reference).low
    two = quantity_ends(Quantity(there, there, other.symbol, other.dimension), reference).low
    assert one is not None
    assert two is not None
    assert one.equals(two)
    assert two.equals(one)
    assert not one.below(two)


@given(st.floats(1e-6, 1e12), st.floats(1e-6, 1e12))
def test_points_are_equal_both_ways_or_one_is_below_the_other(first: float, second: float) -> None:
    one, two = Point(first, first), Point(second, second)
    assert one.equals(two) == two.equals(one)
    assert one.equals(two) + one.below(two) + two.below(one) == 1


_BOUNDS = {"max": Bound.AT_MOST, "min": Bound.AT_LEAST, "range": Bound.RANGE, "approx": Bound.ABOUT}


def _said(value: CanonicalValue) -> Claim:
    """A claim that says what the value says."""
    assert value.low is not None
    bound = _BOUNDS.get(value.role, Bound.EXACT)
    unit = "/".join([value.unit, *value.per])
    high_unit = "/".join([value.high_unit, *value.per]) if value.high_unit else None
    low, high = None if value.role == "max" else value.low, None if value.role == "min" else value.high
    quantity = Quantity(low, high, unit, "", bound, high_unit=high_unit)
    return Claim(_NOWHERE, "", value.entity, value.attribute, value.role, quantity, value.qualifiers)


def _dimensioned(claim: Claim, reference: Reference) -> Claim | None:
    """The claim as the grammar would have read it; None for a unit that is a phrase."""
    assert claim.quantity is not None
    quantity = claim.quantity
    number = quantity.low if quantity.low is not None else quantity.high
    found = QuantityReader(reference).read(f"{number:.12g} {quantity.unit.replace('/', ' per ')}".strip())
    if len(found) != 1:
        return None
    low, high, bound, high_unit = quantity.low, quantity.high, quantity.bound, quantity.high_unit
    read = found[0].quantity
    changed = Quantity(low, high, read.unit, read.dimension, bound, per=read.per, high_unit=high_unit)
    return Claim(claim.place, claim.quote, claim.entity, claim.attribute, claim.role, changed, claim.qualifiers)


def test_whoever_says_what_the_packs_say_agrees_with_them(reference: Reference) -> None:
    judged = [
        (value, verdict.status)
        for value in reference.values
        if value.low is not None and not (value.since and value.since > "2025-06-30") and not (value.until and value.until <= "2025-06-30")
        if (claim := _dimensioned(_said(value), reference)) and (verdict := compare(claim, reference))
    ]
    assert len(judged) > 300
    assert [f"{value.where} {value.value}" for value, status in judged if status in (Status.CONTRADICTS, Status.OUTDATED)] == []
    assert sum(status is Status.AGREES for _, status in judged) / len(judged) > 0.95
