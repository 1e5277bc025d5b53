"""A name that is misspelt.

## What it finds

The name of a service, feature, library or concept of the vocabulary in a form that is wrong anywhere ("Event Bridge", "ElastiSearch"), or wrong beside
the right name, in a note that speaks of its vendor or of other things of the kind. Words that other lists know (OpenAPI), or that the note uses more
often than the name, are words of their own. Six times the same in a note are one finding.

## Why it matters

A learner looks for the name in the console, the documentation and the exam, and does not find it.

## Example

```md
AWS starts the workflow with Event Bridge.
```

## Use instead

```md
AWS starts the workflow with EventBridge.
```
"""

from notelint.diagnostic import Severity
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule
from notelint.spelling.slip import Slip

ID = "misspelt-term"
CATEGORY = "terminology"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def _message(slip: Slip, reference: Reference) -> str:
    right = slip.suggestions[0] if slip.suggestions else reference.name(slip.entity)
    return f'"{slip.text}" is called "{right}"'


check = slip_rule(ID, _message)
