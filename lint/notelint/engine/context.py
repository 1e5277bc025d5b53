"""What results depend on beside the text of a note."""

from datetime import date
from hashlib import sha256

from notelint import __version__
from notelint.config import Config
from notelint.reference.store import fingerprint, packs_of
from notelint.reference.words import words_fingerprint


def context_of(config: Config) -> str:
    """Changes with the tool's version, the content of the packs and of the word lists, the day as of which values are judged, and the accepted words."""
    options = config.options
    today = None if options.as_of or options.exam else date.today()  # noqa: DTZ011 - a day is meant, wherever the user is
    parts = (__version__, fingerprint(packs_of(config)), words_fingerprint(), options.exam, options.as_of, today, options.accepted_words)
    return sha256(repr(parts).encode()).hexdigest()[:32]
