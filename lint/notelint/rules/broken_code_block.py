"""A code block that does not parse.

## What it finds

Fenced blocks marked as Python, JSON, YAML or TOML that are surely meant as complete code and surely broken: unclosed brackets and strings,
a missing comma or colon, curly quotes, indentation that fits nothing, a misspelt keyword. Sessions (`>>>`), Python 2, templates, and
blocks that leave something out (`...`, `<your-arn>`) are skipped; JSON may have comments (or be marked as `jsonc` or `json5`).

## Why it matters

Code in notes is copied. What does not even parse was never run, so what the note says about it was never tried either.

## Example

````md
```json
{
  "Version": "2012-10-17"
  "Statement": []
}
```
````

## Use instead

````md
```json
{
  "Version": "2012-10-17",
  "Statement": []
}
```
````
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from notelint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.source import Place

if TYPE_CHECKING:
    from notelint.outlines.snippets import BrokenCode

ID = "broken-code-block"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per block, at its first fault."""
    if not note.document.code_blocks:
        return
    from notelint.outlines.snippets import faults  # noqa: PLC0415 - the readers of all languages; many notes hold no code

    for broken in faults(note.document):
        place = note.place(broken.span)
        yield Finding(place, f"this {broken.language} does not parse: {broken.problem}", fix=_fix(broken, place))


def _fix(broken: "BrokenCode", place: Place) -> Fix | None:
    if broken.instead is None:
        return None
    return Fix(f'write "{broken.instead}"' if broken.instead else "remove it", (Edit(place, broken.instead),), Applicability.UNSAFE)
