"""What a rule module offers: constants and a generator. No base class, no decorator: mypy checks the modules against these."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from notelint.diagnostic import Finding, Severity
from notelint.facts import Corpus, Note, Suppression
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
    """SCOPE is Scope.CORPUS."""

    def check(self, corpus: Corpus, reference: Reference, /) -> Iterator[Finding]:
        """Findings among all notes, in any order."""


class RunRule(Rule, Protocol):
    """SCOPE is Scope.RUN."""

    def check(self, suppressions: dict[Suppression, set[str]], known: frozenset[str], /) -> Iterator[Finding]:
        """Findings about suppressions: each with the rule ids that it silenced in this run; `known` are all rule ids and categories."""
