"""Claims of one statement that cannot all be the value of an attribute."""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from notelint.claims.explained import Explained
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import sentence_span

_RIVAL = 0.6
_AGAIN = lazy_pattern(r"\w\s*\($")
"""What stands in brackets behind an amount says it once more: 48 hours (2,880 minutes)."""
_DATED = lazy_pattern(r"\s*(?:since|until|before|as of)\b", re.IGNORECASE)


def weaken_rivals(text: str, explained: list[Explained]) -> Iterator[Explained]:
    """Several counts of one thing in one statement, or exact amounts in one sentence, are not sure: "2 copies in each of 3 zones, 6 in all",
    "10 min or 1 min"; nor is one that has only a weak cue beside one with a strong one: "events are kept for 90 days; an event takes 15 minutes".
    """  # noqa: D205
    told = {_about(text, one) for one in explained if one.candidates and one.candidates[0].strong}
    keys = [_rivalry(text, one) for one in explained]
    counts = Counter(keys)
    amounts: dict[tuple[object, ...], set[float | None]] = {}
    for one, key in zip(explained, keys, strict=True):
        amounts.setdefault(key, set()).add(one.found.quantity.low_base)
    for one, key in zip(explained, keys, strict=True):
        rivals = counts[key] if key[0] == "count" else len(amounts[key])
        outdone = bool(one.candidates) and not one.candidates[0].strong and _about(text, one) in told
        if (rivals > 1 or outdone) and one.claim.confidence > _RIVAL:
            yield msgspec.structs.replace(one, claim=msgspec.structs.replace(one.claim, confidence=_RIVAL))
        else:
            yield one


def _about(text: str, explained: Explained) -> tuple[object, ...]:
    return explained.claim.entity, explained.claim.attribute, sentence_span(text, explained.found.start, explained.found.end)


def _rivalry(text: str, explained: Explained) -> tuple[object, ...]:
    """What the claims that rival each other have in common."""
    claim, found = explained.claim, explained.found
    if found.quantity.dimension.startswith("count"):
        return "count", claim.entity, claim.attribute, claim.qualifiers
    if claim.role != "exact" or not claim.attribute or _AGAIN.search(text, max(0, found.start - 6), found.start):
        return "alone", found.start
    dated = bool(_DATED.match(text, found.end))
    return "exact", claim.qualifiers, dated, *_about(text, explained)
