"""A run: every stage, over all notes."""

import os

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic, Finding
from notelint.engine.accept import accept, accepted_words
from notelint.engine.follow import follow, holds_every_note, mends_heading
from notelint.engine.result import NoteResult
from notelint.engine.select import check_names, diagnose, known_names, ordered, selected
from notelint.engine.suppress import suppress
from notelint.facts import Corpus, Facts, Tree
from notelint.reference import Reference
from notelint.rules import CORPUS_RULES, RUN_RULES
from notelint.source.witness import Witness


class Run(msgspec.Struct, frozen=True):
    """What came of it: diagnostics in order, and the facts of every note that was read."""

    diagnostics: list[Diagnostic]
    notes: dict[str, Facts]
    witness: Witness = msgspec.field(default_factory=dict)
    """What was seen of the folders around the notes."""


def check(
    results: dict[str, NoteResult],
    config: Config,
    reference: Reference,
    base: str | None = None,
    *,
    corpus: bool = True,
    tree: Tree | None = None,
) -> Run:
    """Corpus rules, selection, suppression and order over analysed notes; `corpus=False` leaves the corpus rules out.

    `tree` are the files around the notes, by default those below `base` (the working directory) on the disk.
    """
    check_names(config)
    notes = {path: result.facts for path, result in results.items()}
    findings = [pair for result in results.values() for pair in result.findings]
    tree = tree or Tree(base or os.getcwd(), str(config.root))
    everything = Corpus(notes, tree)
    if corpus:
        findings += _corpus_findings(everything, config, reference)
    shown = list(accept(diagnose(findings, config), accepted_words(config)))
    shown = list(follow(shown, everything, complete=corpus and _is_complete(shown, everything)))
    left, used = suppress(shown, {path: facts.suppressions for path, facts in notes.items()})
    judged = {one: rules for one, rules in used.items() if corpus or rules}
    about = [(rule.ID, finding) for rule in RUN_RULES for finding in rule.check(judged, known_names())]
    about_left, _ = suppress(diagnose(about, config), {path: facts.suppressions for path, facts in notes.items()})
    return Run(ordered([*left, *about_left]), notes, tree.witness())


def _is_complete(diagnostics: list[Diagnostic], corpus: Corpus) -> bool:
    """Were all notes read? Only asked where it matters: it lists folders."""
    return any(mends_heading(one, corpus) for one in diagnostics) and holds_every_note(corpus)


def _corpus_findings(corpus: Corpus, config: Config, reference: Reference) -> list[tuple[str, Finding]]:
    chosen = selected(config)
    return [(rule.ID, finding) for rule in CORPUS_RULES if rule.ID in chosen for finding in rule.check(corpus, reference)]
