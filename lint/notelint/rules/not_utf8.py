"""A file that cannot be read as UTF-8 text.

## What it finds

A note whose bytes are not UTF-8 (with or without a byte order mark), at the first byte that is not.

## Why it matters

Nothing in such a file can be checked, and web pages show replacement characters in the place of letters.

## Example

A note that was saved as Latin-1 or UTF-16.

## Use instead

The same note saved as UTF-8, or an entry in `exclude` if it is no note.
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes.suppression import Suppression
from notelint.rules.protocol import Scope
from notelint.source import Place, Position, SourceError, Span

ID = "not-utf8"
CATEGORY = "structure"
SEVERITY = Severity.ERROR
SCOPE = Scope.RUN


def check(suppressions: dict[Suppression, set[str]], known: frozenset[str]) -> Iterator[Finding]:
    """Nothing: the engine makes this finding where it cannot read a note."""
    yield from ()


def finding(path: str, error: SourceError) -> Finding:
    """What is said of a note that cannot be decoded."""
    end = Position(error.position.line, error.position.column + 1)
    return Finding(Place(path, Span(0, 0), error.position, end), error.message)
