"""Claims of one statement that cannot all be the value of an attribute."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from notelint.facts.clauses import sentence_span
from notelint.facts.explained import Explained

_RIVAL = 0.6
_DATED = re.compile(r"\s*(?:since|until|before|as of)\b", re.IGNORECASE)


def weaken_rivals(text: str, explained: list[Explained]) -> Iterator[Explained]:
    """Several counts of one thing in one statement ("2 copies in each of 3 zones, 6 in all"), and several exact amounts in one sentence
    ("5 minutes for 63 days", "10 min or 1 min"), are not sure.
    """  # noqa: D205
    keys = [_rivalry(text, one) for one in explained]
    counts = Counter(keys)
    amounts: dict[tuple[object, ...], set[float | None]] = {}
    for one, key in zip(explained, keys, strict=True):
        amounts.setdefault(key, set()).add(one.found.quantity.low_base)
    for one, key in zip(explained, keys, strict=True):
        rivals = counts[key] if key[0] == "count" else len(amounts[key])
        if rivals > 1 and one.claim.confidence > _RIVAL:
            yield replace(one, claim=msgspec.structs.replace(one.claim, confidence=_RIVAL))
        else:
            yield one


def _rivalry(text: str, explained: Explained) -> tuple[object, ...]:
    """What the claims that rival each other have in common."""
    claim, found = explained.claim, explained.found
    if found.quantity.dimension.startswith("count"):
        return "count", claim.entity, claim.attribute
    if claim.role != "exact" or not claim.attribute:
        return "alone", found.start
    dated = bool(_DATED.match(text, found.end))
    return "exact", claim.entity, claim.attribute, claim.qualifiers, dated, sentence_span(text, found.start, found.end)
