"""Fit the weights of schema/words/context.yaml to documentation with confusions put into it.

python tools/context/weights.py FOLDER

FOLDER holds the token files of tools/context/texts.py for the packages KEPT_ASIDE, none of which was counted. A word of every second paragraph is replaced
by one that is easily confused with it; what the reader then asks about at these places, and at all places of the text as it was, is what the weights are
fitted to (logistic regression with a ridge, one for each group of kinds). The result is the same each time. The bars are not fitted here: they are set
by reading what is found in notes.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from notelint.dictionary.words import load_words
from notelint.source.shipped import shipped
from notelint.spelling.context import ContextReader
from notelint.spelling.context_features import Usage, features

KEPT_ASIDE = [
    "sqlite3-doc",
    "keystone-doc",
    "swift-doc",
    "libcurl4-doc",
    "dask",
    "celery",
    "octavia-doc",
    "python-astropy-doc",
    "python-biopython-doc",
    "python-sympy-doc",
    "python-skimage-doc",
]
SHARES = {"sound": 0.3, "missing": 0.15, "extra": 0.15, "other": 0.15, "swapped": 0.05, "derived": 0.12, "inflected": 0.08}
"""How often each kind of confusion is put in."""
NOTE, NOTES = 150, 40
"""Paragraphs taken for a note, and notes per package."""
RIDGE = 2.0

Case = tuple[str, dict[str, float], bool]


class Confusions:
    """Right words -> words written for them, by kind."""

    def __init__(self, reader: ContextReader) -> None:
        self._wrong: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
        words = reader.words
        path = shipped() / "words" / "confusable.txt"
        for line in path.read_text("utf-8").splitlines():
            if line[0] != "#":
                word = line.split(":")[0]
                for right, kind in words.confusable(word):
                    likely = 0.25 if kind in {"other", "missing", "extra"} and word[0] != right[0] else 1.0
                    self._wrong[right][kind].append((word, (2 + reader.counts.get(word)) * likely))

    def wrong(self, right: str, chance: random.Random) -> str | None:
        """A word that may be written for the right one."""
        kinds = self._wrong.get(right)
        if not kinds:
            return None
        kind = chance.choices(list(kinds), [SHARES[kind] for kind in kinds])[0]
        words, weights = zip(*kinds[kind], strict=True)
        return str(chance.choices(words, weights)[0])


def notes(folder: Path) -> Iterator[list[list[str]]]:
    """Paragraphs as tokens, so many at a time."""
    for name in KEPT_ASIDE:
        lines = [line.split() for line in (folder / f"{name}.tok").read_text("utf-8").splitlines()]
        for start in range(0, min(len(lines), NOTE * NOTES), NOTE):
            yield lines[start : start + NOTE]


def cases(reader: ContextReader, folder: Path) -> Iterator[Case]:
    """Group, features, and whether the word is indeed wrong."""
    chance, confusions = random.Random(7), Confusions(reader)
    for note in notes(folder):
        yield from ((group, values, False) for _, _, group, _, values in asked(reader, note))
        written, right = [list(line) for line in note], {}
        for number, line in enumerate(written):
            at = chance.randrange(len(line)) if len(line) > 5 and chance.random() < 0.5 else None
            wrong = None if at is None else confusions.wrong(line[at], chance)
            if at is not None and wrong:
                right[number, at] = line[at]
                line[at] = wrong
        for number, at, group, meant, values in asked(reader, written, set(right)):
            yield group, values, meant == right[number, at]


def asked(
    reader: ContextReader, note: list[list[str]], places: set[tuple[int, int]] | None = None
) -> Iterator[tuple[int, int, str, str, dict[str, float]]]:
    """What the reader asks about in a note: line, token, group, other word, features."""
    usage = Usage([[token if token.strip(".,#-") else "" for token in line] for line in note])
    for number, line in enumerate(note):
        tokens = [".", ".", *line, ".", "."]
        for at, word in enumerate(line):
            if (places is None or (number, at) in places) and reader.words.confusable(word):
                for _, case in reader.scored(tokens, at + 2, usage):
                    values = features(case, reader.counts, reader.words, usage)
                    yield number, at, reader.settings.groups[case.kind], case.right, values


def fit(values: list[dict[str, float]], truth: list[bool]) -> dict[str, float]:
    """Weights by name."""
    names = list(values[0])
    x, y = np.array([[one[name] for name in names] for one in values]), np.array(truth, float)
    weights, ridge = np.zeros(len(names)), np.eye(len(names)) * RIDGE
    ridge[0, 0] = 1e-3
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + ridge
        weights += np.linalg.solve(bend, x.T @ (y - chance) - ridge @ weights)
    score = x @ weights
    for bar in range(6):
        over = score >= bar
        print(
            f"  at {bar}: {over.sum()} over the bar, {y[over].mean():.3f} right, {y[over].sum() / y.sum():.2f} of the cases",
            file=sys.stderr,
        )
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    reader = ContextReader(load_words())
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases(reader, Path(sys.argv[1])):
        groups[case[0]].append(case)
    weights = {}
    for group, found in sorted(groups.items()):
        print(f"{group}: {len(found)} cases", file=sys.stderr)
        weights[group] = fit([values for _, values, _ in found], [truth for _, _, truth in found])
    print(yaml.safe_dump({"weights": weights}, sort_keys=False))


if __name__ == "__main__":
    main()
