"""Counts that announce a list: "there are three kinds of keys:"."""

from typing import NamedTuple

from notelint.document import Statement
from notelint.language import Language
from notelint.source.lazy_pattern import lazy_pattern

_SENTENCE_END = lazy_pattern(r"[.!?;](?=\s)")
_TOKEN = lazy_pattern(r"[^\W_]+(?:['’/.,-][^\W_]+)*")
_SIGN = lazy_pattern(r"[:;,.(–—-]\W{0,40}+$")
_BETWEEN = 3
"""Words between a number and what it counts."""
_TAIL = 8
"""Words behind what is counted."""


class AnnouncedCount(NamedTuple):
    """Characters `start`..`end` of a statement's text announce `number` items."""

    number: int
    start: int
    end: int


class _Word(NamedTuple):
    lower: str
    start: int
    end: int


def announced_count(statement: Statement, language: Language) -> AnnouncedCount | None:
    """The number of items that the last sentence of a statement announces; None unless it ends in a colon and does nothing else."""
    text = statement.text.plain.rstrip("*_ \t\n")
    if not text.endswith(":"):
        return None
    begin = max((match.end() for match in _SENTENCE_END.finditer(text)), default=0)
    words = [_Word(match[0].lower(), *match.span()) for match in _TOKEN.finditer(text, begin)]
    numbers = [index for index, word in enumerate(words) if _number(text, word, language) or any(map(str.isdigit, word.lower))]
    if len(numbers) != 1 or not _may_begin(text, begin, words, numbers[0], language):
        return None
    number = _number(text, words[numbers[0]], language)
    kind = _kind(words, numbers[0], language)
    if not number or kind is None or not _is_tail(text, words, kind, language):
        return None
    return AnnouncedCount(number, words[numbers[0]].start, words[kind].end)


def _number(text: str, word: _Word, language: Language) -> int:
    """The whole number that a word is; 0 if it is none, or is written in capitals as an acronym is."""
    if word.lower.isdecimal():
        return int(word.lower) if len(word.lower) < 3 else 0
    loud = text[word.start : word.end].isupper() and not text.isupper()
    value = language.number_words.get(word.lower, 0.0)
    return 0 if loud or value < 2 else int(value)


def _may_begin(text: str, begin: int, words: list[_Word], index: int, language: Language) -> bool:
    """Whether the number begins the sentence, or follows a word or sign that leads to it."""
    before = words[index - 1].lower if index else ""
    leads = {lead.split()[-1] for lead in language.counts.leads}
    return not index or before in leads or _SIGN.search(text, begin, words[index].start) is not None


def _kind(words: list[_Word], index: int, language: Language) -> int | None:
    """Where the word for what lists enumerate is, after the number at `index`."""
    for place in range(index + 1, min(index + 2 + _BETWEEN, len(words))):
        if language.singular(words[place].lower) in language.counts.kinds:
            return place
        if words[place].lower in language.function_words:
            return None
    return None


def _is_tail(text: str, words: list[_Word], kind: int, language: Language) -> bool:
    """Whether the words after it may belong to what is counted. "of keys" may, another clause may not."""
    after = words[kind + 1 :]
    if len(after) > _TAIL or any(sign in text[words[kind].end : -1] for sign in ",;:="):
        return False
    return not after or after[0].lower in language.function_words or after[0].lower in language.counts.tails
