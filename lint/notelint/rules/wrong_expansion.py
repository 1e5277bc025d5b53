"""An acronym spelt out as something that it does not stand for.

## What it finds

`DMS (Database Migration Service)`, `Database Migration Service (DMS)` and `**S3** - **Simple Storage Service**` say what an acronym stands for. The rule
compares the words with the expansions in the vocabulary. It reports a wording of as many words of which most agree and one does not, and the
expansion of another acronym. Case, hyphens, plurals, abbreviations and little words do not count; longer and shorter wordings, glosses such as
`EMR (Hadoop, Spark, Hive)`, words that end in another thing (random-access machine) and acronyms of which the note does not speak (a product's, in a
note that names neither its vendor nor anything else of it) are other meanings of the same letters.

## Why it matters

Exams ask for the words behind the letters, and a wrong word is learnt as easily as the right one.

## Example

```md
# Storage

- HDFS (Hadoop Dispersed File System) keeps blocks of 128 MB
```

## Use instead

```md
# Storage

- HDFS (Hadoop Distributed File System) keeps blocks of 128 MB
```
"""

from collections.abc import Iterator

from notelint.claims.acronyms import expansion_verdict
from notelint.claims.judge import Status
from notelint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "wrong-expansion"
CATEGORY = "terminology"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding an expansion that no entity of that acronym bears out."""
    for expansion in note.facts.expansions:
        entity, verdict = expansion_verdict(expansion, reference)
        if verdict.status is not Status.CONTRADICTS or verdict.value is None:
            continue
        right = verdict.value.value
        yield Finding(
            expansion.place,
            f"{expansion.acronym} stands for {right}, not {expansion.text}",
            suggestions=reference.entities[entity].expansions,
            fix=Fix(f"write {right}", (Edit(expansion.place, right),), Applicability.UNSAFE),
            url=verdict.value.source or None,
            subject=f"{expansion.acronym} {expansion.text}",
        )
