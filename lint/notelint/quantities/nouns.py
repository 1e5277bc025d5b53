"""Nouns as they are counted."""

import re
from functools import lru_cache

from notelint.source.lazy_pattern import lazy_pattern

_JOINED = r"[A-Z]{3,}(?:/[A-Z]{3,})+|[A-Za-z][\w'’-]*"
_NOUNS = lazy_pattern(rf"\+?(?:[ \t\n\u00a0\u202f\u2009]|(?<=\d)-)(?P<words>(?:{_JOINED})(?:[ \u00a0](?:{_JOINED})){{0,3}})")
_STOP = frozenset(
    [
        "of",
        "or",
        "and",
        "to",
        "in",
        "is",
        "are",
        "was",
        "were",
        "the",
        "for",
        "per",
        "from",
        "by",
        "at",
        "on",
        "with",
        "than",
        "as",
        "if",
        "when",
        "while",
        "which",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "be",
        "can",
        "will",
        "not",
        "no",
        "a",
        "an",
        "but",
        "then",
        "so",
        "after",
        "before",
        "until",
        "between",
        "during",
        "via",
        "into",
        "over",
        "under",
        "about",
        "each",
        "every",
        "all",
        "any",
        "only",
        "also",
        "using",
        "based",
        "where",
        "who",
        "how",
        "x",
        "onwards",
        "max",
        "maximum",
        "min",
        "minimum",
    ]
)


def counted_noun(text: str, position: int, known: frozenset[str]) -> tuple[str, int] | None:
    """The noun that the number ending at `position` counts, and its end: a known one, else the first plural, else the first word."""
    match = _NOUNS.match(text, position)
    words: list[re.Match[str]] = []
    for word in re.finditer(r"[\w'’/-]+", match["words"]) if match else ():
        if word[0].lower() in _STOP:
            break
        words.append(word)
    head = _head(words, known)
    return (_noun(head[0]), match.start("words") + head.end()) if match and head else None


def _noun(word: str) -> str:
    """The singular; of an acronym without its s: GSIs."""
    return word[:-1].lower() if word.endswith("s") and word[:-1].isupper() else singular(word.lower())


def _head(words: list[re.Match[str]], known: frozenset[str]) -> re.Match[str] | None:
    """The last of the known nouns that stand together first: the replicas of "read replicas"."""
    are_known = [_noun(word[0]) in known for word in words]
    if True in are_known:
        index = are_known.index(True)
        while index + 1 < len(words) and are_known[index + 1]:
            index += 1
        return words[index]
    plurals = [word for word in words if len(word[0]) > 3 and word[0].endswith("s") and not word[0].endswith("ss")]
    return plurals[0] if plurals else (words[0] if words else None)


@lru_cache(maxsize=1 << 16)
def singular(noun: str) -> str:
    """A rough singular of a lower-case English noun: queries -> query, boxes -> box, records -> record."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun
