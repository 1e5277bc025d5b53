"""Finding: what a rule yields. Diagnostic: a Finding with the id and severity that the engine gave it."""

import msgspec

from notelint.diagnostic.fix import Fix
from notelint.diagnostic.severity import Severity
from notelint.source import Place


class Related(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Another place that a finding is about, and what stands there."""

    place: Place
    message: str


class Finding(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something wrong at `place`; `suggestions` best first; `url` is the source that proves it.

    `subject` names what the finding is about in words that survive edits elsewhere in the note (a baseline key);
    empty means the text at `place`.
    """

    place: Place
    message: str
    related: tuple[Related, ...] = ()
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    url: str | None = None
    subject: str = ""


class Diagnostic(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A Finding under the name of its rule."""

    rule: str
    category: str
    severity: Severity
    finding: Finding

    @property
    def place(self) -> Place:
        """Where it is shown."""
        return self.finding.place
