"""Fits the weights of schema/claims.json to the rows of tools/claims-training.tsv, and prints how well they do on notes that they were not fitted to.

    python tools/fit_claims.py [--check] [--figures]

--check compares instead of writing; --figures leaves out one source after the other. Bars and doubts are kept as they are in the file.
Rows are made by tools/collect_claims.py. Silver rows are those where a rare number is explained by one slot of those around it, or by none;
gold rows were labelled by hand. No row holds any text.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from claims_model import Features, Row, dot, fit, fit_sparse, softmax

ROOT = Path(__file__).resolve().parents[1]
ROWS = ROOT / "tools" / "claims-training.tsv"
MODEL = ROOT / "schema" / "claims.json"
VALUE = {"value_now": 1.0, "value_former": 0.9, "value_part": 0.4, "value_near": -1.5, "value_none": -2.5, "unnamed": -2.0}
"""Features that depend on the number, with the weights that they are held near: chances of right, former and wrong numbers."""
PULL, VALUE_PULL = 3.0, 10.0
"""Force towards nothing, and towards the given weights of the number."""
LEAST = 0.15
"""Weights below are no weights."""
DIRECT = ("cue_in", "cue_near", "cue_clause", "cue_label", "cue_header")


def read_rows(path: Path) -> list[Row]:
    """The rows of a training file: its first line names the features, the others hold source, kind, weight, right ones and hypotheses."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    names = first.split("\t")
    rows = []
    for line in lines:
        source, kind, weight, right, *hypotheses = line.split("\t")
        rows.append(
            Row(
                source,
                tuple(_features(one, names) for one in hypotheses),
                frozenset(map(int, right.split(","))),
                float(weight),
                kind == "gold",
            )
        )
    return rows


def _features(text: str, names: list[str]) -> Features:
    pairs = (pair.partition(":") for pair in text.split())
    return {names[int(index)]: float(value or "1") for index, _, value in pairs}


def fit_all(rows: list[Row]) -> tuple[Features, Features]:
    """The weights of the choice and those of the certainty."""
    names = sorted({name for row in rows for one in row.hypotheses for name in one} - set(VALUE))
    worded = [one for row in rows if (one := without_number(row)) is not None]
    choice = fit_sparse(worded, names, PULL, LEAST)
    choice |= fit([row for row in rows if row.labelled], sorted(VALUE), VALUE, VALUE_PULL, fixed=choice)
    return choice, fit_certainty(worded, choice)


def without_number(row: Row) -> Row | None:
    """The row as the words alone tell it; None where nothing is left to choose, or what is right was only looked at because of the number."""
    kept = [index for index, one in enumerate(row.hypotheses) if "unnamed" not in one]
    right = frozenset(kept.index(index) for index in row.right if index in kept)
    if not right or len(kept) < 2:
        return None
    hypotheses = tuple({name: value for name, value in row.hypotheses[index].items() if name not in VALUE} for index in kept)
    return Row(row.source, hypotheses, right, row.weight, row.labelled)


def fit_certainty(worded: list[Row], choice: Features) -> Features:
    """How often the best hypothesis is right, where it is one that has values."""
    rows = [one for row in worded if (one := as_decision(row, choice)) is not None]
    return fit_sparse(rows, sorted({name for row in rows for name in row.hypotheses[0]}), PULL, LEAST)


def as_decision(row: Row, choice: Features) -> Row | None:
    """The best hypothesis against none, right or wrong; None where it is one without values."""
    scores = [dot(choice, one) for one in row.hypotheses]
    best = max(range(len(scores)), key=scores.__getitem__)
    chosen = row.hypotheses[best]
    if "slot" not in chosen or "generic" in chosen or "declared" in chosen:
        return None
    lead = scores[best] - max(score for index, score in enumerate(scores) if index != best)
    features = chosen | {"bias": 1.0, "lead": lead / 5, "direct": max(chosen.get(name, 0.0) for name in DIRECT)}
    if "left" not in chosen:
        features["all_explained"] = 1.0
    if "left_sentence" not in chosen:
        features["all_explained_sentence"] = 1.0
    return Row(row.source, (features, {}), frozenset([0 if best in row.right else 1]), 1.0, row.labelled)


def figures(rows: list[Row]) -> str:
    """How often the right hypothesis comes first in notes that the weights were not fitted to, by source, from words alone and with the number."""
    lines = [f"{'source':10} {'rows':>6} {'words':>7} {'number':>7} {'labelled':>9} {'words':>7} {'number':>7}"]
    total = [0] * 6
    for source in sorted({row.source for row in rows}):
        choice, _ = fit_all([row for row in rows if row.source != source])
        counts = _counts([row for row in rows if row.source == source], choice)
        total = [one + other for one, other in zip(total, counts, strict=True)]
        lines.append(_line(source, counts))
    return "\n".join([*lines, _line("all", total)])


def _counts(rows: list[Row], choice: Features) -> list[int]:
    words = {name: weight for name, weight in choice.items() if name not in VALUE}
    counts = []
    for some in (rows, [row for row in rows if row.labelled]):
        counts += [len(some), sum(_is_first(row, words) for row in some), sum(_is_first(row, choice) for row in some)]
    return counts


def _is_first(row: Row, weights: Features) -> bool:
    scores = softmax([dot(weights, one) for one in row.hypotheses])
    return max(range(len(scores)), key=scores.__getitem__) in row.right


def _line(name: str, counts: list[int]) -> str:
    rows, words, number, labelled, labelled_words, labelled_number = counts
    shares = [
        f"{one / of:7.1%}" if of else "      -"
        for one, of in ((words, rows), (number, rows), (labelled_words, labelled), (labelled_number, labelled))
    ]
    return f"{name:10} {rows:>6} {shares[0]} {shares[1]} {labelled:>9} {shares[2]} {shares[3]}"


def model_text(rows: list[Row], now: dict[str, Any]) -> str:
    """The text of schema/claims.json; weights have two decimals."""
    choice, certainty = fit_all(rows)
    parts = {"choice": choice, "certainty": certainty}
    weights = {name: {key: round(value, 2) + 0.0 for key, value in sorted(part.items())} for name, part in parts.items()}
    return (
        json.dumps({"$schema": "claims.schema.json", "version": 1, **weights, "bars": now["bars"], "doubts": now["doubts"]}, indent=2)
        + "\n"
    )


def main() -> int:
    """Write the model, or say whether it is what the rows make of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--figures", action="store_true", help="leave out one source after the other")
    options = parser.parse_args()
    rows = read_rows(ROWS)
    if options.figures:
        print(figures(rows))
    text = model_text(rows, json.loads(MODEL.read_text(encoding="utf-8")))
    if options.check:
        return int(text != MODEL.read_text(encoding="utf-8"))
    MODEL.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
