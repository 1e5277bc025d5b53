"""A note that lacks a figure which notes on its subject must give.

## What it finds

A note whose front matter names an entity in `entities` and that gives figures of it, but none of an attribute which a pack's requirements ask of
that entity: a note on a storage class states its minimum storage duration. Entities that a note only touches are not judged.

## Why it matters

It is the figure that the exam asks for.

## Example

```md
---
exam: mls-c01
entities: [aws.sqs]
---

# Amazon SQS

- A message waits in the queue; its visibility timeout is 30 seconds by default.
```

## Use instead

```md
---
exam: mls-c01
entities: [aws.sqs]
---

# Amazon SQS

- A message waits in the queue; its visibility timeout is 30 seconds by default.
- Message retention: 4 days by default
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.notes.front_matter import texts, value_span
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "missing-claim"
CATEGORY = "schema"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per entity of the front matter and attribute that nothing in the note is said of."""
    front = note.document.front_matter
    if front is None or front.data is None:
        return
    said = {(claim.entity, claim.attribute) for claim in note.facts.claims}
    described = {entity for entity, attribute in said if attribute}
    for entity in texts(front.data.get("entities")):
        for requirement in reference.requirements:
            if entity in requirement.entities and entity in described and (entity, requirement.attribute) not in said:
                title = reference.attributes[requirement.attribute].title
                message = f"the note does not state this of {reference.name(entity)}: {title}. {requirement.why}"
                place = note.place(value_span(note.document, "entities", entity))
                yield Finding(place, message, subject=f"{entity} {requirement.attribute}")
