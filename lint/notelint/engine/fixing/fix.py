"""Makes the fixes of findings, round by round, in memory."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from notelint.diagnostic import Applicability, Diagnostic, Edit
from notelint.engine.fixing.edits import Taken, edited, fits, keeps_the_rest
from notelint.engine.fixing.fix_guard import changes_number, lost
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import NoteResult
from notelint.reference import Reference
from notelint.source import Source, Texts

ROUNDS = 10
"""More rounds than any chain of fixes needs; what still changes then goes round in circles."""

Judge = Callable[[dict[str, NoteResult]], list[Diagnostic]]
"""Analysed notes -> the diagnostics that are shown for them; only these are fixed."""


@dataclass
class Fixed:
    """`changed` maps paths to new bytes, nothing of it written; `refused` says why a note was left alone; `diagnostics` are what remains."""

    changed: dict[str, bytes] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)
    refused: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def fix(results: dict[str, NoteResult], judge: Judge, texts: Texts, reference: Reference, *, unsafe: bool = False) -> Fixed:
    """Fix until nothing changes; `results` and `texts` then hold the fixed notes. The edits of one fix are made together or not at all."""
    work = _Work(results, texts, reference, unsafe)
    diagnostics = judge(results)
    for _ in range(ROUNDS):
        if not work.round(diagnostics):
            return work.done(diagnostics)
        diagnostics = judge(results)
    work.take_back(work.round(diagnostics))
    return work.done(judge(results))


class _Work:
    """The notes as they stand after the rounds so far."""

    def __init__(self, results: dict[str, NoteResult], texts: Texts, reference: Reference, unsafe: bool) -> None:
        self.results = results
        self.texts = texts
        self.reference = reference
        self.allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
        self.before: dict[str, tuple[bytes, NoteResult]] = {}
        self.made: list[Diagnostic] = []
        self.latest: list[Diagnostic] = []
        self.refused: dict[str, str] = {}

    def round(self, diagnostics: Iterable[Diagnostic]) -> set[str]:
        """Make all fixes that go together; returns the paths of the notes that changed."""
        wanted = [diagnostic for diagnostic in diagnostics if self._may(diagnostic)]
        while True:
            chosen, edits = _together(wanted)
            new = {path: self._after(path, each) for path, each in edits.items()}
            refused = {path: reason for path, (_, _, reason) in new.items() if reason}
            if not refused:
                break
            self.refused.update(refused)
            wanted = [diagnostic for diagnostic in wanted if not _paths(diagnostic) & set(refused)]
        changed = {path for path, (data, _, _) in new.items() if data != self.texts.read(path)}
        for path in changed:
            self._replace(path, *new[path][:2])
        self.latest = [diagnostic for diagnostic in chosen if _paths(diagnostic) & changed]
        self.made += self.latest
        return changed

    def take_back(self, restless: set[str]) -> None:
        """Restore notes that keep changing, and all notes that share a fix with one of them."""
        if not restless:
            return
        rules = sorted({one.rule for one in self.latest if _paths(one) & restless})
        for path in _partners(restless, self.made):
            data, self.results[path] = self.before.pop(path)
            self.texts.held[path] = data
            self.refused[path] = f"its fixes do not come to rest ({', '.join(rules)})"

    def done(self, diagnostics: list[Diagnostic]) -> Fixed:
        """What came of it."""
        changed = {path: self.texts.read(path) for path, (data, _) in self.before.items() if self.texts.read(path) != data}
        made = Counter(diagnostic.rule for diagnostic in self.made if _paths(diagnostic) <= set(self.before))
        return Fixed(changed, made, self.refused, diagnostics)

    def _may(self, diagnostic: Diagnostic) -> bool:
        fix = diagnostic.finding.fix
        if fix is None or fix.applicability not in self.allowed or not all(self._knows(edit) for edit in fix.edits):
            return False
        return Applicability.UNSAFE in self.allowed or not any(self._changes_number(edit) for edit in fix.edits)

    def _knows(self, edit: Edit) -> bool:
        path = edit.place.path
        if path not in self.results or path in self.refused:
            return False
        source = self.texts.source(path)
        return source is not None and fits(edit, source)

    def _changes_number(self, edit: Edit) -> bool:
        source = self.texts.source(edit.place.path)
        return source is not None and changes_number(edit, source, self.results[source.path].facts)

    def _after(self, path: str, edits: list[Edit]) -> tuple[bytes, NoteResult, str]:
        source = self.texts.source(path)
        assert source is not None
        text = edited(source, edits)
        data = text.encode("utf-8")
        if not keeps_the_rest(source, edits, Source(path, text)):
            return data, self.results[path], "a line end would change that the fix is not about"
        result = analyse_bytes(path, data, self.reference)
        missing = lost(self.results[path].facts, result.facts, edits)
        return data, result, f"the result would lose {missing}" if missing else ""

    def _replace(self, path: str, data: bytes, result: NoteResult) -> None:
        if path not in self.before:
            self.before[path] = (self.texts.read(path), self.results[path])
        self.texts.held[path] = data
        self.results[path] = result


def _together(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, list[Edit]]]:
    """The fixes that do not overlap, first come first served, and their edits by note."""
    taken = Taken()
    chosen = [one for one in diagnostics if one.finding.fix and taken.take(one.finding.fix.edits)]
    return chosen, taken.edits()


def _paths(diagnostic: Diagnostic) -> set[str]:
    return {edit.place.path for edit in diagnostic.finding.fix.edits} if diagnostic.finding.fix else set()


def _partners(paths: set[str], made: list[Diagnostic]) -> set[str]:
    """`paths` and all notes that a chain of shared fixes ties to them."""
    found = set(paths)
    while True:
        more = {path for one in made if _paths(one) & found for path in _paths(one)} - found
        if not more:
            return found
        found |= more
