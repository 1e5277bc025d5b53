"""Names of code and protocols that are nearly, but not quite, known ones: SnedTaskFailure."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from notelint.document import Document, Style, Text
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.near import near
from notelint.spelling.prose import OPAQUE, Line, Shapes
from notelint.spelling.slip import Slip

_TOKEN = lazy_pattern(r"[A-Za-z][\w:-]*[A-Za-z0-9]")
_HUMPS = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SHORTEST = 8


class _Names:
    """Identifiers of one initial, in either case."""

    def __init__(self, names: list[str]) -> None:
        self.known = frozenset(names)
        self.by_lower: dict[str, list[str]] = {}
        self.by_shape: dict[tuple[str, int], list[str]] = {}
        for name in names:
            if len(name) >= _SHORTEST and _has_shape(name):
                self.by_lower.setdefault(name.lower(), []).append(name)
                self.by_shape.setdefault((name[0], len(name)), []).append(name)

    @cached_property
    def exceptions(self) -> dict[str, list[str]]:
        """First part of the name -> names of exceptions."""
        found: dict[str, list[str]] = {}
        for name in self.known:
            if name.endswith("Exception"):
                found.setdefault(_HUMPS.findall(name)[0], []).append(name)
        return found


class IdentifierReader:
    """The identifiers of one Reference, ready to be held against notes; made ready initial by initial, since they are many."""

    def __init__(self, reference: Reference, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._identifiers = reference.identifiers
        self._names: dict[str, _Names] = {}
        self._answers: dict[str, str | None] = {}

    def read(self, document: Document, lines: list[Line], shapes: Shapes) -> Iterator[Slip]:
        """Near misses in code spans, in quotes, and among the words that are no prose."""
        for line in lines if self._identifiers else ():
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
        if len(token) < _SHORTEST or not _has_shape(token):
            return None
        names = self._like(token)
        if token in names.known:
            return None
        same = [name for name in names.by_lower.get(token.lower(), ()) if name[0] == token[0]]
        if same or token.lower() in names.by_lower:
            return same[0] if len(same) == 1 and ":" not in token and "-" not in token and _is_same_style(token, same[0]) else None
        likely = self._near(token, names) or self._longer(token, names)
        if len(likely) != 1 or not _is_same_style(token, likely[0]):
            return None
        return likely[0] if self._is_slip(token, likely[0]) else None

    def _like(self, token: str) -> _Names:
        """Those with the initial of the token."""
        initial = token[0].lower()
        if initial not in self._names:
            self._names[initial] = _Names([*self._with(initial.upper()), *self._with(initial)])
        return self._names[initial]

    def _with(self, initial: str) -> Sequence[str]:
        """The identifiers are sorted."""
        return self._identifiers[bisect_left(self._identifiers, initial) : bisect_left(self._identifiers, chr(ord(initial) + 1))]

    def _near(self, token: str, names: _Names) -> list[str]:
        most = 1 if len(token) < 12 else 2 if len(token) < 24 else 3
        found = []
        for length in range(len(token) - most, len(token) + most + 1):
            found += near(token, names.by_shape.get((token[0], length), ()), most)
        best = min((distance for _, distance in found), default=0)
        return [name for name, distance in found if distance == best]

    def _longer(self, token: str, names: _Names) -> list[str]:
        """Names of exceptions that hold one part more than the token."""
        parts = _HUMPS.findall(token)
        if len(parts) < 3 or parts[-1] != "Exception" or "".join(parts) != token:
            return []
        return [
            name
            for name in names.exceptions.get(parts[0], ())
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
    """Whether it is a piece of a path or a longer name."""
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
