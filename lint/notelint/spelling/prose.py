"""A statement as words and what is between them; what is no prose (code, links, paths, numbers, names of variables) is opaque."""

from collections.abc import Container, Iterator
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import Protocol

import msgspec

from notelint.document import Statement, Style, Text
from notelint.language import alternatives, load_language
from notelint.source.lazy_pattern import lazy_pattern

OPAQUE = "\ufffc"
_LONGEST = 60
_TOO_LONG = lazy_pattern(r"(?<!\S)\S{200,}+|[^\W\d_]{60,}+")
"""No words: genes, keys, encoded data. To compare one with the words of a list takes the square of its length."""
_NOT_PROSE = Style.CODE | Style.URL | Style.MATH | Style.HTML | Style.IMAGE | Style.STRUCK
_LEAD = lazy_pattern(r"[(\[{<\"'“‘«¿¡*_|,;:!?…–—+&=→⇒•·>-]+")
_TAIL = lazy_pattern(r"(?<![)\]}>\"'”’»*_|,;:!?.…–—+&=→⇒•·-])[)\]}>\"'”’»*_|,;:!?.…–—+&=→⇒•·-]++$")
_STOPS = ",.;:!?"
_PLAIN = lazy_pattern(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_ARROW = lazy_pattern(r"->|=>|→|⇒|[,;!?…–—→⇒]|\.{2,}")
_PROSE_IN_CODE = lazy_pattern(
    lambda: rf"(?:[A-Z][a-z]+|\d+{alternatives(load_language().masks.ordinal_endings)}?)(?:[ -](?:[A-Za-z]+|&|/|-))+"
)
_HUMP = lazy_pattern(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_CAPITALS = lazy_pattern(r"\b[A-Z]{2}[a-z]{3}|[A-Z]['’]s\b|\b(?=\w*?[a-z][A-Z])\w++(?<=s)")
_PLURAL = lazy_pattern(r"\b[A-Z]{3,}[Ss]\b")
_NAME = lazy_pattern(r"[a-z][A-Z]|\w[-_:]\w")
_DIGIT = lazy_pattern(r"[A-Za-z]\d")
_TIES = frozenset({"-", "/"})
_OPTIONAL_PLURAL = lazy_pattern(r"([A-Za-z]+)\((?:e?s)\)")


class Sort(Enum):
    """What a piece of a text is."""

    WORD = 0
    MARK = 1
    OPAQUE = 2


class Piece(msgspec.Struct, frozen=True, gc=False):
    """`text[start:end]` of a statement; `lower` has straight apostrophes. `weak`: part of something that may be a path or a name of code."""

    start: int
    end: int
    sort: Sort
    text: str
    lower: str
    weak: bool = False


def _begins_like_code(chunk: str) -> bool:
    """An option, a path, a handle, a tag, a variable; but "-word" may be an item without its space."""
    if len(chunk) < 2 or chunk[0] not in "-/.@#$\\~%" or not (chunk[1].isalnum() or chunk[:2] in ("--", "./", "..", "~/")):
        return False
    return chunk[0] != "-" or chunk.startswith("--") or not chunk[1:].isalpha()


@lru_cache(maxsize=1 << 14)
def _pieces(chunk: str) -> tuple[Piece, ...]:
    """The pieces of a text without spaces, with offsets into it."""
    if _PLAIN.fullmatch(chunk):
        return (_word(chunk, 0, weak=False),)
    if _begins_like_code(chunk):
        return (Piece(0, len(chunk), Sort.OPAQUE, chunk, chunk.lower()),)
    lead = _LEAD.match(chunk)
    start = lead.end() if lead else 0
    tail = _TAIL.search(chunk, start)
    end = tail.start() if tail else len(chunk)
    found = [_mark(chunk, 0, start)] if start else []
    if start < end:
        found += _core(chunk, start, end)
    if end < len(chunk):
        found.append(_mark(chunk, max(start, end), len(chunk)))
    return tuple(found)


def _core(chunk: str, start: int, end: int) -> list[Piece]:
    core = chunk[start:end]
    if _PLAIN.fullmatch(core):
        return [_word(chunk[:end], start, weak=chunk[end : end + 1] == "(")]
    if plural := _OPTIONAL_PLURAL.match(chunk, start):
        return [_word(chunk[: plural.end(1)], start, weak=False), _mark(chunk, plural.end(1), end)]
    cut = _ARROW.search(core)
    if cut and cut.start() and cut.end() < len(core):
        left, right = start + cut.start(), start + cut.end()
        return [*_core(chunk, start, left), _mark(chunk, left, right), *_core(chunk, right, end)]
    for mark, most in (("-", 3), ("/", 3)):
        parts = core.split(mark)
        if 1 < len(parts) <= most + 1 and all(parts):
            weak = (mark == "/" and _is_path(parts)) or (mark == "-" and len(parts) > 3)
            return _joined(chunk, start, parts, mark, weak=weak)
    return [Piece(start, end, Sort.OPAQUE, core, core.lower())]


def _joined(chunk: str, start: int, parts: list[str], mark: str, *, weak: bool) -> list[Piece]:
    found: list[Piece] = []
    for index, part in enumerate(parts):
        if index:
            found.append(_mark(chunk, start, start + 1))
            start += 1
        if _PLAIN.fullmatch(part):
            found.append(_word(chunk[: start + len(part)], start, weak=weak))
        elif mark == "/" and "-" in part and all(_PLAIN.fullmatch(one) for one in part.split("-")):
            found += _joined(chunk, start, part.split("-"), "-", weak=weak)
        else:
            found.append(Piece(start, start + len(part), Sort.OPAQUE, part, part.lower()))
        start += len(part)
    return found


def _is_path(parts: list[str]) -> bool:
    return len(parts) > 3 or parts[0].lower() in (
        "src",
        "etc",
        "usr",
        "var",
        "home",
        "tmp",
        "bin",
        "opt",
        "text",
        "application",
        "image",
        "api",
    )


def _word(chunk: str, start: int, *, weak: bool) -> Piece:
    text = chunk[start:]
    return Piece(start, len(chunk), Sort.WORD, text, text.lower().replace("’", "'"), weak)


def _mark(chunk: str, start: int, end: int) -> Piece:
    return Piece(start, end, Sort.MARK, chunk[start:end], chunk[start:end])


def _masked(text: Text) -> str:
    """What a reader sees, all that is no prose made opaque; code spans that hold words and no code are prose."""
    if not text.styles & _NOT_PROSE:
        return text.plain
    return "".join(
        OPAQUE * (run.end - run.start)
        if run.style & _NOT_PROSE
        and not (run.style & _NOT_PROSE == Style.CODE and _PROSE_IN_CODE.fullmatch(text.plain, run.start, run.end))
        else text.plain[run.start : run.end]
        for run in text.runs
    )


class Spoken(Protocol):
    """What a Line is made of: a Statement, or a comment in code."""

    kind: str

    @property
    def text(self) -> Text:
        """What a reader sees."""

    def ancestors(self) -> Iterator[Statement]:
        """What it hangs from."""


class Line:
    """The pieces of one statement."""

    __slots__ = ("_pieces", "_titled", "chunks", "lowers", "statement", "text")

    def __init__(self, statement: Spoken) -> None:
        self.statement = statement
        self.text = _masked(statement.text)
        self.chunks = self.text.split()
        if max(map(len, self.chunks), default=0) > _LONGEST:
            self.text = _TOO_LONG.sub(lambda match: OPAQUE * len(match[0]), self.text)
            self.chunks = self.text.split()
        self.lowers: list[str] = list(chain.from_iterable(map(_lowers, self.chunks)))
        """The words in lower case, "" for every other piece: all that most lines are asked for."""
        self._pieces: list[Piece] | None = None
        self._titled: bool | None = None

    @property
    def pieces(self) -> list[Piece]:
        """The pieces, as many as there are `lowers`; made when first asked for."""
        if self._pieces is None:
            self._pieces = list(_all_pieces(self.text, self.chunks))
        return self._pieces

    def holds_opaque(self, texts: Container[str]) -> bool:
        """Whether one of the texts is a piece that is no word."""
        return any(piece.text in texts for chunk in self.chunks for piece in _pieces(chunk) if piece.sort is Sort.OPAQUE)

    def written(self) -> Iterator[tuple[str, str]]:
        """The words as they are written and in lower case; without their places, which take longer to make."""
        for chunk in self.chunks:
            for piece in _pieces(chunk) if OPAQUE not in chunk else ():
                if piece.sort is Sort.WORD:
                    yield piece.text, piece.lower

    @property
    def titled(self) -> bool:
        """Whether most longer words are capitalised, as in a heading or a table head."""
        if self._titled is None:
            share = (2, 3) if self.statement.kind in ("heading", "cell") else (4, 5)
            words = [word for word, _ in self.written() if len(word) > 3]
            self._titled = len(words) > 1 and sum(word[0].isupper() for word in words) * share[1] >= len(words) * share[0]
        return self._titled

    def starts_sentence(self, index: int) -> bool:
        """Whether a capital at this piece says nothing, because a sentence, label or bracket begins here."""
        if self.titled:
            return True
        while index and self.pieces[index - 1].sort is Sort.MARK and self.pieces[index - 1].text == "-":
            index = max(index - 2, 0)
        before = self.pieces[index - 1] if index else None
        if before is None:
            return True
        return before.sort is Sort.MARK and before.text[-1] in ".!?:;([{\"“‘'*→>-–—/|=…•"

    def is_hyphened(self, index: int) -> bool:
        """Whether a hyphen or slash ties the piece to another one."""
        text, piece = self.text, self.pieces[index]
        return text[piece.start - 1 : piece.start] in _TIES or text[piece.end : piece.end + 1] in _TIES

    def before(self, index: int) -> str:
        """The word right before a piece, in lower case; "" when something else stands there."""
        return self.lowers[index - 1] if index else ""

    def after(self, index: int) -> str:
        """The word right after a piece."""
        return self.lowers[index + 1] if index + 1 < len(self.lowers) else ""


class Shapes:
    """The chunks of a note by what their letters look like, so that lines without any are passed over at once."""

    def __init__(self, lines: list[Line]) -> None:
        chunks = {chunk: looks for line in lines for chunk in line.chunks if (looks := _looks(chunk))}
        self.humps = frozenset(chunk for chunk, looks in chunks.items() if looks & 1)
        """Those with capitals inside: ElastiSearch."""
        self.capitals = frozenset(chunk for chunk, looks in chunks.items() if looks & 2)
        """Those with two capitals before other letters, and plurals of names and acronyms: COnsumers, KPI's, QuickSights, VHDs."""
        self.plurals = frozenset(match[0] for chunk, looks in chunks.items() if looks & 16 for match in _PLURAL.finditer(chunk))
        """Words in capitals with an s at the end, small or not: VHDs, VHDS."""
        self.names = frozenset(chunk for chunk, looks in chunks.items() if looks & 4)
        """What may be a name of code."""
        self.digits = frozenset(chunk for chunk, looks in chunks.items() if looks & 8)
        """Letters and a digit: ec2."""


@lru_cache(maxsize=1 << 15)
def _looks(chunk: str) -> int:
    """What the letters of a chunk look like, a bit each: humps, capitals, names, digits, plurals in capitals."""
    if chunk.isalpha() and chunk.islower():
        return 0
    odd = not chunk.islower()
    humps = odd and _HUMP.search(chunk) is not None
    plural = odd and _PLURAL.search(chunk) is not None
    capitals = odd and (plural or _CAPITALS.search(chunk) is not None)
    names = OPAQUE not in chunk and _NAME.search(chunk) is not None
    return humps | capitals << 1 | names << 2 | (_DIGIT.search(chunk) is not None) << 3 | plural << 4


@lru_cache(maxsize=1 << 15)
def _lowers(chunk: str) -> tuple[str, ...]:
    """The words of a text without spaces in lower case, "" for what is no word."""
    word = chunk.rstrip(_STOPS)
    if word.isalpha() and word.isascii():  # nearly all are such
        return (word.lower(),) if word == chunk else (word.lower(), "")
    if _PLAIN.fullmatch(chunk):
        return (chunk.lower().replace("’", "'"),)
    if OPAQUE in chunk:
        return ("",)
    return tuple(piece.lower if piece.sort is Sort.WORD else "" for piece in _pieces(chunk))


def _all_pieces(text: str, chunks: list[str]) -> Iterator[Piece]:
    offset = 0
    for chunk in chunks:
        offset = text.index(chunk, offset)
        if OPAQUE in chunk:
            yield Piece(offset, offset + len(chunk), Sort.OPAQUE, chunk, chunk)
        else:
            for piece in _pieces(chunk):
                yield Piece(piece.start + offset, piece.end + offset, piece.sort, piece.text, piece.lower, piece.weak)
        offset += len(chunk)
