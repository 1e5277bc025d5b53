"""Accepted words: what the project itself calls right."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from notelint.config import Config
from notelint.diagnostic import Diagnostic

FILE = "accepted.txt"
_CATEGORIES = frozenset({"spelling", "terminology"})


class Accepted:
    """Words that are right in these notes: in any case, unless they have a capital."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._exact = frozenset(word for word in self.words if word != word.lower())
        self._any = frozenset(self.words) - self._exact

    def __contains__(self, text: str) -> bool:
        return text in self._exact or text.lower() in self._any

    def unused(self, texts: Iterable[str]) -> list[str]:
        """Those that are none of the texts, in order."""
        met = set(texts)
        lower = {text.lower() for text in met}
        return [word for word in self.words if word.lower() not in lower and word not in met]


def accepted_words(config: Config) -> Accepted:
    """Those of the configuration, and those of the project's own words/ folder."""
    files = own_files(config)
    for path in files:
        config.boundary.check(path)
    lines = [line.strip() for path in files for line in path.read_text("utf-8").splitlines()]
    return Accepted((*config.options.accepted_words, *(line for line in lines if line and not line.startswith("#"))))


def own_folder(config: Config) -> Path:
    """Where the project keeps its accepted words, whether it is there or not."""
    return config.folder(config.options.schema) / "words"


def own_files(config: Config) -> list[Path]:
    """The project's own lists of accepted words."""
    return sorted(own_folder(config).glob("*.txt")) if os.path.isdir(own_folder(config)) else []


def accept(diagnostics: Iterable[Diagnostic], accepted: Accepted) -> Iterator[Diagnostic]:
    """What is left when accepted words are not reported."""
    return (one for one in diagnostics if one.category not in _CATEGORIES or one.finding.subject not in accepted)
