"""A suppression comment that cannot be understood.

## What it finds

A `notelint-...` comment with an unknown directive, no rule, an unknown rule, or an end without a start.

## Why it matters

It silences nothing, though its author thinks that it does.

## Example

```md
# Retention

<!-- notelint-ignore-next-line broken-ancor: the page is written next week -->
See [limits](#limits).
```

## Use instead

```md
# Retention

<!-- notelint-ignore-next-line broken-anchor: the page is written next week -->
See [limits](#limits).
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes.suppression import Suppression
from notelint.rules.protocol import Scope
from notelint.source.close_names import close_names

ID = "unknown-suppression"
CATEGORY = "suppressions"
SEVERITY = Severity.WARNING
SCOPE = Scope.RUN


def check(suppressions: dict[Suppression, set[str]], known: frozenset[str]) -> Iterator[Finding]:
    """One finding for the comment itself, or one for each rule in it that does not exist."""
    for suppression in suppressions:
        if suppression.problem:
            yield Finding(suppression.place, suppression.problem)
            continue
        for rule in suppression.rules:
            if rule not in known:
                close = close_names(rule, sorted(known), 1, 0.6)
                hint = f', did you mean "{close[0]}"?' if close else "; `notelint rules` lists them"
                yield Finding(suppression.place, f'unknown rule "{rule}"{hint}', suggestions=tuple(close), subject=rule)
