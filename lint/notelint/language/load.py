"""The files of schema/languages/ -> Language, read once and kept in the user's cache."""

from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from notelint import __version__
from notelint.language.language import Language
from notelint.source.digest import blake2b
from notelint.source.shipped import shipped
from notelint.source.user_cache import cache_folder, read_intact, write_atomically

_DECODER = msgspec.msgpack.Decoder(Language)


class LanguageError(Exception):
    """A language file that cannot be used; the message names the file and the key."""


@cache
def load_language(name: str = "en") -> Language:
    """The shipped language of that name; raises LanguageError."""
    return read_language(shipped() / "languages" / f"{name}.yaml")


def read_language(path: Path) -> Language:
    """The language in a file, from the cache where the same text was read before; raises LanguageError."""
    try:
        text = path.read_bytes()
    except OSError as error:
        raise LanguageError(f"{path}: {error.strerror or error}") from error
    kept = cache_folder() / f"language-{blake2b(__version__.encode() + text, digest_size=16).hexdigest()}.msgpack"
    with suppress(msgspec.DecodeError):
        if known := read_intact(kept):
            return _DECODER.decode(known)
    language = parse_language(text, str(path))
    write_atomically(kept, msgspec.msgpack.encode(language))
    return language


def parse_language(text: bytes, name: str) -> Language:
    """The language in the text of a file called `name`; raises LanguageError."""
    import yaml  # noqa: PLC0415 - a run that finds the language in the cache does without

    try:
        return msgspec.convert(yaml.safe_load(text), Language)
    except (yaml.YAMLError, msgspec.ValidationError, RecursionError) as error:
        raise LanguageError(f"{name}: {error}") from error
