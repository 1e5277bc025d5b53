"""An acronym spelt out in two different ways.

## What it finds

Notes that spell the same acronym out with different words, one of which is another while the others agree ("Table Queue Manager", "Table Quota
Manager"). The rarer wording is reported, of two equally frequent ones the later. Forms of one word, hyphens, accents and British spelling do not
count; wordings that end in different words are two meanings. What the vocabulary knows is right or wrong is left to `wrong-expansion`. Without it
nobody can tell two wordings from two meanings for certain, so the finding is for information.

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

from notelint.claims.acronyms import alike, differ_in_one_word, expansion_verdict
from notelint.claims.expansion import Expansion
from notelint.claims.judge import Status
from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "conflicting-expansions"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.CORPUS

_KINDS = 20
"""Wordings of one acronym that are compared; one with more stands for many things."""
_PLACES = 20
"""Related places that are shown at most."""


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Expansion]]:
    """Expansions by acronym."""
    return ((expansion.acronym, expansion) for expansion in note.expansions)


def check(group: list[Expansion], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per wording that differs from a more frequent one, at its first place."""
    wordings = _wordings(group)
    if not 1 < len(wordings) <= _KINDS:
        return
    unknown = [same for same in wordings if expansion_verdict(same[0], reference)[1].status is Status.UNKNOWN]
    for index, odd in enumerate(unknown):
        rivals = [other for other in unknown[:index] if differ_in_one_word(odd[0].text, other[0].text)]
        if rivals:
            yield _finding(odd, [expansion for other in rivals for expansion in other])


def _wordings(group: list[Expansion]) -> list[list[Expansion]]:
    """The expansions by wording, forms of one together; the most frequent wording first, then the earliest."""
    found: list[list[Expansion]] = []
    for expansion in group:
        same = next((known for known in found if alike(known[0].text, expansion.text)), None)
        if same is not None:
            same.append(expansion)
        elif len(found) <= _KINDS:
            found.append([expansion])
    return sorted(found, key=lambda same: -len(same))


def _finding(odd: list[Expansion], against: list[Expansion]) -> Finding:
    first = odd[0]
    texts = ", ".join(dict.fromkeys(other.text for other in against))
    return Finding(
        first.place,
        f"{first.acronym} is {first.text} here, but {texts} elsewhere",
        tuple(Related(other.place, f"{other.acronym} is {other.text} here") for other in [*odd[1:], *against][:_PLACES]),
        subject=f"{first.acronym} {first.text}",
    )
