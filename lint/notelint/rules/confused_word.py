"""A real word in the wrong place.

## What it finds

Words that sound or look alike (then and than, its and it's, form and from, loose and lose), where the words around leave no doubt, and "a" or "an"
before the wrong sound, acronyms included ("a ML model").

It also finds forms that grammar does not allow where the part of speech is certain ("can be create", "it will sends", "a instances", "several type of",
"is large than"). Words that may be right there in some sentence are left alone.

## Why it matters

The sentence says something else than was meant, and no spell checker sees it.

## Example

```md
Glacier is cheaper then Standard.
```

## Use instead

```md
Glacier is cheaper than Standard.
```
"""

from notelint.diagnostic import Severity
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule
from notelint.spelling.slip import Slip

ID = "confused-word"
CATEGORY = "spelling"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def _message(slip: Slip, reference: Reference) -> str:
    right = " or ".join(f'"{one}"' for one in slip.suggestions)
    return f'"{slip.text}" before "{slip.about}" should be {right}' if slip.about else f'"{slip.text}" looks like a slip for {right}'


check = slip_rule(ID, _message)
