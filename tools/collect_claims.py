"""Makes tools/claims-training.tsv from notes: what their quantities may be about, as numbers, with what is right. No text is kept.

    python tools/collect_claims.py [--labels FACTS.tsv QUANTITIES.tsv SCOPE.tsv] FOLDER...

Each folder is a source of its own. Labels are tables with a column `slug` for the name of the folder; see _Labels for the other columns.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from notelint.claims.claims import ClaimReader
from notelint.claims.hypotheses import Hypothesis
from notelint.claims.narrowings import NARROWING
from notelint.claims.readings import Read
from notelint.claims.value_match import Match
from notelint.config import Config, Options
from notelint.document import Document, parse
from notelint.reference import Reference, load_reference
from notelint.source import Source, decode
from notelint.subjects.mentions import MentionReader
from notelint.subjects.subjects import SubjectReader

ROWS = Path(__file__).resolve().parent / "claims-training.tsv"
RARE = 2.0
"""Surprise from which on a match of numbers is no coincidence."""
SILVER_NONE = 2
"""Every which row that nothing explains is kept."""


class _Labels:
    """Facts (line, column, quote, entity, attribute, reference_attribute) and quantities that state nothing (checkable is "no")."""

    def __init__(self, paths: list[str]) -> None:
        self.facts: dict[tuple[str, str, int], list[dict[str, str]]] = defaultdict(list)
        self.idle: dict[tuple[str, str, int], list[dict[str, str]]] = defaultdict(list)
        for path in paths:
            with Path(path).open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    if "entity" in row:
                        self.facts[row["slug"], row["path"], int(row["line"])].append(row)
                    elif row.get("checkable") == "no":
                        self.idle[row["slug"], row["path"], int(row["line"])].append(row)

    def right(self, key: tuple[str, str, int], column: int, size: int, hypotheses: list[Hypothesis]) -> set[int]:
        """The hypotheses that the labels call right; empty where there is no label."""
        facts = [row for row in self.facts[key] if _overlaps(row, column, size)]
        if facts:
            return set().union(*(_named(row, hypotheses) for row in facts))
        idle = [row for row in self.idle[key] if _overlaps(row, column, size)]
        return {index for index, one in enumerate(hypotheses) if one.slot is None} if idle else set()


def _overlaps(row: dict[str, str], column: int, size: int) -> bool:
    start = int(row["column"])
    return column < start + max(1, len(row["quote"])) and start < column + max(1, size)


def _named(row: dict[str, str], hypotheses: list[Hypothesis]) -> set[int]:
    """The slot that the label names, of the entity itself or one that it is part of; else its entity without a slot."""
    names = {name for text in (row["attribute"], *row["reference_attribute"].split("|")) for name in _attribute_names(text)}
    near = [index for index, one in enumerate(hypotheses) if one.entity and _near(one.entity, row["entity"])]
    slots = [index for index in near if hypotheses[index].attribute in names]
    if not slots and row["reference_attribute"]:
        slots = [index for index in near if hypotheses[index].valued and hypotheses[index].explanation.match >= Match.FORMER]
    own = [index for index in slots if hypotheses[index].entity == row["entity"]]
    if own or slots:
        return set(own or slots)
    return {index for index in near if hypotheses[index].slot is None or hypotheses[index].explanation.match >= Match.FORMER}


def _attribute_names(text: str) -> Iterator[str]:
    if text:
        yield text
        yield from (text.removesuffix(end) for end in ("_max", "_min", "_default"))


def _near(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _silver(hypotheses: list[Hypothesis]) -> tuple[set[int], float]:
    """What the number tells: the slots that explain it, if it is a rare one; none of them if nothing does. (Nothing, 0) where it tells nothing."""
    valued = [index for index, one in enumerate(hypotheses) if one.valued]
    matches = [index for index in valued if hypotheses[index].explanation.match >= Match.FORMER]
    if matches:
        rare = max(hypotheses[index].explanation.surprise for index in matches) >= RARE
        return (set(matches), 1.0 if len(matches) == 1 else 0.5) if rare else (set(), 0.0)
    if not valued or any(hypotheses[index].explanation.match is Match.PART for index in valued):
        return set(), 0.0
    return {index for index, one in enumerate(hypotheses) if not one.valued}, 0.5


class Collector:
    """Reads notes with one Reference."""

    def __init__(self, reference: Reference, labels: _Labels) -> None:
        self._subjects = SubjectReader(reference, MentionReader(reference))
        self._claims = ClaimReader(reference, self._subjects)
        self._labels = labels

    def rows(self, folder: Path, source: str) -> Iterator[tuple[str, str, float, set[int], list[Hypothesis]]]:
        """(source, kind, weight, right ones, hypotheses) of all quantities that tell something."""
        skipped = 0
        for path in sorted(folder.rglob("*.md")):
            name = str(path.relative_to(folder))
            document = parse(Source(name, decode(name, path.read_bytes()).text))
            for read in self._reads(document):
                hypotheses = [one.hypothesis for one in read.weighed]
                span = read.around.reading.statement.text.span(read.around.found.start, read.around.found.end)
                position = document.source.position(span.start)
                right = self._labels.right((folder.name, name, position.line), position.column, span.end - span.start, hypotheses)
                if right:
                    yield source, "gold", 2.0, right, hypotheses
                    continue
                right, weight = _silver(hypotheses)
                is_none = bool(right) and not any(hypotheses[index].valued for index in right)
                skipped += is_none
                if right and not (is_none and skipped % SILVER_NONE):
                    yield source, "silver", weight * (SILVER_NONE if is_none else 1), right, hypotheses

    def _reads(self, document: Document) -> Iterator[Read]:
        readings = self._subjects.read(document)
        note = self._claims.note(document, readings)
        for reading in readings.values():
            yield from self._claims.reads(note, reading, readings)


def write(rows: list[tuple[str, str, float, set[int], list[Hypothesis]]]) -> None:
    """The training file: names of the features in the first line, then one row per quantity; `3:0.5` is feature 3 with the value 0.5, `3` with 1."""
    names = sorted({name for *_, hypotheses in rows for one in hypotheses for name in one.features} - NARROWING)
    index = {name: str(number) for number, name in enumerate(names)}
    lines = ["\t".join(names)]
    for source, kind, weight, right, hypotheses in rows:
        packed = [
            " ".join(
                index[name] if value == 1.0 else f"{index[name]}:{value:.2g}"
                for name, value in sorted(one.features.items())
                if name in index
            )
            for one in hypotheses
        ]
        lines.append("\t".join([source, kind, f"{weight:g}", ",".join(map(str, sorted(right))), *packed]))
    ROWS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Collect and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--labels", nargs="*", default=[])
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 11, 1))
    options = parser.parse_args()
    reference = load_reference(Config(Options(as_of=options.as_of), Path(__file__).parent))
    collector = Collector(reference, _Labels(options.labels))
    rows = [row for number, folder in enumerate(options.folders) for row in collector.rows(Path(folder), f"s{number:02}")]
    write(rows)
    print(f"{len(rows)} rows, {sum(kind == 'gold' for _, kind, *_ in rows)} of them labelled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
