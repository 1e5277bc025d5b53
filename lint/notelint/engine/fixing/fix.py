"""Makes the fixes of findings, round by round, in memory, and writes what came of them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from notelint.diagnostic import Applicability, Diagnostic, Edit
from notelint.engine.fixing.edits import Taken, edited, fits, keeps_the_rest
from notelint.engine.fixing.fix_guard import Lost, agrees_after, changes_number, lost
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import NoteResult
from notelint.reference import Reference
from notelint.source import Source, Texts
from notelint.source.write import Staging

ROUNDS = 10
"""More rounds than any chain of fixes needs; what still changes then goes round in circles."""

Judge = Callable[[dict[str, NoteResult]], list[Diagnostic]]
"""Analysed notes -> the diagnostics that are shown for them; only these are fixed."""


@dataclass
class Fixed:
    """`changed` maps paths to new bytes; `refused` says why a note was left alone; `diagnostics` are what remains."""

    changed: dict[str, bytes] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)
    refused: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def fix(results: dict[str, NoteResult], judge: Judge, texts: Texts, reference: Reference, *, unsafe: bool = False) -> Fixed:
    """Fix until nothing changes; `results` and `texts` then hold the fixed notes. The edits of one fix are made together or not at all. Nothing is written."""
    work = _Work(results, judge, texts, reference, unsafe)
    return work.done(work.run())


def fix_files(
    results: dict[str, NoteResult],
    judge: Judge,
    texts: Texts,
    reference: Reference,
    *,
    unsafe: bool = False,
    unwritten: frozenset[str] = frozenset(),
) -> Fixed:
    """The same, and write the notes, but for those at the paths `unwritten`. A file that cannot be written, or is no longer what was read, is left alone and named."""
    work = _Work(results, judge, texts, reference, unsafe)
    diagnostics = work.run()
    return work.done(judge(results) if work.write(unwritten) else diagnostics)


class _Work:
    """The notes as they are after the rounds so far."""

    def __init__(self, results: dict[str, NoteResult], judge: Judge, texts: Texts, reference: Reference, unsafe: bool) -> None:
        self.results = results
        self.judge = judge
        self.texts = texts
        self.reference = reference
        self.allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
        self.before: dict[str, tuple[bytes, NoteResult]] = {}
        self.made: list[Diagnostic] = []
        self.latest: list[Diagnostic] = []
        self.refused: dict[str, str] = {}
        self._current: set[str] = set()

    def run(self) -> list[Diagnostic]:
        """All rounds; returns the diagnostics that remain."""
        diagnostics = self._diagnostics()
        for _ in range(ROUNDS):
            if not self.round(diagnostics):
                return diagnostics
            diagnostics = self._diagnostics()
        self._settle(self.round(diagnostics))
        return self.judge(self.results)

    def _diagnostics(self) -> list[Diagnostic]:
        """Those of the notes as they are now: a note that a fix would change is read again before the first change."""
        diagnostics = self.judge(self.results)
        while self._reads_another_text(diagnostics):
            diagnostics = self.judge(self.results)
        return diagnostics

    def _reads_another_text(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Read the notes that fixes would change; is any not what was analysed?"""
        concerned = {path for one in diagnostics if self._is_allowed(one) for path in _paths(one)} & self.results.keys() - self._current
        self._current |= concerned
        others = [path for path in sorted(concerned) if self._reads_another(path)]
        return bool(others)

    def _reads_another(self, path: str) -> bool:
        try:
            data = self.texts.held[path] = self.texts.read(path)
        except OSError as error:
            self.refused[path] = error.strerror or "it cannot be read"
            return False
        known, self.results[path] = self.results[path], analyse_bytes(path, data, self.reference, outlined=False)
        return not _are_same(known, self.results[path])

    def round(self, diagnostics: Iterable[Diagnostic]) -> set[str]:
        """Make all fixes that go together; returns the paths of the notes that changed."""
        wanted = [diagnostic for diagnostic in diagnostics if self._may(diagnostic)]
        while True:
            chosen, edits = _together(wanted)
            new = {path: self._after(path, each) for path, each in edits.items()}
            refused = {path: after.reason for path, after in new.items() if after.reason}
            doubtful = {id(one) for path in refused for one in self._unfit(path, [one for one in chosen if path in _paths(one)])}
            for path, reason in refused.items():
                if all(id(one) in doubtful for one in chosen if path in _paths(one)):
                    self.refused[path] = reason
            doubtful |= {id(one) for one in chosen if not _paths(one) & refused.keys() and not self._is_confirmed(one, edits, new)}
            if not doubtful:
                break
            wanted = [one for one in wanted if id(one) not in doubtful and not _paths(one) & self.refused.keys()]
        changed = {path for path, after in new.items() if after.data != self.texts.read(path)}
        for path in changed:
            self._replace(path, new[path].data, new[path].result)
        self.latest = [diagnostic for diagnostic in chosen if _paths(diagnostic) & changed]
        self.made += self.latest
        return changed

    def _unfit(self, path: str, fixes: list[Diagnostic]) -> list[Diagnostic]:
        """Those of the fixes that cannot be made in a note, since something would be lost: first those beside what is lost are tried, then halves."""
        after = self._after(path, _together(fixes)[1][path])
        if not after.reason:
            return []
        if len(fixes) == 1:
            return fixes
        lines = {lost.place.start.line for lost in after.lost}
        beside = [one for one in fixes if _lines(one, path) & lines]
        others = [one for one in fixes if one not in beside]
        if beside and others:
            alone = len(beside) == len(lines) == len(set[int]().union(*(_lines(one, path) & lines for one in beside)))
            return (beside if alone else self._unfit(path, beside)) + self._unfit(path, others) or others
        half = len(fixes) // 2
        return self._unfit(path, fixes[:half]) + self._unfit(path, fixes[half:]) or fixes[half:]

    def _settle(self, restless: set[str]) -> None:
        """Restore notes that keep changing."""
        rules = sorted({one.rule for one in self.latest if _paths(one) & restless})
        self._take_back(dict.fromkeys(restless, f"its fixes do not come to rest ({', '.join(rules)})"))

    def _take_back(self, reasons: dict[str, str]) -> None:
        """Restore notes, and all notes that share a fix with one of them."""
        shared = f"it shares a fix with {', '.join(sorted(reasons))}"
        for path in _partners(set(reasons), self.made):
            data, self.results[path] = self.before.pop(path)
            self.texts.held[path] = data
            self.refused[path] = reasons.get(path, shared)

    def write(self, unwritten: frozenset[str]) -> bool:
        """Replace the files of all changed notes; was any left alone?"""
        with Staging() as staging:
            files = [path for path in self._changed() if path not in unwritten]
            refused = {path: why for path in files if (why := staging.add(path, self.before[path][0], self.texts.read(path)))}
            self._take_back(refused)
            late = {path: why for path in files if path in self.before and (why := staging.replace(path))}
            self._take_back(late)
        return bool(refused or late)

    def _changed(self) -> dict[str, bytes]:
        return {path: self.texts.read(path) for path, (data, _) in self.before.items() if self.texts.read(path) != data}

    def done(self, diagnostics: list[Diagnostic]) -> Fixed:
        """What came of it."""
        made = Counter(diagnostic.rule for diagnostic in self.made if _paths(diagnostic) <= set(self.before))
        return Fixed(self._changed(), made, self.refused, diagnostics)

    def _is_allowed(self, diagnostic: Diagnostic) -> bool:
        fix = diagnostic.finding.fix
        return fix is not None and fix.applicability in self.allowed

    def _may(self, diagnostic: Diagnostic) -> bool:
        fix = diagnostic.finding.fix
        if fix is None or not self._is_allowed(diagnostic) or not all(self._knows(edit) for edit in fix.edits):
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

    def _after(self, path: str, edits: list[Edit]) -> "_After":
        source = self.texts.source(path)
        assert source is not None
        text = edited(source, edits)
        data = text.encode("utf-8")
        if not keeps_the_rest(source, edits, Source(path, text)):
            return _After(data, self.results[path], "a line end would change that the fix is not about")
        result = analyse_bytes(path, data, self.reference, outlined=False)
        missing = lost(self.results[path].facts, result.facts, edits)
        return _After(data, result, f"the result would lose {missing[0].words}" if missing else "", tuple(missing))

    def _is_confirmed(self, diagnostic: Diagnostic, edits: dict[str, list[Edit]], new: dict[str, "_After"]) -> bool:
        """Whether a claim that the fix corrects agrees with the canonical values once it is read again."""
        return diagnostic.category != "facts" or all(
            agrees_after(edit, self.results[path].facts, new[path].result.facts, edits[path], self.reference)
            for edit in (diagnostic.finding.fix.edits if diagnostic.finding.fix else ())
            for path in (edit.place.path,)
        )

    def _replace(self, path: str, data: bytes, result: NoteResult) -> None:
        if path not in self.before:
            self.before[path] = (self.texts.read(path), self.results[path])
        self.texts.held[path] = data
        self.results[path] = result


