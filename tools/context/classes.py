"""Words as numbers -> classes of words that keep the same company, and counts of classes in a row.

python tools/context/classes.py OUT

OUT is the folder of tools/context/counts.py; it receives classes.txt (count, tab, one to four classes), class_keys.txt (the class of each word, in the
form that table.py stores) and endings.json (for schema/words/context.yaml: the classes of words that have none).

Little words have a class each. The others are clustered by their neighbours (damped pointwise mutual information with the most frequent words on
both sides, reduced to 60 dimensions) and a little by their endings.
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
import yaml
from counts import BITS, EDGE, FIRST, UNKNOWN, sequences

LITTLE, CLUSTERS, NEIGHBOURS, DIMENSIONS = 250, 200, 1500, 60
OFTEN = 20
"""Words with fewer occurrences are classed by their ending."""
ENDINGS = ("'s", "s", "ed", "ing", "ly", "")
SHAPES = "s ed ing ly tion tions er ers al able ive 's ity ment e y".split()
CLASS_BITS = 10
LEAST = (1, 2, 3, 4)


def little(names: dict[int, str]) -> list[int]:
    """The most frequent words, punctuation, and the words that closed.yaml lists as little."""
    closed = yaml.safe_load((Path(__file__).parent / "closed.yaml").read_text("utf-8"))["little"].split()
    numbers = {name: number for number, name in names.items()}
    return sorted({*range(LITTLE + FIRST), *(numbers[word] for word in [*closed, ",", "#", "-", "."] if word in numbers)})


def company(ids: np.ndarray, words: np.ndarray, counts: np.ndarray, names: dict[int, str]) -> np.ndarray:
    """Words x dimensions."""
    size = len(counts)
    place = np.full(size, -1)
    place[np.argsort(-counts, kind="stable")[:NEIGHBOURS]] = np.arange(NEIGHBOURS)
    row = np.full(size, -1)
    row[words] = np.arange(len(words))
    seen = np.zeros((len(words), 2 * NEIGHBOURS), np.float32)
    for offset, (here, there) in ((0, (ids[1:], ids[:-1])), (NEIGHBOURS, (ids[:-1], ids[1:]))):
        rows, columns = row[here], place[there]
        both = (rows >= 0) & (columns >= 0)
        found, number = np.unique(rows[both] * NEIGHBOURS + columns[both], return_counts=True)
        seen[found // NEIGHBOURS, offset + found % NEIGHBOURS] = number
    shares = seen / seen.sum(1, keepdims=True).clip(1)
    damped = np.log1p(shares / (seen.sum(0) / seen.sum()).clip(1e-7)).astype(np.float32)
    damped -= damped.mean(0)
    vectors = np.linalg.eigh(damped.T @ damped)[1][:, -DIMENSIONS:]
    reduced = damped @ vectors
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True).clip(1e-6)
    weights = [0.72 if shape in {"s", "ed", "ing", "ly", "'s"} else 0.25 for shape in SHAPES]
    shapes = np.array([[w * names[i].endswith(s) for s, w in zip(SHAPES, weights, strict=True)] for i in words], np.float32)
    return np.hstack([reduced, shapes])


def clusters(points: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The cluster of each point (k-means from frequent words, weighed by frequency)."""
    centres = points[np.argsort(-counts, kind="stable")[: 3 * CLUSTERS : 3]].copy()
    weight = np.log1p(counts)[:, None].astype(np.float32)
    for _ in range(25):
        nearest = ((centres**2).sum(1) - 2 * points @ centres.T).argmin(1)
        for number in range(CLUSTERS):
            inside = nearest == number
            if inside.any():
                centres[number] = (points[inside] * weight[inside]).sum(0) / weight[inside].sum()
    return nearest


def main() -> None:
    out = Path(sys.argv[1])
    ids = np.load(out / "ids.npy").astype(np.int64)
    names = {int(number): name for number, name in json.loads((out / "names.json").read_text()).items()}
    size = max(names) + 1
    if size > 1 << BITS:
        raise ValueError("too many words")
    counts = np.bincount(ids, minlength=size)
    own = little(names)
    words = np.array([number for number in range(FIRST, size) if number not in set(own) and counts[number] >= OFTEN])
    ending_class = {ending: len(own) + CLUSTERS + at for at, ending in enumerate(ENDINGS)}

    def by_ending(word: str) -> int:
        return next(number for ending, number in ending_class.items() if word.endswith(ending))

    classes = np.array([by_ending(names.get(number, "")) for number in range(size)])
    classes[own] = np.arange(len(own))
    classes[words] = len(own) + clusters(company(ids, words, counts, names), counts[words])
    classes[0], classes[UNKNOWN] = classes[EDGE], ending_class[""]
    with (out / "class_keys.txt").open("w", encoding="utf-8") as file:
        for number, name in names.items():
            if classes[number] != by_ending(name) or not re.match(r"\w", name):
                file.write(f"{(classes[number] >> 5) + 1}\t@{name}\n{classes[number] & 31}\t&{name}\n")
    (out / "endings.json").write_text(json.dumps(ending_class))
    stream = classes[ids]
    with (out / "classes.txt").open("w", encoding="utf-8") as file:
        for length, least in enumerate(LEAST, start=1):
            for packed, count in zip(*sequences(stream, length, CLASS_BITS, least), strict=True):
                parts = (int(packed) >> CLASS_BITS * (length - 1 - at) & (1 << CLASS_BITS) - 1 for at in range(length))
                file.write(f"{count}\t{' '.join(f'~{part}' for part in parts)}\n")


if __name__ == "__main__":
    main()
