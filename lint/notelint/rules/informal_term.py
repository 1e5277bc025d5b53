"""A name in an informal form that no documentation uses.

## What it finds

Once per note and name: a product that is written all in lower case where the note also writes it otherwise ("quicksight", "ec2"), or without the
space or hyphen that belongs into its name ("Route53").

## Why it matters

It does not for a reader; search finds the name better as it is written everywhere else. The finding is for information.

## Example

```md
EC2 and Route53 answer first.
```

## Use instead

```md
EC2 and Route 53 answer first.
```
"""

from notelint.diagnostic import Severity
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule

ID = "informal-term"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE

check = slip_rule(ID, lambda slip, _: f'"{slip.text}" is written "{slip.suggestions[0]}"')
