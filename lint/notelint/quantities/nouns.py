"""Nouns as they are counted."""

import re
from functools import lru_cache

from notelint.language import Language, load_language
from notelint.source.lazy_pattern import lazy_pattern

_JOINED = r"[A-Z]{3,}(?:/[A-Z]{3,})+|[^\W\d_][\w'’-]*"
_NOUNS = lazy_pattern(rf"\+?(?:[ \t\n\u00a0\u202f\u2009]|(?<=\d)-)(?P<words>(?:{_JOINED})(?:[ \u00a0](?:{_JOINED})){{0,3}})")
_WORD = lazy_pattern(r"[\w'’/-]+")


class NounReader:
    """Finds what numbers count, in one language; `known` are the nouns that properties count, in the singular."""

    def __init__(self, language: Language, known: frozenset[str]) -> None:
        self._language = language
        self.known = known

    def counted(self, text: str, position: int) -> tuple[str, int] | None:
        """The noun that the number ending at `position` counts, and its end: a known one, else the first plural, else the first word; of "9-node clusters" the nodes."""
        match = _NOUNS.match(text, position)
        words: list[re.Match[str]] = []
        for word in _WORD.finditer(match["words"]) if match else ():
            if word[0].lower() in self._language.function_words:
                break
            words.append(word)
            if match and match[0].startswith("-"):
                break
        head = self._head(words)
        return (self._noun(head[0]), match.start("words") + head.end()) if match and head else None

    def singular(self, noun: str) -> str:
        """The singular of a lower-case noun."""
        return self._language.singular(noun)

    def _noun(self, word: str) -> str:
        """The singular; of an acronym without its s: GSIs."""
        return word[:-1].lower() if word.endswith("s") and word[:-1].isupper() else self._language.singular(word.lower())

    def _head(self, words: list[re.Match[str]]) -> re.Match[str] | None:
        """The last noun of the first run of known nouns: the replicas of "read replicas"."""
        are_known = [self._noun(word[0]) in self.known for word in words]
        if True in are_known:
            index = are_known.index(True)
            while index + 1 < len(words) and are_known[index + 1]:
                index += 1
            return words[index]
        plurals = [word for word in words if len(word[0]) > 3 and self._language.singular(word[0]) != word[0]]
        return plurals[0] if plurals else (words[0] if words else None)


@lru_cache(maxsize=1 << 16)
def singular(noun: str) -> str:
    """The singular of a lower-case English noun: queries -> query, boxes -> box, records -> record."""
    return load_language().singular(noun)
