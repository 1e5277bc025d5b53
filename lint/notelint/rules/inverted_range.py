"""A range whose start is greater than its end.

## What it finds

`365 to 1 days`: a range of times, sizes, or rates that runs downwards once the units are converted. A change ("reduced from 21 to 18 years"), a
difference (`8 bits - 7`), and shortened page numbers are no ranges.

## Why it matters

The ends were swapped, or one of them has the wrong unit.

## Example

```md
- Retention: 365 to 1 days
```

## Use instead

```md
- Retention: 1 to 365 days
```
"""

import re
from collections.abc import Iterator
from functools import cache

from notelint.claims.claim import Claim
from notelint.diagnostic import Finding, Severity
from notelint.language import load_language, whole_words
from notelint.notes import Note
from notelint.quantities.quantity import Bound
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.source.lazy_pattern import lazy_pattern

ID = "inverted-range"
CATEGORY = "facts"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE

_MEASURED = ("time", "data")
_FAR = 60
"""Characters before a range in which a word for a change is looked for."""
_SUBTRACTED = lazy_pattern(r"\d\s*[^\W\d_]+\s+[-−]\s+\d+\s*$")
"""A dash between spaces before a number without a unit: 8 bits - 7."""
_GLUED = lazy_pattern(r"\d+[A-Zs]\s*[-–]\s*\d+[A-Zs]")
"""Decades and pages: 1950s-60s, 161S-77S."""


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per measured range with its ends the wrong way round."""
    for claim in note.facts.claims:
        quantity = claim.quantity
        if quantity is None or quantity.bound is not Bound.RANGE or not quantity.dimension.startswith(_MEASURED):
            continue
        if quantity.low_base is not None and quantity.high_base and quantity.low_base > quantity.high_base and _is_range(note, claim):
            quote = " ".join(claim.quote.split())
            yield Finding(claim.place, f"the range {quote} runs downwards; swap its ends or correct a unit", subject=quote)


def _is_range(note: Note, claim: Claim) -> bool:
    """Whether it is a range, and no change, difference or list of pages."""
    if _SUBTRACTED.search(claim.quote) or _GLUED.fullmatch(claim.quote.strip()):
        return False
    start, end = claim.place.span
    text = note.source.text
    before = text[text.rfind("\n", 0, start) + 1 : start][-_FAR:].lower()
    return not _change().search(before) and not text[end : end + 3].lstrip().startswith("=")


@cache
def _change() -> re.Pattern[str]:
    changes = load_language().changes
    return re.compile(rf"{whole_words(changes.verbs)}|{whole_words(changes.source)}[\s*_]*$")
