"""Whether the lines of a container, as far as they are read, end in a paragraph that a lazy line may continue."""

import re

from notelint.document.grammar import DELIMITERS, HTML_ENDED, HTML_LONE, HTML_TAG, THEMATIC_BREAK
from notelint.document.html_block import html_end
from notelint.source.lazy_pattern import lazy_pattern

_FOOTNOTE = r"\[\^[^\]\s]{1,999}\]:"
_CONTAINERS = lazy_pattern(rf"(?: {{0,3}}+(?:>|(?:[*+-]|[0-9]{{1,9}}[.)])(?=[ \t]|$)|{_FOOTNOTE})[ \t]?+)*+")
_INTERRUPTING = lazy_pattern(rf"(?: {{0,3}}+(?:>|(?:[*+-]|1[.)])(?=[ \t]+[^ \t])|{_FOOTNOTE})[ \t]?+)*+")
_BREAK = lazy_pattern(THEMATIC_BREAK)
_FENCE = lazy_pattern(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = lazy_pattern(r" {0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = lazy_pattern(r" {0,3}=+[ \t]*$")
_DELIMITERS = lazy_pattern(rf" {{0,3}}+{DELIMITERS}$")
_HTML = lazy_pattern(rf" {{0,3}}<(?:({HTML_ENDED})|{HTML_TAG}|(?P<lone>{HTML_LONE}))")


class Laziness:
    """Follows the lines of one container; looks at each line once, and only when asked."""

    __slots__ = ("_fence", "_html", "_nested", "_open", "_quotes", "_seen", "_table")

    def __init__(self) -> None:
        self._seen = 0
        self._open = False
        self._nested = False
        self._quotes = 0
        self._fence = ""
        self._html: re.Pattern[str] | None = None
        self._table = False

    def open(self, lines: list[str]) -> bool:
        """True if the last of `lines` is part of a paragraph."""
        for line in "".join(lines[self._seen :]).split("\n")[:-1]:
            self._open = self._follow(line)
        self._seen = len(lines)
        return self._open

    def add_lazy(self, lines: list[str]) -> None:
        """Take the last of `lines` for what it is, a lazy line."""
        self._seen = len(lines)

    def _follow(self, line: str) -> bool:
        if self._fence:
            self._close_fence(line)
            return False
        if self._html is not None:
            self._html = None if self._html.search(line) else self._html
            return False
        text = self._inner(line)
        if not text.strip(" \t"):
            self._table = False
            return False
        return not self._table and not self._starts(text)

    def _close_fence(self, line: str) -> None:
        rest = line.strip(" \t>")
        if len(rest) >= len(self._fence) and not rest.strip(self._fence[0]):
            self._fence = ""

    def _inner(self, line: str) -> str:
        """The line without the markers of containers; new ones close the paragraph before them."""
        found = (_INTERRUPTING if self._open and not self._nested else _CONTAINERS).match(line)
        markers = found.group() if found and not _BREAK.match(line) else ""
        if not markers:
            return line.lstrip(" \t") if self._nested else line
        has_item = bool(markers.strip("> \t"))
        self._nested = self._nested or has_item
        if has_item or markers.count(">") > self._quotes:
            self._open = False
        self._quotes = markers.count(">")
        return line[len(markers) :]

    def _starts(self, text: str) -> bool:
        fence = _FENCE.match(text)
        if fence:
            self._fence = fence.group(1)
            return True
        html = _HTML.match(text)
        if html and not (html["lone"] and self._open):
            end = html_end(html.group(1))
            self._html = None if end.search(text, html.end()) else end
            return True
        if self._open and _DELIMITERS.match(text):
            self._table = "|" in text
            return True
        if not self._open and text.startswith(("    ", "\t")):
            return True
        return bool(_HEADING.match(text) or _BREAK.match(text) or (self._open and _UNDERLINE.match(text)))
