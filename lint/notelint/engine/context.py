"""What results depend on beside the text of a note."""

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

from notelint import __version__
from notelint.config import Config
from notelint.reference.store import fingerprint, packs_of
from notelint.reference.words import words_fingerprint


def context_of(config: Config) -> str:
    """Changes with the tool itself, the content of the packs and of the word lists, the day as of which values are judged, and the accepted words."""
    options = config.options
    today = None if options.as_of or options.exam else date.today()  # noqa: DTZ011 - a day is meant, wherever the user is
    parts = (
        __version__,
        _code(),
        fingerprint(packs_of(config)),
        words_fingerprint(),
        options.exam,
        options.as_of,
        today,
        options.accepted_words,
    )
    return sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _code() -> str:
    """Changes when a module does: a checkout may change without its version."""
    digest = sha256()
    for folder, folders, names in os.walk(Path(__file__).parents[1]):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                stat = os.stat(f"{folder}/{name}")
                digest.update(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
