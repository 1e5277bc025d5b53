"""What a change of a few notes brings about: of all other notes only those that it touches are looked at again."""

import os
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.run.groups import Groups, form, name_of
from notelint.engine.run.result import NoteResult
from notelint.engine.run.run import Run, shown
from notelint.engine.run.select import selected
from notelint.links.tree import Tree
from notelint.links.wiki import Ties
from notelint.notes import Corpus, Facts
from notelint.reference import Reference


class Notes(Mapping[str, Facts]):
    """Facts by path, and the results that they are part of."""

    @abstractmethod
    def result(self, path: str) -> NoteResult:
        """The facts with the findings."""

    @abstractmethod
    def fetch(self, paths: Sequence[str]) -> None:
        """Have the results of many notes at hand."""


class Renewal:
    """A run over `notes` as they are now, made from what is known of the last one: its diagnostics, its groups and its ties."""

    def __init__(
        self, diagnostics: list[Diagnostic], groups: Groups, ties: Ties, notes: Notes, config: Config, reference: Reference
    ) -> None:
        self._diagnostics = diagnostics
        self._ties = ties
        self._groups = groups
        self._notes = notes
        self._config = config
        self._reference = reference
        self._corpus = Corpus(notes, Tree(config.base or os.getcwd(), str(config.root)), ties, config.options.site)

    def run(self, changed: Mapping[str, NoteResult]) -> Run | None:
        """The run with these results in place of old ones; None if a note has other ties than it had, so that all notes must be looked at."""
        if not all(self._is_tied_as_before(path) for path in changed):
            return None
        before = self._groups
        now = self._form(changed, set())
        touched = before.touched_by(changed) | now.touched_by(changed)
        members = {*changed, *before.with_any(touched)}
        self._notes.fetch(sorted(members))
        now = self._form(members, touched)
        groups = before.replaced(touched, now)
        old_and_new = (*before.findings.items(), *now.findings.items())
        places = {finding.place.path for key, findings in old_and_new if key in touched for finding in findings}
        return Run(self._shown({*changed, *places, *self._own_groups(touched)}, groups), self._corpus, groups)

    def _is_tied_as_before(self, path: str) -> bool:
        note, ties = self._notes[path], self._ties
        return note.aliases == ties.aliases.get(path, ()) and self._corpus.wiki.is_tied(note) == (path in ties.tied)

    def _form(self, paths: Mapping[str, NoteResult] | set[str], only: set[str]) -> Groups:
        return form(self._corpus, self._reference, selected(self._config), paths, only)

    def _own_groups(self, touched: set[str]) -> Iterator[str]:
        """Notes whose own groups are touched: links to their headings have come or gone."""
        return (name for name in map(name_of, touched) if name in self._notes)

    def _shown(self, paths: set[str], groups: Groups) -> list[Diagnostic]:
        """Diagnostics of all notes, made anew for those at `paths`."""
        self._notes.fetch(sorted(paths))
        findings = [pair for path in sorted(paths) for pair in self._notes.result(path).findings]
        findings += [pair for pair in groups.found() if pair[1].place.path in paths]
        new = shown(findings, paths, self._corpus, self._config, complete=True)
        others = [one for one in self._diagnostics if one.place.path not in paths]
        return sorted([*others, *new], key=lambda one: one.place.path)
