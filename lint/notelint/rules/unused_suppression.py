"""A suppression comment that silences nothing.

## What it finds

A `notelint-ignore-...` comment whose rules report nothing on the lines that it covers.

## Why it matters

The defect has been fixed, or the comment is on the wrong line; left in place it would hide the next one.

A comment that names a rule, or a category with a rule, that did not run is not judged. A comment of several lines is reported, but left for you to remove.

## Example

```md
# Retention

<!-- notelint-ignore-next-line broken-anchor: the page is written next week -->
Kinesis keeps records for a day.
```

## Use instead

```md
# Retention

Kinesis keeps records for a day.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Edit, Finding, Fix, Severity
from notelint.notes.suppression import Suppression
from notelint.rules.protocol import Scope

ID = "unused-suppression"
CATEGORY = "suppressions"
SEVERITY = Severity.WARNING
SCOPE = Scope.RUN


def check(suppressions: dict[Suppression, set[str]], known: frozenset[str]) -> Iterator[Finding]:
    """One finding per comment, naming the rules that it does not need; the fix removes it if all of it is on one line."""
    for suppression, used in suppressions.items():
        idle = [rule for rule in suppression.rules if rule in known and rule not in used and rule != ID]
        if suppression.problem or not idle:
            continue
        fix = None
        if len(idle) == len(suppression.rules) and suppression.place.start.line == suppression.place.end.line:
            fix = Fix("remove the comment", (Edit(suppression.place, ""),))
        yield Finding(suppression.place, f"unused suppression: {', '.join(idle)}", fix=fix, subject=",".join(idle))
