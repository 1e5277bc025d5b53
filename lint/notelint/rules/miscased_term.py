"""A name with its capitals in the wrong places.

## What it finds

Capitals inside a name that are not those of any accepted form ("Tensorflow", "DynamoDb", "IOT"), of products and of features whose name has capitals
inside a word. First letters are left alone (glue, Feature store), and so are code, paths and statements all in capitals; names all in lower case are
left to `informal-term`. Six times the same in a note are one finding.

## Why it matters

Names are looked up as they are written; in an exam, the right form is the only one.

## Example

```md
Quicksight reads from Athena.
```

## Use instead

```md
QuickSight reads from Athena.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_finding, slips

ID = "miscased-term"
CATEGORY = "terminology"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per place."""
    for slip in slips(note, ID):
        yield slip_finding(note, slip, f'"{slip.text}" is written "{slip.suggestions[0]}"')
