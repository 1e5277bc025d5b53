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

from notelint.diagnostic import Severity
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule
from notelint.spelling.slip import Slip

ID = "repeated-word"
CATEGORY = "spelling"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def _message(slip: Slip, reference: Reference) -> str:
    words = "words" if " " in "".join(slip.suggestions[:1]) else "word"
    what = "two articles in a row" if slip.about == "articles" else f"the same {words} twice"
    return f'"{" ".join(slip.text.split())}": {what}'


check = slip_rule(ID, _message)
