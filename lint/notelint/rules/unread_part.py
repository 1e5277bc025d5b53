"""A part of a note that could not be checked.

## What it finds

Lines that take too long to read, that make notelint fail, or that lie beyond the 4 million characters which are read of one note.

## Why it matters

Nothing in these lines was checked; the rest of the note was. Text that people write is far from every limit: such lines are generated,
pasted by mistake, or written to keep notelint busy.

## Example

No text is known that does this, but a note of more than 4 million characters; if you have one, please report it.

## Use instead

The data in a file of its own, with a link to it; or the note left out by `exclude`.
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes.suppression import Suppression
from notelint.rules.protocol import Scope
from notelint.source import Place

ID = "unread-part"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.RUN


def check(suppressions: dict[Suppression, set[str]], known: frozenset[str]) -> Iterator[Finding]:
    """Nothing: the engine makes this finding where it leaves something out."""
    yield from ()


def finding(place: Place, reason: str) -> Finding:
    """What is said of the part at `place`."""
    first, last = place.start.line, place.end.line
    lines = f"lines {first} to {last} are" if last > first else f"line {first} is"
    return Finding(place, " ".join(f"{lines} not read, the rest of the note is: {reason}".split()))
