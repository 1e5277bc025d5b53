#!/usr/bin/env python3
"""Remake schema/words/english.txt, rare.txt and names.txt from an unpacked release of SCOWL.

usage: english_words.py FOLDER

FOLDER is `final/` of a SCOWL release, or /usr/share/dict/scowl of the Debian package `scowl`: files such as american-words.35.
Possessives are left out, and from the rare words what codespell knows as a misspelling.
"""

import re
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

RELEASE = "SCOWL 2020.12.07"
WORDS = Path(__file__).resolve().parents[1] / "schema" / "words"
SPELLINGS = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1", "british_variant_1")
MORE = ("variant_2", "british_variant_2", "variant_3")
WORD = re.compile(r"[a-zA-Z]+(?:'(?!s$)[a-z]+)?")
KEPT = frozenset("cancelation cancelations conveyer discernable gage gages homogenous requestor requestors".split())
"""Spellings that codespell calls wrong and dictionaries do not."""
HEADS = {
    "english.txt": f"# English words of American, British, Canadian and Australian spelling: {RELEASE}, sizes 10 to 70 (see README.md).",
    "rare.txt": f"# Rare English words: {RELEASE}, size 80 (see README.md).",
    "names.txt": f"# Names of people and places, abbreviations: {RELEASE}, sizes 10 to 70 (see README.md).",
}


def read(folder: Path, spellings: Iterable[str], kinds: Iterable[str], most: int) -> set[str]:
    names = {f"{spelling}-{kind}" for spelling in spellings for kind in kinds}
    files = [path for path in folder.iterdir() if path.stem in names and path.suffix[1:].isdigit() and int(path.suffix[1:]) <= most]
    words = {word.rstrip(".") for path in files for word in path.read_text("latin-1").split()}
    return {word for word in words if WORD.fullmatch(word)}


def misspellings() -> set[str]:
    spec = find_spec("codespell_lib")
    assert spec is not None
    assert spec.origin is not None
    lines = (Path(spec.origin).parent / "data" / "dictionary.txt").read_text("utf-8").splitlines()
    return {line.partition("->")[0] for line in lines}


def own() -> set[str]:
    return {line for line in (WORDS / "computing.txt").read_text("utf-8").splitlines() if not line.startswith("#")}


def write(name: str, words: set[str]) -> None:
    lines = sorted(words, key=lambda word: (word.lower(), word))
    (WORDS / name).write_text("\n".join([HEADS[name], *lines]) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} words")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    english = read(folder, SPELLINGS, ("words", "contractions"), 70)
    rare = read(folder, (*SPELLINGS, *MORE), ("words",), 80) - english - (misspellings() - KEPT)
    names = read(folder, SPELLINGS, ("upper", "proper-names", "abbreviations"), 70) - english
    write("english.txt", english)
    write("rare.txt", rare)
    write("names.txt", {name for name in names if len(name) > 2 and name.lower() not in own()})


if __name__ == "__main__":
    main()
