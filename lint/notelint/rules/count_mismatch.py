"""A number of things that the list below does not have.

## What it finds

An item or paragraph such as `three flavors:` that introduces a list of another length. Only plain enumerations are counted: each item begins with
a bold or code label, or is a few words long.

## Why it matters

An item is missing, or the number was not changed when one was added.

## Example

```md
- three ways to encrypt:
    - **SSE-S3**: keys of S3
    - **SSE-KMS**: keys of KMS
```

## Use instead

```md
- two ways to encrypt:
    - **SSE-S3**: keys of S3
    - **SSE-KMS**: keys of KMS
```
"""

from collections.abc import Iterator

from notelint.claims.claim import Claim
from notelint.diagnostic import Finding, Severity
from notelint.document import Statement, Style
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "count-mismatch"
CATEGORY = "facts"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

_FEW_WORDS = 6
_LARGEST = 12


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding a statement that announces a number of items and has another."""
    counts = [claim for claim in note.facts.claims if _is_count(claim)]
    for statement in note.document.statements:
        if not statement.children or not statement.text.plain.rstrip("*_ \t").endswith(":"):
            continue
        inside = [claim for claim in counts if statement.span.start <= claim.place.span.start < statement.span.end]
        children = [child for child in statement.children if child.kind == "item"]
        if len(inside) == 1 and len(children) > 1 and all(_is_plain(child) for child in children):
            yield from _compare(inside[0], len(children))


def _is_count(claim: Claim) -> bool:
    quantity = claim.quantity
    exact = quantity is not None and quantity.low == quantity.high and quantity.bound == "exact"
    more = {"more", "other", "further", "additional", "another"} & set(claim.quote.lower().split())
    return bool(exact and not more and quantity and quantity.dimension == "count" and 2 <= (quantity.low or 0) <= _LARGEST)


def _is_plain(item: Statement) -> bool:
    text = item.text
    labelled = bool(text.plain) and bool(text.style_at(0) & (Style.STRONG | Style.CODE))
    return labelled or len(text.plain.split()) <= _FEW_WORDS


def _compare(claim: Claim, found: int) -> Iterator[Finding]:
    stated = claim.quantity.low if claim.quantity else None
    if stated != found:
        yield Finding(claim.place, f"{' '.join(claim.quote.split())} are announced, but {found} are listed below", subject=claim.quote)
