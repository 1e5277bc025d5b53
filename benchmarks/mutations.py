"""How many false claims does notelint catch? Changes one true claim of a note at a time and looks what is reported.

    python benchmarks/mutations.py [--seed N] [--limit N] [--as-of DATE] [--pack NAME] [--json] [--misses] PATH...

A claim is changed if its entity and attribute are read from the note, the packs know a value, and the claim agrees with it. A mutant is caught
if wrong-value, outdated-value, conflicting-values, wrong-dimension or inverted-range reports the changed place, or shows it as related. What
is reported of other lines and was not reported of the untouched note is a false accusation; what is reported of the untouched notes is listed too.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mutants import KINDS, Mutant, mutants
from notelint.claims.claim import Claim
from notelint.claims.claims import ClaimReader
from notelint.claims.judge import Status, judge
from notelint.config import Config, Options
from notelint.diagnostic import Finding
from notelint.document import parse
from notelint.engine.run.groups import form
from notelint.links.tree import Tree
from notelint.notes import Corpus, Facts, Note
from notelint.reference import CanonicalValue, Reference, load_reference
from notelint.rules import conflicting_values, inverted_range, outdated_value, wrong_dimension, wrong_value
from notelint.source import Source, decode
from notelint.subjects.mentions import MentionReader
from notelint.subjects.subjects import SubjectReader

RULES = (inverted_range, outdated_value, wrong_dimension, wrong_value)


class Reader:
    """Reads claims, and nothing else, of notes."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self._subjects = SubjectReader(reference, MentionReader(reference))
        self._claims = ClaimReader(reference, self._subjects)

    def note(self, path: str, text: str) -> Note:
        """The note with its claims as only facts."""
        document = parse(Source(path, text))
        return Note(document, Facts(path, tuple(self._claims.read(document, self._subjects.read(document)))))

    def findings(self, note: Note) -> dict[str, list[Finding]]:
        """What the rules report, by rule id."""
        found = {rule.ID: list(rule.check(note, self.reference)) for rule in RULES}
        groups = form(Corpus({note.facts.path: note.facts}, Tree(".")), self.reference, {conflicting_values.ID})
        found[conflicting_values.ID] = [finding for _, finding in groups.found()]
        return found

    def true_claims(self, note: Note) -> list[tuple[Claim, CanonicalValue]]:
        """The claims that agree with a canonical value, with that value."""
        verdicts = [(claim, judge(claim, self.reference)) for claim in note.facts.claims if claim.quantity is not None]
        return [(claim, verdict.value) for claim, verdict in verdicts if verdict.status is Status.AGREES and verdict.value]


