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

from notelint.diagnostic import Severity
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule

ID = "miscased-term"
CATEGORY = "terminology"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

check = slip_rule(ID, lambda slip, _: f'"{slip.text}" is written "{slip.suggestions[0]}"')
