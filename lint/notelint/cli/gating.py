"""What `check` leaves out: what the baseline knows, and what a change has not touched."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.output import say
from notelint.cli.reading import RunInput
from notelint.cli.setup import fail
from notelint.engine.history.baseline_file import find_baseline

if TYPE_CHECKING:
    from notelint.cli.check import CheckRequest
    from notelint.diagnostic import Diagnostic
    from notelint.engine.history.baseline import Baseline
    from notelint.engine.history.baseline_match import BaselineMatch
    from notelint.engine.history.changed import CommitChange
    from notelint.engine.history.gate import Gate
    from notelint.engine.history.git import Repository


def gate_for(reading: RunInput, paths: Sequence[str], wanted: "CheckRequest") -> "Gate":
    """The gate that the options ask for; ends the run when it cannot be had."""
    from notelint.engine.history.gate import Gate

    since = wanted.changed_since or (os.environ.get("PRE_COMMIT_FROM_REF") if wanted.staged else None)
    change = _change(reading, paths, wanted, since) if since or wanted.staged else None
    return Gate(reading.config, reading.reference, reading.texts, wanted.corpus_rules, baseline_for(reading, wanted), change)


def baseline_for(reading: RunInput, wanted: "CheckRequest") -> "Baseline | None":
    """The baseline that the options ask for, or the one that lies there."""
    config = reading.config
    if wanted.baseline and config.home:
        fail("--baseline: with --config-from the baseline of that commit is used; leave out one of the two")
    path = Path(wanted.baseline) if wanted.baseline else find_baseline(config.home or config.root)
    if path is None or wanted.no_baseline:
        return None
    from notelint.engine.history.baseline import load_baseline

    config.boundary.check_file(path)
    baseline = load_baseline(path)
    if config.home:  # names in it are relative to where the file is in the repository
        baseline.path = config.root / os.path.relpath(path, config.home)
    return baseline


def less_known(diagnostics: "list[Diagnostic]", reading: RunInput, wanted: "CheckRequest") -> "list[Diagnostic]":
    """Those of all notes that the baseline does not know."""
    baseline = baseline_for(reading, wanted)
    if baseline is None:
        return diagnostics
    from notelint.engine.history.baseline_match import match

    matched = match(baseline, diagnostics, reading.notes, reading.texts, reading.config, corpus=wanted.corpus_rules)
    say_what_is_gone(baseline, matched)
    return matched.new


def say_what_is_gone(baseline: "Baseline", matched: "BaselineMatch") -> None:
    """Tell on standard error what the baseline silences, and which of its entries no longer occur."""
    name = os.path.relpath(baseline.path)
    if matched.known:
        say(f"{matched.known} known finding{'s' * (matched.known != 1)} left out ({name})")
    for note, identity in list(matched.gone)[:10]:
        say(f"{name}: no longer found in {note}: {identity.rule}: {identity.text or identity.subject}")
    gone = matched.gone.total()
    if gone:
        what = "1 entry no longer occurs" if gone == 1 else f"{gone} entries no longer occur"
        say(f"{name}: {what}; `notelint baseline prune` removes what is gone")


def _change(reading: RunInput, paths: Sequence[str], wanted: "CheckRequest", since: str | None) -> "CommitChange | None":
    """What has changed since a commit, else what the next commit changes; pre-commit names the commits to compare in PRE_COMMIT_FROM_REF when it checks a range of them."""
    from notelint.engine.history.changed import CommitComparison
    from notelint.engine.history.git import GitError, Repository

    try:
        repository = Repository(str(reading.config.root))
        only = None if since else frozenset(repository.staged())
        if only is not None and not only:
            return None
        commit = _base(repository, since) if since else repository.head()
        comparison = CommitComparison(repository, commit, reading.config, reading.reference, wanted.corpus_rules, only)
        located = [reading.stdin or "." if path == "-" else path for path in paths]
        return comparison.change(reading.results, located, reading.texts)
    except GitError as error:
        fail(str(error))


def _base(repository: "Repository", ref: str) -> str:
    commit, known = repository.fork(ref)
    if not known:
        why = "this is a shallow clone" if repository.shallow else "they have no common history"
        say(f"compared with {ref} itself, not with the commit where the branch left it, because {why}")
    return commit
