"""Expansions of acronyms: "DMS (Database Migration Service)", "Database Migration Service (DMS)", "**S3** - **Simple Storage Service**"."""

import re
from collections.abc import Iterator

from notelint.document import Document, Statement, Style
from notelint.facts.mentions import MentionReader
from notelint.facts.model import Expansion
from notelint.facts.subjects import Reading

_ACRONYM = r"(?P<acronym>[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*)"
_WORDS = r"(?P<words>[A-Za-z][\w'’./-]*(?:[ \u00a0](?:&|[A-Za-z0-9][\w'’./-]*)){1,8})"
_BEFORE = re.compile(rf"(?<![\w-]){_ACRONYM}\s?\({_WORDS}\)")
_AFTER = re.compile(rf"(?<![\w-]){_WORDS}\s?\({_ACRONYM}s?\)")
_LABELLED = re.compile(rf"^\W*{_ACRONYM}\W{{0,3}}\s*[-–—:=]\s+\W{{0,3}}{_WORDS}")
_LITTLE = frozenset("of and the for in to on a an with by from per as or de".split())


def expansions(document: Document, readings: dict[Statement, Reading], mentions: MentionReader) -> Iterator[Expansion]:
    """Every acronym that a note spells out, once a place."""
    for reading in readings.values():
        text = reading.statement.text.masked(Style.URL | Style.CODE | Style.MATH)
        for match in _BEFORE.finditer(text):
            yield from _made(document, reading.statement, match, _whole(match), mentions)
        for match in _AFTER.finditer(text):
            words = _tail(match)
            if words:
                yield from _made(document, reading.statement, match, words, mentions)
        labelled = _LABELLED.match(text)
        if labelled:
            words = _head(labelled)
            if words:
                yield from _made(document, reading.statement, labelled, words, mentions)


def _made(document: Document, statement: Statement, match: re.Match[str], words: tuple[int, int] | None, mentions: MentionReader) -> Iterator[Expansion]:
    if words is None:
        return
    text = statement.text.plain[words[0] : words[1]]
    named = mentions.read(match["acronym"])
    span = statement.text.span(*words)
    yield Expansion(document.source.place(span), match["acronym"], text, named[0].form.entity if named else "")


def _whole(match: re.Match[str]) -> tuple[int, int] | None:
    """The words in the brackets, if their initials are like the acronym."""
    words = match["words"].split()
    return match.span("words") if spells(match["acronym"], words) else None


def _tail(match: re.Match[str]) -> tuple[int, int] | None:
    """The last words before the brackets whose initials spell the acronym; the shortest that do."""
    spans = [(found.start(), found.end()) for found in re.finditer(r"\S+", match["words"])]
    for count in range(2, len(spans) + 1):
        start = spans[-count][0]
        words = match["words"][start:].split()
        if spells(match["acronym"], words) and words[0].lower() not in _LITTLE:
            return match.start("words") + start, match.end("words")
    return None


def _head(match: re.Match[str]) -> tuple[int, int] | None:
    """The first words after the label whose initials spell the acronym."""
    spans = [(found.start(), found.end()) for found in re.finditer(r"\S+", match["words"])]
    for count in range(len(spans), 1, -1):
        words = match["words"][: spans[count - 1][1]].split()
        if spells(match["acronym"], words):
            return match.start("words"), match.start("words") + spans[count - 1][1]
    return None


def spells(acronym: str, words: list[str]) -> bool:
    """Do the words look like a spelling-out of the acronym: first letters the same, and as many words as letters, give or take one?"""
    letters = re.sub(r"[^A-Za-z]", "", acronym).lower().removesuffix("s" if acronym.endswith("s") else "")
    parts = [part for word in words for part in re.split(r"[-/]", word) if part]
    initials = [part[0].lower() for part in parts if part.lower() not in _LITTLE] or [part[0].lower() for part in parts]
    if not letters or not initials or initials[0] != letters[0]:
        return False
    if any(character.isdigit() for character in acronym):
        count = int(re.sub(r"\D", "", acronym) or 0)
        return len(initials) in (len(letters), len(letters) + count - 1, count)
    hits = sum(letter == initial for letter, initial in zip(letters, initials, strict=False))
    return abs(len(initials) - len(letters)) <= 1 and hits >= max(2, len(letters) - 1) - (len(letters) <= 2)
