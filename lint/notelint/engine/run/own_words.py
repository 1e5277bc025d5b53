"""The file of the project's accepted words: adding to it."""

from collections.abc import Iterable
from pathlib import Path

from notelint.config import Config
from notelint.diagnostic import Diagnostic
from notelint.engine.run.accept import FILE, own_folder
from notelint.source.write import write_all

REPORTING = frozenset({"misspelling", "misspelt-term", "miscased-term", "misspelt-identifier", "split-word"})
"""Rules whose findings are about a word that may be right after all."""


def is_word(text: str) -> bool:
    """Whether it may be a line of the file."""
    return bool(text.strip()) and not text.startswith("#") and not any(sign in text for sign in "\r\n")


def word_of(diagnostic: Diagnostic) -> str | None:
    """The word that a finding is about: a misspelt one in lower case, a name as it is written. None for other findings."""
    if diagnostic.rule not in REPORTING:
        return None
    subject = diagnostic.finding.subject
    return subject.lower() if diagnostic.rule == "misspelling" else subject


def reported_words(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The words of all findings, sorted."""
    return tuple(sorted({word for one in diagnostics if (word := word_of(one))}, key=_order))


def add_words(words: Iterable[str], config: Config) -> tuple[Path, list[str]]:
    """Add words to the file, which is made where there is none; returns its path and those that are new. Raises OSError."""
    path = own_folder(config) / FILE
    config.boundary.check(path)
    before = path.read_text("utf-8").splitlines() if path.exists() else []
    known = {line.strip() for line in before}
    new = [word for word in dict.fromkeys(words) if word not in known]
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_all({str(path): "".join(f"{line}\n" for line in _sorted(before, new)).encode()})
    return path, new


def _sorted(before: list[str], new: list[str]) -> list[str]:
    """Comments first, in their order; words in alphabetical order, each once."""
    comments = [line for line in before if line.startswith("#")]
    words = {line.strip() for line in before if line.strip() and not line.startswith("#")} | set(new)
    return [*comments, *sorted(words, key=_order)]


def _order(word: str) -> tuple[str, str]:
    return word.lower(), word
