"""Items and paragraphs that stop in the middle."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from notelint.document import Document, Node, Statement, Style
from notelint.language import alternatives, load_language, whole_words
from notelint.outlines.next_block import flow_of
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+")
_OPEN = lazy_pattern(r"\s\(\Z")
_SHORTEST = 6
_TAIL = 60
_MANY = 50


class CutOff(NamedTuple):
    """`span` is what the text stops at; `kind` is "word" (a word that calls for the next), "bracket" or "stem" (`whole` completes it)."""

    span: Span
    text: str
    kind: str
    whole: str = ""


def cut_offs(document: Document, strangers: Collection[str], fewest_words: int) -> Iterator[CutOff]:
    """Those of a note in order: only where nothing comes that the text could go on with. `strangers` are its words that no list knows; a text of fewer than `fewest_words` is whole."""
    reader = _CutOffReader(document, frozenset(strangers), fewest_words)
    for statement in document.statements:
        if statement.kind in ("item", "paragraph") and not statement.children and reader.is_end(statement):
            yield from reader.read(statement)


class _CutOffReader:
    def __init__(self, document: Document, strangers: frozenset[str], fewest_words: int) -> None:
        self._document = document
        self._strangers = strangers
        self._fewest_words = fewest_words
        self._flow = flow_of(document)

    def is_end(self, statement: Statement) -> bool:
        """Whether there is nothing below or right after the statement but a new item, heading or end."""
        node = statement.node
        if statement.kind == "item":
            assert node.parent is not None
            if len(node.parent.children) > 1:
                return False
            after = self._flow.after(node.parent)
            return after is None or after.kind in ("item", "heading", "thematic_break")
        return self._flow.is_last(node)

    def read(self, statement: Statement) -> Iterator[CutOff]:
        plain = statement.text.plain.rstrip()
        if not plain or statement.text.style_at(len(plain) - 1) != Style.PROSE:
            return
        if word := self._last_word(statement, plain):
            yield CutOff(statement.text.span(*word.span("word")), word["word"], "word")
        elif _OPEN.search(plain) and len(plain.split()) > self._fewest_words:
            yield CutOff(statement.text.span(len(plain) - 1, len(plain)), "(", "bracket")
        elif statement.kind == "item":
            yield from self._stem(statement, plain)

    def _last_word(self, statement: Statement, plain: str) -> re.Match[str] | None:
        match = _last_word().search(plain, max(len(plain) - _TAIL, 0)) if plain.endswith(load_language().sections.unfinished) else None
        if match is None or len(plain.split()) < self._fewest_words:
            return None
        if match["word"] in load_language().sections.citable and _before_pattern().search(plain[: match.start()]):
            return None
        joins = match["word"] in load_language().sections.joints and statement.kind == "item"
        return None if joins and not self._flow.is_last(_item(statement)) else match

    def _stem(self, statement: Statement, plain: str) -> Iterator[CutOff]:
        """A last word that the note uses nowhere else, and that is one or two letters short of a word that it does use."""
        last = plain[-_TAIL:].rpartition(" ")[2]
        if last not in self._strangers or len(last) < _SHORTEST or self._words[last] > 1:
            return
        whole = self._longer(last)
        if whole:
            yield CutOff(statement.text.span(len(plain) - len(last), len(plain)), last, "stem", whole)

    def _longer(self, stem: str) -> str:
        found = self._from(stem)
        ends = {word[len(stem) :] for word in found}
        if not ends or any(end in load_language().sections.inflections or end[0] == stem[-1] for end in ends):
            return ""
        best = min(found, key=lambda word: (len(word), word))
        return best if len(best) <= len(stem) + 2 else ""

    @cached_property
    def _words(self) -> Counter[str]:
        text = "\n".join(statement.text.plain for statement in self._document.statements)
        return Counter(_WORD.findall(text.lower()))

    def _from(self, stem: str) -> list[str]:
        """The words of the note that begin with the stem and go on; none where they are so many that nothing can be told."""
        first = bisect_left(self._sorted, stem)
        found = [word for word in self._sorted[first : first + _MANY] if word.startswith(stem) and word != stem]
        return found if len(found) < _MANY - 1 else []

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\s(\u2014\u2013])(?P<word>{alternatives(load_language().sections.unfinished)})\Z")


@cache
def _before_pattern() -> re.Pattern[str]:
    """What is before a word that is only named: "the word and", "x or the"."""
    return re.compile(rf"(?:[,;/|&(\"'`]|{whole_words(load_language().sections.before_named)})\s*\Z", re.IGNORECASE)


def _item(statement: Statement) -> Node:
    parent = statement.node.parent
    assert parent is not None
    return parent
