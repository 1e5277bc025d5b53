"""A run against a baseline: what is new, what is known, what no longer occurs."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from notelint.config import Config
from notelint.diagnostic import Diagnostic, Identity, identify
from notelint.engine.history.baseline import Baseline, KnownNote, record
from notelint.engine.run.select import selected
from notelint.rules import RULES_BY_ID, Scope
from notelint.source import Source, Texts


@dataclass
class BaselineMatch:
    """`new` findings in order; how many are `known`; `gone`: note and identity of what was known and does not occur; notes that moved."""

    new: list[Diagnostic] = field(default_factory=list)
    known: int = 0
    gone: Counter[tuple[str, Identity]] = field(default_factory=Counter)
    renames: dict[str, str] = field(default_factory=dict)


class KnownFindings:
    """A baseline as it holds for the notes at some paths: those that moved are known under their new names."""

    def __init__(self, baseline: Baseline, paths: Iterable[str], texts: Texts) -> None:
        self.renames = baseline.renames(paths, texts)
        self.baseline = baseline.follow(self.renames)

    def compared(self, path: str, diagnostics: Iterable[Diagnostic], source: Source | None) -> tuple[list[Diagnostic], Counter[Identity]]:
        """Those of the diagnostics of a note that are new, in order, and what is known of the note and does not occur."""
        note = self.baseline.notes.get(self.baseline.name(path))
        left = Counter(note.findings) if note else Counter[Identity]()
        new = []
        for diagnostic in diagnostics:
            identity = identify(diagnostic, source)
            if left[identity] > 0:
                left[identity] -= 1
            else:
                new.append(diagnostic)
        return new, left


def match(
    baseline: Baseline, diagnostics: Iterable[Diagnostic], paths: Iterable[str], texts: Texts, config: Config, *, corpus: bool
) -> BaselineMatch:
    """`paths` are the notes that were read. What the run could not have found (other notes, other rules) is not called gone."""
    paths = list(paths)
    known = KnownFindings(baseline, paths, texts)
    followed = known.baseline
    left = {name: Counter(note.findings) for name, note in followed.notes.items()}
    result = BaselineMatch(renames=known.renames)
    by_note: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_note.setdefault(diagnostic.place.path, []).append(diagnostic)
    for path, found in by_note.items():
        new, left[followed.name(path)] = known.compared(path, found, texts.source(path))
        result.new += new
        result.known += len(found) - len(new)
    read = {followed.name(path) for path in paths}
    complete = all(name in read or not followed.exists(name) for name in followed.notes)
    judged = _judged(config, whole=corpus and complete)
    for name, counts in left.items():
        if name in read or not followed.exists(name):
            result.gone.update({(name, identity): count for identity, count in counts.items() if count > 0 and judged(identity.rule)})
    return result


def _judged(config: Config, *, whole: bool) -> Callable[[str], bool]:
    """Could the run have found something under this rule? A rule that is no more finds nothing."""
    chosen = selected(config)

    def judged(rule: str) -> bool:
        known = RULES_BY_ID.get(rule)
        return known is None or (rule in chosen and (whole or known.SCOPE is Scope.NOTE))

    return judged


def pruned(baseline: Baseline, found: BaselineMatch) -> Baseline:
    """Without what is gone; moved notes under their new names."""
    followed = baseline.follow(found.renames)
    for (name, identity), count in found.gone.items():
        followed.notes[name].findings[identity] -= count
    return _without_empty(followed)


def updated(baseline: Baseline, found: BaselineMatch, diagnostics: Iterable[Diagnostic], texts: Texts) -> Baseline:
    """Pruned, with the new findings taken in and the sketches of the notes that were read made anew."""
    result = pruned(baseline, found)
    fresh = record(baseline.path, diagnostics, texts)
    for name, note in fresh.notes.items():
        kept = result.notes.setdefault(name, KnownNote())
        kept.lines = note.lines
    for name, note in record(baseline.path, found.new, texts).notes.items():
        result.notes[name].findings.update(note.findings)
    return _without_empty(result)


def _without_empty(baseline: Baseline) -> Baseline:
    notes = {name: KnownNote(note.lines, +note.findings) for name, note in baseline.notes.items()}
    return Baseline(baseline.path, {name: note for name, note in notes.items() if note.findings})
