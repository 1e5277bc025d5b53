"""What results depend on beside the text of a note."""

import os
from datetime import date
from pathlib import Path

from notelint import __version__
from notelint.config import Config
from notelint.dictionary.words import words_fingerprint
from notelint.source.digest import blake2b


def context_of(config: Config, packs: str) -> str:
    """Changes with the tool itself, the packs (their fingerprint) and the word lists, the day as of which values are judged, the accepted words and the options of rules."""
    options = config.options
    today = None if options.as_of or options.exam else date.today()  # noqa: DTZ011 - a day is meant, wherever the user is
    parts = (
        __version__,
        _code(),
        packs,
        words_fingerprint(),
        options.exam,
        options.as_of,
        today,
        options.accepted_words,
        sorted((rule, *sorted(chosen.items())) for rule, chosen in options.rules.items()),
    )
    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def _code() -> str:
    """Changes when a module does: a checkout may change without its version."""
    digest = blake2b(digest_size=16)
    for folder, folders, names in os.walk(Path(__file__).parents[1]):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                stat = os.stat(f"{folder}/{name}")
                digest.update(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
