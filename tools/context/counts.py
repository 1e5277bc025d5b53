"""Token files -> counts of words and of two words in a row.

python tools/context/counts.py FOLDER OUT

FOLDER holds the files of tools/context/texts.py; those of KEPT_ASIDE, on which findings are judged, are left out. OUT receives lines of a count, a tab and
one or two words.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

FOREIGN = set("le la les des der und die du est que dans pour una el los het een das ist".split())
LEAST, LEAST_PAIR = 8, 2
"""Words and pairs with fewer occurrences are left out."""
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


def main() -> None:
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in paragraphs(Path(sys.argv[1])):
        found = [".", *text.split(), "."]
        words.update(found)
        pairs.update(pairwise(found))
    with Path(sys.argv[2]).open("w", encoding="utf-8") as file:
        kept = {word for word, count in words.items() if count >= LEAST}
        file.writelines(f"{words[word]}\t{word}\n" for word in sorted(kept))
        frequent = ((count, pair) for pair, count in sorted(pairs.items()) if count >= LEAST_PAIR and kept.issuperset(pair))
        file.writelines(f"{count}\t{' '.join(pair)}\n" for count, pair in frequent)


if __name__ == "__main__":
    main()