class _After(NamedTuple):
    """A note as it would be with some edits made; `reason` says why they must not be."""

    data: bytes
    result: NoteResult
    reason: str
    lost: tuple[Lost, ...] = ()


def _are_same(one: NoteResult, other: NoteResult) -> bool:
    """Up to the outline, which is not always made."""
    without = [msgspec.structs.replace(result.facts, outlined=b"") for result in (one, other)]
    return one.findings == other.findings and without[0] == without[1]


def _together(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, list[Edit]]]:
    """The fixes that do not overlap, first come first served, and their edits by note."""
    taken = Taken()
    chosen = [one for one in diagnostics if one.finding.fix and taken.take(one.finding.fix.edits)]
    return chosen, taken.edits()


def _paths(diagnostic: Diagnostic) -> set[str]:
    return {edit.place.path for edit in diagnostic.finding.fix.edits} if diagnostic.finding.fix else set()


def _lines(diagnostic: Diagnostic, path: str) -> set[int]:
    """The lines of a note that the fix changes."""
    return {edit.place.start.line for edit in diagnostic.finding.fix.edits if edit.place.path == path} if diagnostic.finding.fix else set()


def _partners(paths: set[str], made: list[Diagnostic]) -> set[str]:
    """`paths` and all notes that a chain of shared fixes ties to them."""
    found = set(paths)
    while True:
        more = {path for one in made if _paths(one) & found for path in _paths(one)} - found
        if not more:
            return found
        found |= more
