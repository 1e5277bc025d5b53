"""Forms of one word: number, part of speech, British and American spelling, accents."""

import re
import unicodedata
from functools import cache, lru_cache

from notelint.language import alternatives, load_language

_SHORTEST = 4
"""Letters that two forms of a word share at least."""


@lru_cache(maxsize=1 << 14)
def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: embolus and embolism, network and networking, organisation and organization."""
    first, second = plain_word(one), plain_word(other)
    if first == second:
        return True
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    endings = load_language().acronyms.word_endings
    return any(
        first[:length] == second[:length] and first[length:] in endings and second[length:] in endings
        for length in range(shared, min(_SHORTEST, len(first), len(second)) - 1, -1)
        if length >= _SHORTEST
    )


@lru_cache(maxsize=1 << 14)
def plain_word(word: str) -> str:
    """In lower case, without accents and final s; American."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(letter))
    return load_language().singular(_british().sub("iz", bare))


@cache
def _british() -> re.Pattern[str]:
    return re.compile(rf"is(?={alternatives(load_language().spelling.ise_endings)})")
