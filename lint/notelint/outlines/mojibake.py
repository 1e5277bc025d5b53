"""Text that was decoded with the wrong encoding, and what it was."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notelint.document import Document
from notelint.language import alternatives, load_language, whole_words
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_WINDOWS = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_TAIL = rf"[\u0080-\u00bf{_WINDOWS}]"
_RUN = lazy_pattern(
    rf"(?:[\u00c2\u00c3]{_TAIL}|[\u00c4-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|\u00f0{_TAIL}{{3}}|\u00e2\u20ac(?=[\s.,;:!?)]|\Z))+"
    r"|(?:\u201a\u00c4[\u00f4\u00f2\u00fa\u00f9\u00ec\u00ee\u00b6\u00a2\u00e6])+"
    r"|\ufffd+"
)
_LEAD = lazy_pattern("[\u00c2-\u00f0\u201a\ufffd]")
_SURE = lazy_pattern(
    rf"[\u00c2\u00c3](?![\u00bb\u2019\u201d\u2026]){_TAIL}|\u00e2[\u20ac\u201a\u0080-\u0084\u2020\u201d\u2022\u0153\u02c6\u0086-\u009c]{_TAIL}?|\u00f0\u0178|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd|\u201a\u00c4|\ufffd"
)
_ABOUT_ENCODINGS = lazy_pattern(
    lambda: (
        r"\butf-?(?:8|16|32)|latin-?1|iso-?8859|windows-?125\d|\bcp-?125\d"
        rf"|{alternatives(load_language().sections.about_encodings)}|{whole_words(load_language().sections.byte_order_marks)}"
    ),
    re.IGNORECASE,
)
_PLAIN = {"\u00a0": " ", "\u00ad": "", "\ufeff": ""}
_CODES = {character: character.encode("cp1252") for character in _WINDOWS}
_MOST_ROUNDS = 3
_REACH = 600


class Mojibake(NamedTuple):
    """`text` at `span` was `was` before; None where nobody can know, as of U+FFFD."""

    span: Span
    text: str
    was: str | None


def mojibake(document: Document) -> Iterator[Mojibake]:
    """One after the other; a paragraph, table or code block that is about encodings may show such text."""
    text = document.source.text
    if text.isascii() or not _LEAD.search(text):
        return
    topics = _Topics(text)
    for match in _RUN.finditer(text):
        if not _is_sure(match.group()) or topics.are_encodings(match.start()):
            continue
        yield Mojibake(Span(*match.span()), match.group(), repaired(match.group()))


def repaired(text: str) -> str | None:
    """What was meant before UTF-8 was read as Windows-1252, Latin-1 or Mac Roman, once or more often; None if it does not come out even."""
    result = text
    for _ in range(_MOST_ROUNDS):
        before = _undo(result)
        if before is None:
            break
        result = before
    if result == text or "\ufffd" in result:
        return None
    return "".join(_PLAIN.get(character, character) for character in result)


def _undo(text: str) -> str | None:
    if text.isascii():
        return None
    for data in (_as_windows(text), _as_mac(text)):
        try:
            if data is not None:
                return data.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return None


def _as_windows(text: str) -> bytes | None:
    """Bytes 0x81 and the like, which Windows-1252 leaves open, stand for themselves, as browsers read them."""
    try:
        return b"".join(_CODES.get(character) or character.encode("latin-1") for character in text)
    except UnicodeEncodeError:
        return None


def _as_mac(text: str) -> bytes | None:
    try:
        return text.encode("mac_roman")
    except UnicodeEncodeError:
        return None


def _is_sure(text: str) -> bool:
    """Two letters that make a rare letter may be meant; what begins as broken punctuation begins, or a longer run, is not."""
    return _SURE.search(text) is not None or (len(text) >= 4 and repaired(text) is not None)


class _Topics:
    """Whether the paragraph around an offset, or the one before it, speaks of encodings; asked in ascending order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known = (-1, -1, False)

    def are_encodings(self, offset: int) -> bool:
        start, end, answer = self._known
        if not start <= offset < end:
            floor = max(offset - _REACH, 0)
            start = self._text.rfind("\n\n", floor, offset)
            before = self._text.rfind("\n\n", floor, start) if start >= 0 else -1
            end = self._text.find("\n\n", offset, offset + _REACH)
            end = end if end >= 0 else min(offset + _REACH, len(self._text))
            answer = _ABOUT_ENCODINGS.search(self._text, before if before >= 0 else floor, end) is not None
            self._known = (offset, end, answer)
        return answer
