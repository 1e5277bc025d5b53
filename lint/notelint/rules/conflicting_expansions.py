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

from notelint.diagnostic import Finding, Related, Severity
from notelint.facts import Corpus, Expansion, Facts
from notelint.facts.acronyms import close_words, expansion_verdict, words
from notelint.facts.judge import Status
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "conflicting-expansions"
CATEGORY = "terminology"
SEVERITY = Severity.WARNING
SCOPE = Scope.CORPUS


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Expansion]]:
    """Expansions by acronym."""
    return ((expansion.acronym, expansion) for expansion in note.expansions)


def check(group: list[Expansion], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding an expansion that differs from others, which are its related places."""
    if len({words(expansion.text) for expansion in group}) < 2:
        return
    status = {expansion: expansion_verdict(expansion, reference)[1].status for expansion in group}
    right = [expansion for expansion in group if status[expansion] is not Status.CONTRADICTS]
    for index, expansion in enumerate(group):
        if status[expansion] is Status.AGREES:
            continue
        against = right if status[expansion] is Status.CONTRADICTS else group[:index]
        others = [other for other in against if words(other.text) != words(expansion.text) and close_words(other.text, expansion.text)]
        if others:
            texts = ", ".join(dict.fromkeys(other.text for other in others))
            related = tuple(Related(other.place, f"{other.acronym} is {other.text} here") for other in others)
            yield Finding(
                expansion.place,
                f"{expansion.acronym} is {expansion.text} here, but {texts} elsewhere",
                related,
                subject=f"{expansion.acronym} {expansion.text}",
            )
