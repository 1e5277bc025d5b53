"""A note that could not be checked.

## What it finds

A note that made notelint stop with an error of its own, and a symbolic link that leads out of the project: what is outside may be no business of
those who see the report. All other notes are checked nevertheless.

## Why it matters

Nothing in the note was checked. An error of notelint is a bug of notelint, never a fault of the note.

## Example

No text is known that makes notelint fail; if you have one, please report it.

## Use instead

The note as it is, left out by `exclude` until the bug is fixed; a file in the place of a link, or `--follow-outside`.
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes.suppression import Suppression
from notelint.rules.protocol import Scope
from notelint.source import Place, Position, Span

ID = "unread-note"
CATEGORY = "structure"
SEVERITY = Severity.ERROR
SCOPE = Scope.RUN


def check(suppressions: dict[Suppression, set[str]], known: frozenset[str]) -> Iterator[Finding]:
    """Nothing: the engine makes this finding where an analysis fails."""
    yield from ()


def finding(path: str, error: Exception, rule: str = "") -> Finding:
    """What is said of the note; `rule` is the one that failed, where it is known."""
    on = f"the rule {rule} failed" if rule else "notelint failed"
    message = f"{on} on this note ({type(error).__name__}: {error}); please report it, and exclude the note until then"
    return unread(path, " ".join(message.split()))


def unread(path: str, message: str) -> Finding:
    """The finding at the start of a note."""
    return Finding(Place(path, Span(0, 0), Position(1, 1), Position(1, 1)), message)
