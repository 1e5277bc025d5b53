"""Names of code and protocols that are nearly, but not quite, known ones: SnedTaskFailure."""

import re
from collections.abc import Iterator
from functools import cached_property

from notelint.document import Document, Style, Text
from notelint.facts.model import Slip
from notelint.facts.spelling.lexicon import Lexicon
from notelint.facts.spelling.prose import OPAQUE, Line, Shapes
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(r"[A-Za-z][\w:-]*[A-Za-z0-9]")
_HUMPS = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SHORTEST = 8


class IdentifierReader:
    """The identifiers of one Reference, ready to be held against notes."""

    def __init__(self, reference: Reference, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = frozenset(reference.identifiers)
        self._by_lower: dict[str, list[str]] = {}
        self._by_shape: dict[tuple[str, int], list[str]] = {}
        self._answers: dict[str, str | None] = {}
        for name in reference.identifiers:
            if len(name) >= _SHORTEST and _has_shape(name):
                self._by_lower.setdefault(name.lower(), []).append(name)
                self._by_shape.setdefault((name[0], len(name)), []).append(name)

    def read(self, document: Document, lines: list[Line], shapes: Shapes) -> Iterator[Slip]:
        """Near misses in code spans, in quotes, and among the words that are no prose."""
        if not self._by_shape:
            return
        for line in lines:
            for start, end in self._places(line, shapes):
                token = line.statement.text.plain[start:end]
                right = self._right(token)
                if right:
                    yield _slip(document, line.statement.text, start, end, token, right)

    def _places(self, line: Line, shapes: Shapes) -> Iterator[tuple[int, int]]:
        """Tokens of code spans, and of chunks that may be a name of code and are not known to be none."""
        plain = line.statement.text.plain
        if OPAQUE in line.text:
            for run in line.statement.text.runs:
                if run.style & Style.CODE and run.end - run.start >= _SHORTEST:
                    yield from _tokens(plain, run.start, run.end)
        if shapes.names.isdisjoint(line.chunks):
            return
        start = 0
        for chunk in line.chunks:
            if chunk in shapes.names and any(self._right(token) for token in _TOKEN.findall(chunk)):
                start = line.text.index(chunk, start)
                yield from _tokens(plain, start, start + len(chunk))

    def _right(self, token: str) -> str | None:
        if token not in self._answers:
            self._answers[token] = self._judge(token)
        return self._answers[token]

    def _judge(self, token: str) -> str | None:
        if len(token) < _SHORTEST or token in self._known or not _has_shape(token):
            return None
        same = [name for name in self._by_lower.get(token.lower(), ()) if name[0] == token[0]]
        if same or token.lower() in self._by_lower:
            return same[0] if len(same) == 1 and ":" not in token and "-" not in token and _is_same_style(token, same[0]) else None
        near = self._near(token) or self._longer(token)
        if len(near) != 1 or not _is_same_style(token, near[0]):
            return None
        return near[0] if self._is_slip(token, near[0]) else None

    def _near(self, token: str) -> list[str]:
        from rapidfuzz import process  # noqa: PLC0415 - only where there is a strange name
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        most = 1 if len(token) < 12 else 2 if len(token) < 24 else 3
        found = []
        for length in range(len(token) - most, len(token) + most + 1):
            found += process.extract(token, self._by_shape.get((token[0], length), ()), scorer=OSA.distance, score_cutoff=most, limit=4)
        best = min((distance for _, distance, _ in found), default=0)
        return [name for name, distance, _ in found if distance == best]

    @cached_property
    def _exceptions(self) -> dict[str, list[str]]:
        """First part of the name -> names of exceptions."""
        found: dict[str, list[str]] = {}
        for name in self._known:
            if name.endswith("Exception"):
                found.setdefault(_HUMPS.findall(name)[0], []).append(name)
        return found

    def _longer(self, token: str) -> list[str]:
        """Names of exceptions that hold one part more than the token."""
        parts = _HUMPS.findall(token)
        if len(parts) < 3 or parts[-1] != "Exception" or "".join(parts) != token:
            return []
        return [
            name
            for name in self._exceptions.get(parts[0], ())
            if any(_without(name, index) == parts for index in range(1, len(_HUMPS.findall(name)) - 1))
        ]

    def _is_slip(self, token: str, name: str) -> bool:
        """Another name of the same make is no slip: the part that differs must be no word, or the name so long that chance is out of question."""
        if token.rstrip("s") == name.rstrip("s") or re.sub(r"\d", "", token) == re.sub(r"\d", "", name):
            return False
        if token.endswith("Exception") and len(name) - len(token) > 3:
            return True
        wanted = {part.lower() for part in _HUMPS.findall(name)}
        strange = [part.lower() for part in _HUMPS.findall(token) if part.lower() not in wanted]
        if any(len(part) > 2 and not self._lexicon.is_common(part) for part in strange):
            return True
        return len(token) >= 24 and len(strange) == 1


def _without(name: str, index: int) -> list[str]:
    parts = _HUMPS.findall(name)
    return parts[:index] + parts[index + 1 :]


def _tokens(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text, first, last):
        if match.end() - match.start() >= _SHORTEST and not _is_part(text, *match.span()):
            yield match.span()


def _is_part(text: str, start: int, end: int) -> bool:
    """Is it a piece of a path or a longer name?"""
    after = text[end : end + 2]
    return text[start - 1 : start] in tuple("/.-_@") or (after[:1] in ("/", ".") and after[1:].isalnum())


def _has_shape(name: str) -> bool:
    """Two parts or more: an inner capital, a hyphen, a colon, an underscore."""
    inner = name[1:]
    return inner.lower() != inner or "-" in name or ":" in name or "_" in name


def _is_same_style(token: str, name: str) -> bool:
    return token[0].isupper() == name[0].isupper() and all((mark in token) == (mark in name) for mark in "-:_")


def _slip(document: Document, text: Text, start: int, end: int, token: str, right: str) -> Slip:
    return Slip("misspelt-identifier", document.source.place(text.span(start, end)), token, (right,), sure=False)
