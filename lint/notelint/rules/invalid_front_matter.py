"""Front matter that cannot be read, or that the note schema does not allow.

## What it finds

YAML or TOML at the top of a note that does not parse. In a note with the key `exam` also keys of the wrong kind (`exam`, `domain`, `task`,
`entities`, `sources`), keys that are one slip from one of these, exams that no pack has, and entities that the vocabulary does not know. Other keys belong to
other programs and are left alone.

## Why it matters

Front matter decides where a note counts in the coverage of an exam; a slip in it goes unseen.

## Example

```md
---
exam: mls-c01
entities: [aws.s33]
---

# S3

Object storage.
```

## Use instead

```md
---
exam: mls-c01
entities: [aws.s3]
---

# S3

Object storage.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.notes.front_matter import shape_problems
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "invalid-front-matter"
CATEGORY = "schema"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per problem, at the value that has it."""
    for problem in shape_problems(note.document, reference):
        yield Finding(note.place(problem.span), problem.message, suggestions=problem.suggestions, subject=problem.message)
