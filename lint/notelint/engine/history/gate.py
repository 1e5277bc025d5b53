"""Which findings of a run count."""

from typing import TYPE_CHECKING

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.run.result import NoteResult
from notelint.engine.run.run import check
from notelint.reference import Reference
from notelint.source import Texts

if TYPE_CHECKING:
    from notelint.engine.history.baseline import Baseline
    from notelint.engine.history.baseline_match import BaselineMatch
    from notelint.engine.history.changed import CommitChange


class Gate(msgspec.Struct):
    """Analysed notes -> the diagnostics that are shown and decide the exit code: those of a change, and none that the baseline knows.

    `corpus=False` leaves the corpus rules out. `matched` tells how the last run stood to the baseline, if there is one.
    """

    config: Config
    reference: Reference
    texts: Texts
    corpus: bool = True
    baseline: "Baseline | None" = None
    change: "CommitChange | None" = None
    matched: "BaselineMatch | None" = None

    def __call__(self, results: dict[str, NoteResult]) -> list[Diagnostic]:
        """All rules over `results` as they are now."""
        found = check(results, self.config, self.reference, corpus=self.corpus).diagnostics
        if self.baseline:
            from notelint.engine.history.baseline_match import match  # noqa: PLC0415 - few runs have a baseline

            self.matched = match(self.baseline, found, results, self.texts, self.config, corpus=self.corpus)
            found = self.matched.new
        return self.change.findings(found, self.texts) if self.change else found
