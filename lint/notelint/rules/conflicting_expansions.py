"""An acronym spelt out in two ways.

## What it finds

Two notes, or two places in one, that spell the same acronym out with different words of which at most one can be right. If the vocabulary knows
the acronym and bears out both, they are two meanings, and nothing is reported.

## Why it matters

A reader who meets both does not know which one to learn.

## Example

```md
# Pipelines

- TQM (Table Queue Manager) hands out work

## Limits

- TQM (Table Quota Manager) hands out ten items
```

## Use instead

```md
# Pipelines

- TQM (Table Queue Manager) hands out work

## Limits

- TQM (Table Queue Manager) hands out ten items
```
"""

from collections.abc import Iterator

from notelint.claims.acronyms import close_words, expansion_verdict, words
from notelint.claims.expansion import Expansion
from notelint.claims.judge import Status
from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "conflicting-expansions"
CATEGORY = "terminology"
SEVERITY = Severity.WARNING
SCOPE = Scope.CORPUS

_KINDS = 50
"""Wordings that one is held against; an acronym with more stands for many things."""
_PLACES = 20
"""Related places that are shown at most, and of each wording."""


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Expansion]]:
    """Expansions by acronym."""
    return ((expansion.acronym, expansion) for expansion in note.expansions)


def check(group: list[Expansion], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding an expansion that differs from others, which are its related places."""
    said: dict[str, list[tuple[int, Expansion]]] = {}
    for place, expansion in enumerate(group):
        said.setdefault(expansion.text, []).append((place, expansion))
    if len({words(text) for text in said}) < 2:
        return
    status = {text: expansion_verdict(same[0][1], reference)[1].status for text, same in said.items()}
    for text, same in said.items():
        if status[text] is Status.AGREES:
            continue
        wrong = status[text] is Status.CONTRADICTS
        rivals = [other for other in list(said)[:_KINDS] if not (wrong and status[other] is Status.CONTRADICTS) and _differ(text, other)]
        for place, expansion in same:
            against = sorted(pair for other in rivals for pair in said[other][:_PLACES] if wrong or pair[0] < place)
            if against:
                yield _finding(expansion, [other for _, other in against])


def _differ(one: str, other: str) -> bool:
    """Are they two wordings of one meaning?"""
    return words(one) != words(other) and close_words(one, other)


def _finding(expansion: Expansion, against: list[Expansion]) -> Finding:
    texts = ", ".join(dict.fromkeys(other.text for other in against))
    return Finding(
        expansion.place,
        f"{expansion.acronym} is {expansion.text} here, but {texts} elsewhere",
        tuple(Related(other.place, f"{other.acronym} is {other.text} here") for other in against[:_PLACES]),
        subject=f"{expansion.acronym} {expansion.text}",
    )
