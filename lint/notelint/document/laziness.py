"""Whether the lines of a container, as far as they are read, end in a paragraph that a lazy line may continue."""

import re

from notelint.document.grammar import HTML_ENDED, HTML_TAG, THEMATIC_BREAK
from notelint.document.html_block import html_end

_CONTAINERS = re.compile(r"(?:[ \t]*+(?:>|(?:[*+-]|[0-9]{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:))*+")
_BREAK = re.compile(THEMATIC_BREAK)
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_OTHER = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$)")
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_HTML = re.compile(rf" {{0,3}}<(?:({HTML_ENDED})|{HTML_TAG})")


class Laziness:
    """Follows the lines of one container; looks at each line once, and only when asked."""

    __slots__ = ("_fence", "_html", "_open", "_seen", "_table")

    def __init__(self) -> None:
        self._seen = 0
        self._open = False
        self._fence = ""
        self._html: re.Pattern[str] | None = None
        self._table = False

    def open(self, lines: list[str]) -> bool:
        """True if the last of `lines` is part of a paragraph."""
        for line in "".join(lines[self._seen :]).split("\n")[:-1]:
            self._open = self._follow(line)
        self._seen = len(lines)
        return self._open

    def _follow(self, line: str) -> bool:
        if self._fence:
            self._close_fence(line)
            return False
        if self._html is not None:
            self._html = None if self._html.search(line) else self._html
            return False
        text = line if _BREAK.match(line) else line[_CONTAINERS.match(line).end() :]  # type: ignore[union-attr]
        if not text.strip(" \t"):
            self._table = False
            return False
        return not self._table and not self._starts(text)

    def _close_fence(self, line: str) -> None:
        rest = line.strip(" \t>")
        if len(rest) >= len(self._fence) and not rest.strip(self._fence[0]):
            self._fence = ""

    def _starts(self, text: str) -> bool:
        fence = _FENCE.match(text)
        if fence:
            self._fence = fence.group(1)
            return True
        html = _HTML.match(text)
        if html:
            end = html_end(html.group(1))
            self._html = None if end.search(text, html.end()) else end
            return True
        if self._open and _DELIMITERS.match(text):
            self._table = "|" in text
            return True
        if not self._open and text.startswith(("    ", "\t")):
            return True
        return bool(_OTHER.match(text) or _BREAK.match(text))
