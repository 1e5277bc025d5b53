"""A folder of documentation, searched for sentences with a number."""

import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from notelint.curation.library import plain_text
from notelint.quantities.compare import quantity_ends
from notelint.quantities.quantities import QuantityReader
from notelint.quantities.quantity import Quantity
from notelint.reference import Reference

_TEXTS = (".md", ".mdx", ".rst", ".txt", ".adoc", ".html")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n+")
_WORD = re.compile(r"[a-z][a-z0-9-]{2,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SHARED = 3
"""Words that a sentence, its page and its heading must share with the note."""
_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "that",
        "this",
        "you",
        "can",
        "are",
        "not",
        "per",
        "has",
        "have",
        "all",
        "any",
        "was",
        "will",
        "use",
        "using",
        "each",
        "one",
        "two",
        "when",
        "than",
        "more",
        "into",
        "its",
    ]
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page, with what it is known by."""

    sentence: str
    place: str
    page: str
    evidence: str
    day: str


class Docs:
    """`page` is the address of a page, {path} standing for its path in `folder` without ending."""

    def __init__(self, folder: Path, page: str, reference: Reference) -> None:
        self._folder = folder
        self._page = page
        self._reference = reference
        self._reader = QuantityReader(reference)

    def sentence_with(self, quantity: Quantity, words: str) -> Sentence | None:
        """The sentence that has the same amount and shares most words; None where none shares enough."""
        wanted = set(_WORD.findall(words.casefold())) - _COMMON
        best, most = None, _SHARED - 1
        for number in {f"{one:g}" for one in (quantity.low, quantity.high) if one is not None}:
            for path, around, sentence in self._index.get(number, ()):
                shared = len(wanted & around)
                if shared > most and self._says(sentence, quantity):
                    best, most = (path, sentence), shared
        return self._found(*best) if best else None

    def _says(self, sentence: str, quantity: Quantity) -> bool:
        ends = quantity_ends(quantity, self._reference)
        for one in self._reader.read(sentence):
            other = quantity_ends(one.quantity, self._reference)
            if one.quantity.dimension != quantity.dimension or (one.quantity.dimension == "count" and one.quantity.unit != quantity.unit):
                continue
            mine, theirs = ends.high or ends.low, other.high or other.low
            if mine and theirs and mine.equals(theirs):
                return True
        return False

    @cached_property
    def _index(self) -> dict[str, list[tuple[Path, set[str], str]]]:
        """A number as written without commas -> (page, words of sentence, heading and path, sentence)."""
        found: dict[str, list[tuple[Path, set[str], str]]] = defaultdict(list)
        for path in sorted(self._folder.rglob("*")):
            if path.suffix not in _TEXTS or not path.is_file() or ".git" in path.parts:
                continue
            heading = ""
            for sentence in _SENTENCE.split(plain_text(path.read_text(encoding="utf-8", errors="replace"))):
                heading = sentence if sentence.startswith("#") else heading
                numbers = _NUMBER.findall(sentence)
                if numbers and len(sentence) < 600:
                    words = set(_WORD.findall(f"{sentence} {heading} {path.stem.replace('-', ' ').replace('_', ' ')}".casefold()))
                    for number in set(numbers):
                        found[number.replace(",", "")].append((path, words, " ".join(sentence.split())))
        return found

    def _found(self, path: Path, sentence: str) -> Sentence:
        name = path.relative_to(self._folder).as_posix()
        evidence, day, blob = self._pinned(path)
        page = self._page.format(path=name.rpartition(".")[0]) if self._page else blob
        return Sentence(sentence, name, page or "https://example.org/", evidence, day)

    def _pinned(self, path: Path) -> tuple[str, str, str]:
        """(evidence, day, page) of a file of a GitHub repository; "" for each that is unknown."""
        commit, day = (self._git("log", "-1", "--format=%H %cs", "--", str(path)).split() or ["", ""])[:2]
        remote = re.search(r"github\.com[:/]([\w.-]+/[\w.-]+?)(?:\.git)?$", self._git("remote", "get-url", "origin"))
        if not commit or not remote:
            return "", day, ""
        name = path.resolve().relative_to(Path(self._git("rev-parse", "--show-toplevel")).resolve()).as_posix()
        return f"github:{remote[1]}@{commit[:12]}/{name}", day, f"https://github.com/{remote[1]}/blob/{commit[:12]}/{name}"

    def _git(self, *arguments: str) -> str:
        try:
            done = subprocess.run(["git", "-C", str(self._folder), *arguments], capture_output=True, check=False, text=True)
        except FileNotFoundError:
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""
