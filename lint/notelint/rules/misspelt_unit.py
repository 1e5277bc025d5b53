"""A unit that is misspelt.

## What it finds

Units behind a number in a form that is a slip of the pen: letters swapped (`Gpbs`), a capital for the second (`MB/S`), a space inside (`80T B`), bits
where bytes are meant (`Gib`), an s for the plural (`GBs`).

## Why it matters

Units tell sizes apart that differ by the factor eight, or a thousand.

## Example

```md
The link runs at 10 Gpbs.
```

## Use instead

```md
The link runs at 10 Gbps.
```
"""

from notelint.diagnostic import Severity
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule

ID = "misspelt-unit"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE

check = slip_rule(ID, lambda slip, _: f'the unit "{slip.text}" is written "{slip.suggestions[0]}"')