@dataclass
class Score:
    """What became of the mutants of one kind."""

    mutants: int = 0
    caught: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Caught of all."""
        return self.caught / self.mutants if self.mutants else 1.0


@dataclass
class Outcome:
    """Everything that a run found."""

    notes: int = 0
    claims: int = 0
    scores: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in KINDS})
    missed: list[Mutant] = field(default_factory=list)
    accused: list[str] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)


def run(paths: list[str], reader: Reader, seed: int, limit: int | None) -> Outcome:
    """The benchmark over all notes of `paths`."""
    outcome = Outcome()
    untouched: dict[str, set[tuple[str, str]]] = {}
    every: list[Mutant] = []
    for path in notes(paths):
        note = reader.note(path, decode(path, Path(path).read_bytes()).text)
        claims = reader.true_claims(note)
        outcome.notes += 1
        outcome.claims += len(claims)
        untouched[path] = {(rule, finding.message) for rule, findings in reader.findings(note).items() for finding in findings}
        outcome.reported += sorted(f"{path} [{rule}] {message}" for rule, message in untouched[path])
        every += mutants(path, note.source.text, claims, reader.reference)
    if limit is not None and limit < len(every):
        every = sorted(random.Random(seed).sample(every, limit), key=lambda mutant: (mutant.path, mutant.start, mutant.kind))
    for mutant in every:
        _try(mutant, reader, untouched[mutant.path], outcome)
    return outcome


def notes(paths: list[str]) -> Iterator[str]:
    """The Markdown files among and below the paths, in order."""
    for path in paths:
        yield from sorted(str(one) for one in Path(path).rglob("*.md")) if Path(path).is_dir() else [path]


def _try(mutant: Mutant, reader: Reader, untouched: set[tuple[str, str]], outcome: Outcome) -> None:
    score = outcome.scores[mutant.kind]
    score.mutants += 1
    caught = set()
    for rule, findings in reader.findings(reader.note(mutant.path, mutant.text)).items():
        for finding in findings:
            if _touches(mutant, finding):
                caught.add(rule)
            elif (rule, finding.message) not in untouched and finding.place.start.line != mutant.line:
                outcome.accused.append(f"{mutant.path} [{rule}] {finding.message}")
    score.caught += bool(caught)
    score.by_rule.update(caught)
    if not caught:
        outcome.missed.append(mutant)


def _touches(mutant: Mutant, finding: Finding) -> bool:
    places = [finding.place, *(related.place for related in finding.related)]
    low, high = min(mutant.start, mutant.claim.place.span.start), max(mutant.end, mutant.claim.place.span.end)
    return any(place.span.start < high + 8 and low < place.span.end for place in places)


def as_json(outcome: Outcome) -> str:
    """The outcome for machines."""
    total = Score(sum(one.mutants for one in outcome.scores.values()), sum(one.caught for one in outcome.scores.values()))
    kinds = {
        kind: {"mutants": one.mutants, "caught": one.caught, "share": round(one.share, 4), "by_rule": dict(sorted(one.by_rule.items()))}
        for kind, one in outcome.scores.items()
    }
    missed = [
        {
            "kind": mutant.kind, "filename": mutant.path, "line": mutant.line, "entity": mutant.claim.entity, "attribute": mutant.claim.attribute,
            "confidence": mutant.claim.confidence, "before": mutant.before, "after": mutant.after,
        }
        for mutant in outcome.missed
    ]  # fmt: skip
    return json.dumps(
        {
            "version": 1, "notes": outcome.notes, "claims": outcome.claims, "mutants": total.mutants, "caught": total.caught,
            "share": round(total.share, 4), "kinds": kinds, "missed": missed, "accused": outcome.accused, "reported": outcome.reported,
        },
        indent=2, ensure_ascii=False,
    )  # fmt: skip


def as_text(outcome: Outcome, *, misses: bool) -> Iterator[str]:
    """The outcome for people."""
    yield f"{outcome.notes} notes, {outcome.claims} true claims with a canonical value"
    for kind, one in outcome.scores.items():
        rules = ", ".join(f"{rule} {count}" for rule, count in one.by_rule.most_common())
        yield f"  {kind:<10} {one.caught:>5} of {one.mutants:<5} {one.share:7.1%}  {rules}"
    mutated, caught = sum(one.mutants for one in outcome.scores.values()), sum(one.caught for one in outcome.scores.values())
    yield f"  {'all':<10} {caught:>5} of {mutated:<5} {Score(mutated, caught).share:7.1%}"
    yield f"reported elsewhere in a mutated note: {len(outcome.accused)}"
    yield from (f"  {line}" for line in outcome.accused)
    yield f"reported of untouched notes: {len(outcome.reported)}"
    yield from (f"  {line}" for line in outcome.reported)
    for mutant in outcome.missed if misses else ():
        claim = mutant.claim
        yield (
            f"missed {mutant.kind} {mutant.path}:{mutant.line} {claim.entity}.{claim.attribute} {claim.role} "
            f"({claim.certainty}): {mutant.before!r} -> {mutant.after!r}"
        )


def main() -> int:
    """Run and print; 0 unless a path is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--seed", type=int, default=0, help="of the choice that --limit makes")
    parser.add_argument("--limit", type=int, help="number of mutants to try; all by default")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day as of which values are judged; today by default")
    parser.add_argument("--pack", action="append", default=[], help="a pack to use, beside the general one; all by default")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list the mutants that were not caught")
    options = parser.parse_args()
    if missing := [path for path in options.paths if not Path(path).exists()]:
        print(f"no such file or folder: {', '.join(missing)}", file=sys.stderr)
        return 2
    reference = load_reference(Config(Options(as_of=options.as_of, packs=tuple(options.pack)), Path(__file__).parent))
    outcome = run(options.paths, Reader(reference), options.seed, options.limit)
    print(as_json(outcome) if options.json else "\n".join(as_text(outcome, misses=options.misses)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
