"""An acronym spelt out with the wrong words.

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
from notelint.claims.expansion import Expansion
from notelint.claims.judge import Status
from notelint.diagnostic import Applicability, Edit, Finding, Fix, Related, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "wrong-expansion"
CATEGORY = "terminology"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per expansion that no entity of that acronym confirms; related are the places of the note that spell it out rightly."""
    for expansion in note.facts.expansions:
        entity, verdict = expansion_verdict(expansion, reference)
        if verdict.status is not Status.CONTRADICTS or verdict.value is None:
            continue
        right = verdict.value.value
        yield Finding(
            expansion.place,
            f"{expansion.acronym} stands for {right}, not {expansion.text}",
            tuple(_right_places(note, expansion, reference)),
            suggestions=reference.entities[entity].expansions,
            fix=Fix(f"write {right}", (Edit(expansion.place, right),), Applicability.UNSAFE),
            url=verdict.value.source or None,
            subject=f"{expansion.acronym} {expansion.text}",
        )


def _right_places(note: Note, wrong: Expansion, reference: Reference) -> Iterator[Related]:
    for other in note.facts.expansions:
        if other.acronym == wrong.acronym and expansion_verdict(other, reference)[1].status is Status.AGREES:
            yield Related(other.place, f"{other.acronym} is {other.text} here")
