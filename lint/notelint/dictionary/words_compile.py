"""Word lists, counts, pairs, misspellings and confusions -> the file that Words reads."""

import re
from collections.abc import Iterable, Iterator
from math import log10
from pathlib import Path

import msgspec
import yaml

from notelint.dictionary.word_flags import FREQUENT, SCALE, Known
from notelint.dictionary.words_table import pack_tables

_LISTS = {
    "english.txt": Known.ENGLISH,
    "rare.txt": Known.RARE,
    "names.txt": Known.NAME,
    "software.txt": Known.COMPUTING,
    "computing.txt": Known.COMPUTING,
    "science.txt": Known.RARE,
}
_COMPUTING_COUNT = 6.5
"""Words of computing that English counts do not hold are taken for fairly common: notes are full of them."""


def compile_words(files: dict[str, Path]) -> bytes:
    """The bytes of the compiled dictionary."""
    known = _known(files)
    counts = _counts(files["counts"])
    for word in counts:
        known.setdefault(word, Known.RARE)
    for word, flags in known.items():
        if flags & Known.COMPUTING:
            counts[word] = max(counts.get(word, 0.0), _COMPUTING_COUNT)
    wrong = _wrong(files, known)
    words = {word.encode(): bytes((flags, _byte(counts.get(word, 0.0)))) for word, flags in known.items()}
    pairs = _pairs(files["pairs"])
    tables = {"words": words, "pairs": pairs, "wrong": wrong, "forms": _forms(files["forms.txt"])}
    frequent = " ".join(word for word, count in counts.items() if _byte(count) / SCALE >= FREQUENT)
    return pack_tables(tables, _buckets(known, counts) | _data(files) | {"frequent": frequent.encode()})


def _known(files: dict[str, Path]) -> dict[str, int]:
    known: dict[str, int] = {}
    for name, flag in _LISTS.items():
        for line in _lines(files[name]):
            word = line.lower()
            known[word] = known.get(word, Known.NOWHERE) | flag
    return known


def _counts(path: Path) -> dict[str, float]:
    pairs = (line.split() for line in _lines(path))
    return {word: log10(int(count)) for word, count in pairs if int(count) > 1}


def _pairs(path: Path) -> dict[bytes, bytes]:
    found = {}
    for line in _lines(path):
        first, second, count = line.rsplit(" ", 2)
        found[f"{first} {second}".encode()] = bytes((_byte(log10(int(count))),))
    return found


def _wrong(files: dict[str, Path], known: dict[str, int]) -> dict[bytes, bytes]:
    """Known misspellings: those of codespell, less words that our lists hold, and our own, which count in any case."""
    found = {}
    for line in _lines(files["codespell"]):
        wrong, _, right = line.partition("->")
        if known.get(wrong.lower(), Known.NOWHERE) & (Known.ENGLISH | Known.RARE | Known.COMPUTING):
            continue
        found[wrong.lower().encode()] = ",".join(_rights(right)).encode()
    for line in _lines(files["misspellings.txt"]):
        wrong, _, right = line.partition("->")
        known.pop(wrong, None)
        found[wrong.encode()] = ",".join(_rights(right)).encode()
    return found


def _rights(text: str) -> list[str]:
    return [one for one in (part.strip() for part in text.split(",")) if one and re.fullmatch(r"[\w' .-]+", one)]


def _buckets(known: dict[str, int], counts: dict[str, float]) -> dict[str, bytes]:
    """Words by first letter and length: what an unknown word may have been meant to be."""
    found: dict[str, list[str]] = {}
    for word, _ in sorted(counts.items(), key=lambda item: -item[1]):
        if known.get(word, Known.NOWHERE) & (Known.ENGLISH | Known.COMPUTING) and len(word) > 2:
            found.setdefault(f"{word[0]}{len(word)}", []).append(word)
    return {name: " ".join(words).encode() for name, words in found.items()}


def _forms(path: Path) -> dict[bytes, bytes]:
    """Words -> their classes with the forms that may be meant, as Words.forms reads them."""
    entries = (line.split(": ", 1) for line in _lines(path))
    return {word.encode(): classes.encode() for word, classes in entries}


def _data(files: dict[str, Path]) -> dict[str, bytes]:
    """Each YAML file as MessagePack, under its name without the ending."""
    return {
        name.removesuffix(".yaml"): msgspec.msgpack.encode(yaml.safe_load(path.read_text("utf-8")))
        for name, path in files.items()
        if name.endswith(".yaml")
    }


def _byte(count: float) -> int:
    return min(255, round(count * SCALE))


def _lines(path: Path) -> Iterator[str]:
    yield from _without_comments(path.read_text("utf-8-sig").splitlines())


def _without_comments(lines: Iterable[str]) -> Iterator[str]:
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))
