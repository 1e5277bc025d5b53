"""The same word twice in a row.

## What it finds

"the the", also across a line break, two articles in a row ("a an"), and runs of two or three words ("you can you can").

## Why it matters

It is left over from an edit; often another word was meant.

## Example

```md
Firehose delivers to the
the bucket.
```

## Use instead

```md
Firehose delivers to the
bucket.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_finding, slips

ID = "repeated-word"
CATEGORY = "spelling"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per pair."""
    for slip in slips(note, ID):
        words = "words" if " " in "".join(slip.suggestions[:1]) else "word"
        what = "two articles in a row" if slip.about == "articles" else f"the same {words} twice"
        yield slip_finding(note, slip, f'"{" ".join(slip.text.split())}": {what}')
