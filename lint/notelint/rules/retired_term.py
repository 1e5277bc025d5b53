"""A product or service that was discontinued or is closed to new customers.

## What it finds

Once per note, with all mentions: an entity that has ended, is deprecated, or takes no new customers, when no note tells so.

## Why it matters

A learner should know that it cannot be tried any more. Older exams still ask for it: the finding is for information.

## Example

```md
AWS Data Pipeline moves data every night.
```

## Use instead

```md
AWS Glue moves data every night.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Related, Severity
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.spelling.slip import Slip

ID = "retired-term"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.CORPUS
_STATES = {"ended": "has ended", "closed": "is closed to new customers", "deprecated": "is deprecated"}


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Slip | None]]:
    """First mentions by entity; None where the note tells of its end."""
    yield from ((slip.entity, slip) for slip in note.slips if slip.rule == ID)
    yield from ((entity, None) for entity in note.gone)


def check(group: list[Slip | None], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per note, unless some note tells of the end."""
    if None not in group:
        for slip in group:
            if slip is not None:
                yield from _finding(slip, reference)


def _finding(slip: Slip, reference: Reference) -> Iterator[Finding]:
    status = reference.entities[slip.entity].status
    if status is not None:
        since = f" since {status.since}" if status.since else ""
        message = f"{reference.name(slip.entity)} {_STATES.get(status.state, status.state)}{since}"
        related = tuple(Related(one.place, f'"{one.text}" here, too') for one in slip.repeats)
        yield Finding(slip.place, message, related, url=status.source, subject=slip.text)
