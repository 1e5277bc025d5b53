"""A missing or superfluous apostrophe.

## What it finds

"dont", "doesnt", "thats", "its not", an acute accent in its place ("It´s"), and a plural with an apostrophe:
of an acronym ("KPI's"), or of a noun before a verb of the plural ("the node's are up").

## Why it matters

"its" and "it's", "were" and "we're" are different words.

## Example

```md
Firehose doesnt keep records.
```

## Use instead

```md
Firehose doesn't keep records.
```
"""

from notelint.diagnostic import Severity
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule

ID = "missing-apostrophe"
CATEGORY = "spelling"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE

check = slip_rule(ID, lambda slip, _: f'"{slip.text}" should be "{slip.suggestions[0]}"')
