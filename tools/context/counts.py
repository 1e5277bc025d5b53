"""Token files -> counts of words in a row, and words as numbers for tools/context/classes.py.

python tools/context/counts.py FOLDER OUT

FOLDER holds the files of tools/context/texts.py; those of the packages kept aside for weights.py are left out. OUT receives words.txt (count, tab,
one to three words), ids.npy, names.json and total.txt (logarithm to base 2 of the number of tokens, for schema/words/context.yaml).
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from weights import KEPT_ASIDE

FOREIGN = set("le la les des der und die du est que dans pour una el los het een das ist".split())
LEAST = 8
"""Words with fewer occurrences are unknown."""
UNKNOWN, EDGE, FIRST = 1, 2, 3
BITS = 17


def paragraphs(folder: Path) -> Iterator[str]:
    """Each English paragraph once."""
    seen: set[str] = set()
    for path in sorted(folder.glob("*.tok")):
        if path.stem in {*KEPT_ASIDE, "sympy"}:
            continue
        for line in path.open(encoding="utf-8"):
            if line not in seen and sum(word in FOREIGN for word in line.split()) < 2:
                seen.add(line)
                yield line


def sequences(ids: np.ndarray, length: int, bits: int, least: int) -> tuple[np.ndarray, np.ndarray]:
    """Packed sequences of that length, and their counts."""
    end = len(ids) - length + 1
    packed = np.zeros(end, np.int64)
    for offset in range(length):
        packed = packed << bits | ids[offset : offset + end]
    found, counts = np.unique(packed, return_counts=True)
    return found[counts >= least], counts[counts >= least]


def main() -> None:
    folder, out = map(Path, sys.argv[1:])
    texts = list(paragraphs(folder))
    counted = Counter(word for text in texts for word in text.split())
    vocabulary = [word for word, count in counted.most_common() if count >= LEAST][: (1 << BITS) - FIRST - 1]
    numbers = {word: number for number, word in enumerate(vocabulary, start=FIRST)} | {".": EDGE}
    names = {number: word for word, number in numbers.items()}

    def stream() -> Iterator[int]:
        for text in texts:
            yield EDGE
            yield from (numbers.get(word, UNKNOWN) for word in text.split())
            yield EDGE

    ids = np.fromiter(stream(), dtype=np.int64)
    np.save(out / "ids.npy", ids.astype(np.int32))
    (out / "names.json").write_text(json.dumps(names))
    (out / "total.txt").write_text(f"{math.log2(len(ids)):.3f}\n")
    with (out / "words.txt").open("w", encoding="utf-8") as file:
        file.writelines(f"{counted[word]}\t{word}\n" for word in vocabulary)
        for length in (2, 3):
            for packed, count in zip(*sequences(ids, length, BITS, 2), strict=True):
                parts = [int(packed) >> BITS * (length - 1 - at) & (1 << BITS) - 1 for at in range(length)]
                if UNKNOWN not in parts:
                    file.write(f"{count}\t{' '.join(names[part] for part in parts)}\n")


if __name__ == "__main__":
    main()
