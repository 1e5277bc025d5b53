"""A quantity as written, and its bound. Frozen and compact: quantities outlive the document and go into the cache."""

from enum import StrEnum

import msgspec


class Bound(StrEnum):
    """How a quantity relates to the number: 5 TB, at least 90 days, up to 1 year, about 200 ms, 1 to 365 days."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    BELOW = "below"
    """less than, within: true of anything smaller too"""
    ABOVE = "above"
    """more than, over: true of anything larger too"""
    RANGE = "range"


class Quantity(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Magnitudes as written, in `unit` (`high_unit` where the upper end has another); one of low and high is None for an open bound.

    `dimension` is that of units.txt ("time", "data/time"), "count" for counted nouns (then `unit` is the noun), "number" for bare numbers.
    `low_base` and `high_base` are in the dimension's base unit. `per` holds what else it is divided by ("shard", "user").
    """

    low: float | None
    high: float | None
    unit: str
    dimension: str
    bound: Bound = Bound.EXACT
    low_base: float | None = None
    high_base: float | None = None
    per: tuple[str, ...] = ()
    high_unit: str | None = None
    open_end: bool = False
    """The upper end of a range has a "+": 90 to 700+ days."""
