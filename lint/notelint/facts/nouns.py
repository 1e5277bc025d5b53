"""Nouns as they are counted."""

import re

_NOUNS = re.compile(r"\+?(?:[ \t\n\u00a0\u202f\u2009]|(?<=\d)-)(?P<words>[A-Za-z][\w'’-]*(?:[ \u00a0][A-Za-z][\w'’-]*){0,3})")
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
    ]
)


def counted_noun(text: str, position: int, known: frozenset[str]) -> tuple[str, int] | None:
    """The noun that the number ending at `position` counts, and its end: a known one, else the first plural, else the first word."""
    match = _NOUNS.match(text, position)
    words: list[re.Match[str]] = []
    for word in re.finditer(r"[\w'’-]+", match["words"]) if match else ():
        if word[0].lower() in _STOP:
            break
        words.append(word)
    head = _head(words, known)
    return (singular(head[0].lower()), match.start("words") + head.end()) if match and head else None


def _head(words: list[re.Match[str]], known: frozenset[str]) -> re.Match[str] | None:
    for word in words:
        if singular(word[0].lower()) in known:
            return word
    plurals = [word for word in words if len(word[0]) > 3 and word[0].endswith("s") and not word[0].endswith("ss")]
    return plurals[0] if plurals else (words[0] if words else None)


def singular(noun: str) -> str:
    """A rough singular of a lower-case English noun: queries -> query, boxes -> box, records -> record."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun
