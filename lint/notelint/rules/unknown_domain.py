"""A domain or task in front matter that the exam does not have.

## What it finds

`domain` and `task` of a note whose `exam` a pack knows, when the blueprint of the exam has none of that id.

## Why it matters

The note counts for nothing in the coverage report.

## Example

```md
---
exam: mls-c01
domain: "7"
---

# S3

Object storage.
```

## Use instead

```md
---
exam: mls-c01
domain: "1"
---

# S3

Object storage.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.notes.front_matter import placement_problems
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "unknown-domain"
CATEGORY = "schema"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding a domain or task that does not exist."""
    for problem in placement_problems(note.document, reference):
        yield Finding(note.place(problem.span), problem.message, subject=problem.message)
