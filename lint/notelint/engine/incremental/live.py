"""A folder of notes in memory that changes note by note: the diagnostics after each change, without a look at what the change does not touch."""

from collections.abc import Iterator, Mapping, Sequence

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.incremental.renewal import Notes, Renewal
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import NoteResult
from notelint.engine.run.run import Run, check
from notelint.links.wiki import Ties
from notelint.notes import Facts
from notelint.reference import Reference


class Live:
    """The notes of a folder as they are, saved or not. Paths start at `config.base`."""

    def __init__(self, config: Config, reference: Reference) -> None:
        self.config = config
        self.reference = reference
        self.results: dict[str, NoteResult] = {}
        self._changed: set[str] = set()
        self._run: Run | None = None
        self._ties = Ties({}, frozenset())

    def copy(self) -> "Live":
        """The same notes, to be changed apart from these."""
        other = Live(self.config, self.reference)
        other.results = dict(self.results)
        other._changed, other._run, other._ties = set(self._changed), self._run, self._ties
        return other

    def put(self, path: str, data: bytes) -> None:
        """Analyse the note at `path`, whose file would hold `data`."""
        self.take({path: analyse_bytes(path, data, self.reference, outlined=False)})

    def take(self, results: Mapping[str, NoteResult]) -> None:
        """Notes that are analysed already, in place of what was known of them."""
        if results.keys() - self.results.keys():
            self.forget()
        self.results |= results
        self._changed |= results.keys()

    def drop(self, path: str) -> None:
        """The note is gone."""
        if self.results.pop(path, None) is not None:
            self.forget()

    def forget(self) -> None:
        """Look at all notes again: something else in the folder has changed."""
        self._run = None

    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong in all notes as they are now; raises ConfigError where the configuration names an unknown rule."""
        return self.run().diagnostics

    def run(self) -> Run:
        """The same with what was compared."""
        if self._run is None or self._changed:
            self._run = self._renewed() or self._whole()
            self._changed.clear()
        return self._run

    def _renewed(self) -> Run | None:
        if self._run is None or self._run.groups is None:
            return None
        changed = {path: self.results[path] for path in self._changed}
        notes = _InMemory(self.results)
        return Renewal(self._run.diagnostics, self._run.groups, self._ties, notes, self.config, self.reference).run(changed)

    def _whole(self) -> Run:
        results = dict(sorted(self.results.items()))
        run = check(results, self.config, self.reference)
        self._ties = run.corpus.wiki.ties
        return run


class _InMemory(Notes):
    def __init__(self, results: dict[str, NoteResult]) -> None:
        self._results = results

    def result(self, path: str) -> NoteResult:
        return self._results[path]

    def fetch(self, paths: Sequence[str]) -> None:
        """All results are at hand."""

    def __getitem__(self, path: str) -> Facts:
        return self._results[path].facts

    def __iter__(self) -> Iterator[str]:
        return iter(self._results)

    def __len__(self) -> int:
        return len(self._results)

    def __contains__(self, path: object) -> bool:
        return path in self._results
