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

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_finding, slips

ID = "misspelt-unit"
CATEGORY = "terminology"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per place, or one for all where a note has many."""
    for slip in slips(note, ID):
        yield slip_finding(note, slip, f'the unit "{slip.text}" is written "{slip.suggestions[0]}"')
