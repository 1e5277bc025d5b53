"""A space in the wrong place.

## What it finds

Two words of which one took a letter of the other ("base don"), two words written as one of which one is a little word ("whichis"), verbs with their
particle written as one ("to setup a cluster"), and words of a closed list written as two ("check point"). A fix is safe only for pairs of a closed list
that mean nothing as they are.

## Why it matters

Each half may be a word, so that spell checkers say nothing; a reader has to read twice.

## Example

```md
Partitions are chosen base don the partition key.
```

## Use instead

```md
Partitions are chosen based on the partition key.
```
"""

from notelint.diagnostic import Severity
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule
from notelint.spelling.slip import Slip

ID = "split-word"
CATEGORY = "spelling"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def _message(slip: Slip, reference: Reference) -> str:
    says = "has a space in the wrong place" if " " in slip.text else "lacks a space"
    return f'"{slip.text}" {says}: "{slip.suggestions[0]}"'


check = slip_rule(ID, _message)
