"""A run: every stage, over all notes."""

import os
from collections.abc import Iterable

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic, Finding
from notelint.engine.run.accept import accept, accepted_words
from notelint.engine.run.groups import Groups, form
from notelint.engine.run.heading_links import follow, holds_every_note, mends_heading
from notelint.engine.run.merge import merge
from notelint.engine.run.result import NoteResult
from notelint.engine.run.select import check_names, diagnose, known_names, names_not_run, ordered, selected
from notelint.engine.run.suppress import suppress
from notelint.links.tree import Tree
from notelint.notes import Corpus
from notelint.reference import Reference
from notelint.rules import RUN_RULES


class Run(msgspec.Struct, frozen=True):
    """What came of it: diagnostics in order, the notes that they are about, and what was compared (None without corpus rules)."""

    diagnostics: list[Diagnostic]
    corpus: Corpus
    groups: Groups | None


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

    `tree` are the files around the notes, by default those below `base` (that of the configuration, else the working directory) on the disk.
    """
    check_names(config)
    everything = Corpus(
        {path: result.facts for path, result in results.items()},
        tree or Tree(base or config.base or os.getcwd(), str(config.root)),
        site=config.options.site,
    )
    groups = form(everything, reference, selected(config)) if corpus else None
    findings = [pair for result in results.values() for pair in result.findings]
    findings += groups.found() if groups else ()
    return Run(shown(findings, results, everything, config, complete=corpus), everything, groups)


def shown(
    findings: Iterable[tuple[str, Finding]], paths: Iterable[str], corpus: Corpus, config: Config, *, complete: bool
) -> list[Diagnostic]:
    """What is told of the findings in the notes at `paths`, in order; `complete` if the corpus rules are among them."""
    diagnostics = list(accept(merge(diagnose(findings, config)), accepted_words(config)))
    diagnostics = list(follow(diagnostics, corpus, complete=complete and _holds_all_links(diagnostics, corpus)))
    suppressions = {path: corpus.notes[path].suppressions for path in paths}
    left, used = suppress(diagnostics, suppressions)
    judged = {
        one: rules | names_not_run(one.place.path, config, complete=complete)
        for one, rules in used.items()
        if rules or (complete and not corpus.notes[one.place.path].partial)
    }
    about = [(rule.ID, finding) for rule in RUN_RULES for finding in rule.check(judged, known_names())]
    about_left, _ = suppress(diagnose(about, config), suppressions)
    return ordered([*left, *about_left])


def _holds_all_links(diagnostics: list[Diagnostic], corpus: Corpus) -> bool:
    """Whether all notes were read that may link to a heading. Only asked where one would be fixed: it lists folders."""
    return any(mends_heading(one, corpus) for one in diagnostics) and holds_every_note(corpus)
