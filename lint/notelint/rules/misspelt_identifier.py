"""A misspelt name of an API operation, parameter or policy key.

## What it finds

Names of API operations, exceptions, parameters, headers and policy keys, in code spans, in quotes or in the text, that are one or two slips away from
exactly one known name, in notes that speak of at least two entities of a pack.

Also a word in code that occurs once in the note, that no list holds, and that is one slip from a word that the note uses again and again: `martix`
beside `matrix`.

## Why it matters

It is copied into code and policies, where it fails, or silently matches nothing.

## Example

```md
A Lambda function answers Step Functions with `SnedTaskFailure`.
```

## Use instead

```md
A Lambda function answers Step Functions with `SendTaskFailure`.
```
"""

from notelint.diagnostic import Severity
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule

ID = "misspelt-identifier"
CATEGORY = "terminology"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE

check = slip_rule(ID, lambda slip, _: f'"{slip.text}" is unknown, "{slip.suggestions[0]}" is known')
