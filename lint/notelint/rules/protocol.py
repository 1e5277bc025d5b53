"""What a rule module offers: constants and a generator. No base class, no decorator: mypy checks the modules against these."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Protocol

from notelint.diagnostic import Finding, Severity
from notelint.notes import Corpus, Facts, Note
from notelint.notes.suppression import Suppression
from notelint.reference import Reference


class Scope(StrEnum):
    """What a rule looks at: one note, all notes of the run, or the run's own suppressions after all else."""

    NOTE = "note"
    CORPUS = "corpus"
    RUN = "run"


class Rule(Protocol):
    """The constants that every rule module has; its docstring is its page."""

    ID: str
    CATEGORY: str
    SEVERITY: Severity
    SCOPE: Scope


class NoteRule(Rule, Protocol):
    """SCOPE is Scope.NOTE."""

    def check(self, note: Note, reference: Reference, /) -> Iterator[Finding]:
        """Findings in one note, in any order."""


class CorpusRule(Rule, Protocol):
    """SCOPE is Scope.CORPUS. What notes say of the same thing makes a group; after a change only the groups that it touches are checked again."""

    def share(self, note: Facts, corpus: Corpus, /) -> Iterator[tuple[str, Any]]:
        """What the note adds to which groups: key of the group, item.

        Where links lead may be asked of the corpus, but not what other notes say. A group whose key is the path of a note is touched by all changes of this note.
        """

    def check(self, group: list[Any], corpus: Corpus, reference: Reference, /) -> Iterator[Finding]:
        """Findings in one group, in any order; its items come in the order of paths, and of places in a note."""


class RunRule(Rule, Protocol):
    """SCOPE is Scope.RUN."""

    def check(self, suppressions: dict[Suppression, set[str]], known: frozenset[str], /) -> Iterator[Finding]:
        """Findings about suppressions, each with those of its names that silenced something or that did not run; `known` are all rule ids and categories."""
