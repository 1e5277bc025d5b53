"""Inline tokens -> Text."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mistune.util import unescape

from notelint.document.text import HARD_BREAK, Style, Text, TextRun
from notelint.source.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from notelint.document.leaf import Leaf

_STYLES = {
    "emph": Style.EMPH,
    "strong": Style.STRONG,
    "strikethrough": Style.STRUCK,
    "link": Style.LINK,
    "image": Style.IMAGE,
    "code": Style.CODE,
    "math": Style.MATH,
    "autolink": Style.URL,
    "wiki_link": Style.LINK,
    "html_inline": Style.HTML,
    "template": Style.CODE,
}
_BREAK_TAG = lazy_pattern(r"</?br\s*/?>", re.IGNORECASE)
_ESCAPED = lazy_pattern(r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
_ESCAPED_PIPE = lazy_pattern(r"\\\|")
_OPENING = lazy_pattern(r"[*_`\[(\"'~=<]*+[A-Z\d]\S*+")
_OPEN_ENDS = ",;&+/([{-–—"
_WRAPPED_AT = 60
"""Characters that a line has room for at least, where nobody can tell at which column the author wraps lines."""


class _Mix:
    """A Style and those it becomes inside other inlines; kept, for flags are slow to combine."""

    def __init__(self, style: int) -> None:
        self.style = style
        self._inside: dict[str, _Mix] = {}

    def inside(self, kind: str) -> "_Mix":
        found = self._inside.get(kind)
        if found is None:
            found = self._inside[kind] = _Mix(self.style | _STYLES.get(kind, Style.PROSE))
        return found


_PROSE = _Mix(Style.PROSE)


def read(leaf: "Leaf", tokens: list[dict[str, Any]]) -> Text:
    """The leaf as a reader sees it."""
    reader = _Reader(leaf)
    reader.read(tokens, 0, len(leaf.raw), _PROSE)
    return Text("".join(reader.pieces), tuple(reader.runs))


class _Reader:
    """Collects pieces of plain text and joins what is contiguous into runs."""

    def __init__(self, leaf: "Leaf") -> None:
        self.leaf = leaf
        self.raw = leaf.raw
        self.pieces: list[str] = []
        self.runs: list[TextRun] = []
        self.size = 0

    def add(self, text: str, source: int, length: int, style: int) -> None:
        """Append `text`, which stands for `length` characters at `source`."""
        start, self.size = self.size, self.size + len(text)
        self.pieces.append(text)
        if self.runs and len(text) == length:
            last = self.runs[-1]
            if last.style is style and last.source + last.length == source and last.end - last.start == last.length:
                self.runs[-1] = TextRun(last.start, self.size, last.source, last.length + length, style)
                return
        self.runs.append(TextRun(start, self.size, source, length, style))

    def read(self, tokens: list[dict[str, Any]], start: int, end: int, mix: _Mix) -> None:
        """Read `raw[start:end]`, which holds `tokens`."""
        for token in tokens:
            if token["s"] > start:
                self.read_text(start, token["s"], mix.style, _ESCAPED)
            self.read_token(token, mix)
            start = token["e"]
        if end > start:
            self.read_text(start, end, mix.style, _ESCAPED)

    def read_token(self, token: dict[str, Any], mix: _Mix) -> None:
        kind, start, end = token["type"], token["s"], token["e"]
        if kind in ("softbreak", "linebreak"):
            is_hard = kind == "linebreak" or self.is_meant(start, end)
            self.read_break(start, end, mix.style, HARD_BREAK if is_hard else "\n")
            return
        inside = mix.inside(kind)
        inner: tuple[int, int] | None = token.get("inner")
        if inner and "children" in token:
            self.read(token["children"], inner[0], inner[1], inside)
        elif inner and kind == "code":
            self.read_code(inner[0], inner[1], inside.style)
        elif kind == "autolink":
            bare = token["attributes"]["bare"]
            self.read_lines(start + (not bare), end - (not bare), inside.style, _ESCAPED if bare else None)
        elif kind == "wiki_link":
            self.read_wiki_link(token, mix)
        elif inner:
            self.read_lines(inner[0], inner[1], inside.style, None)
        elif kind == "html_inline" and _BREAK_TAG.fullmatch(self.raw, start, end):
            self.read_break(start, end, inside.style, HARD_BREAK)

    def is_meant(self, start: int, end: int) -> bool:
        """Is the end of a line no wrapped one: the next line opens with a capital or number that the line had room for, and the line is not left open?"""
        opening = _OPENING.match(self.raw, end)
        if opening is None or start == 0 or self.raw[start - 1] in _OPEN_ENDS:
            return False
        line = start - (self.raw.rfind("\n", 0, start) + 1)
        return line + 1 + len(opening.group()) <= self.width

    @cached_property
    def width(self) -> int:
        """Characters that a line has room for."""
        return max(_WRAPPED_AT, *map(len, self.raw.split("\n")))

    def read_wiki_link(self, token: dict[str, Any], mix: _Mix) -> None:
        embed = token["attributes"]["embed"]
        if not embed or token["attributes"]["label"] is not None:
            start, end = token["inner"]
            self.read_lines(start, end, mix.inside("image" if embed else "wiki_link").style, None)

    def read_code(self, start: int, end: int, style: int) -> None:
        raw = self.raw
        if end - start > 2 and raw[start] in " \n" and raw[end - 1] in " \n" and raw[start:end].strip(" \n"):
            start, end = start + 1, end - 1
        self.read_lines(start, end, style, _ESCAPED_PIPE if self.leaf.node.kind == "table_cell" else None)

    def read_lines(self, start: int, end: int, style: int, escaped: re.Pattern[str] | None) -> None:
        """Read text that may go over several lines."""
        while (newline := self.raw.find("\n", start, end)) >= 0:
            stop = start + len(self.raw[start:newline].rstrip(" "))
            self.read_text(start, stop, style, escaped)
            start = _skip_blanks(self.raw, newline + 1, end)
            self.read_break(stop, start, style, "\n")
        self.read_text(start, end, style, escaped)

    def read_break(self, start: int, end: int, style: int, sign: str) -> None:
        source = self.leaf.to_source(start)
        self.add(sign, source, self.leaf.to_source(end) - source, style)

    def read_text(self, start: int, end: int, style: int, escaped: re.Pattern[str] | None) -> None:
        """Read text of one line."""
        text = self.raw[start:end]
        if not text:
            return
        source = self.leaf.to_source(start)
        if escaped is None or ("\\" not in text and "&" not in text):
            self.add(text, source, end - start, style)
            return
        at = 0
        for match in escaped.finditer(text):
            plain = match.group()[1:] if match.group()[0] == "\\" else unescape(match.group())
            if plain == match.group():
                continue
            if match.start() > at:
                self.add(text[at : match.start()], source + at, match.start() - at, style)
            self.add(plain, source + match.start(), len(match.group()), style)
            at = match.end()
        if at < len(text):
            self.add(text[at:], source + at, len(text) - at, style)


def _skip_blanks(raw: str, index: int, stop: int) -> int:
    while index < stop and raw[index] in " \t":
        index += 1
    return index
