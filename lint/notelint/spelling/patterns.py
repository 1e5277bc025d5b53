"""Right words in the wrong place: patterns of words, read from schema/words/confusions.yaml."""

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from notelint.dictionary.words import Words
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.prose import Line, Piece, Sort

NEAR = 12
"""Words before the accused among which none of `not-after` may be."""
_ITEM = lazy_pattern(r"\[[^\]]+\]|\S+")


class Item(msgspec.Struct, frozen=True):
    """What may stand at one place: one of `words`, a word with one of `endings`, or by `kind` (any, caps, code, start, end); `negated` for all but those."""

    words: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    kind: str = "words"
    negated: bool = False
    optional: bool = False

    def fits(self, piece: Piece | None) -> bool:
        """Whether the piece (None beyond the ends of the line) fits."""
        if piece is None or piece.sort is Sort.MARK:
            at_edge = piece is None or piece.text[0] in _EDGES
            if "." in self.words:
                return piece is None or piece.text[0] in _STOPS
            return at_edge and (self.kind == "edge" or ("^" in self.words or "$" in self.words))
        if piece.sort is Sort.OPAQUE:
            return self.kind == "code"
        if self.kind in ("edge", "code"):
            return False
        if self.kind == "any":
            return True
        if self.kind == "caps":
            return piece.text.isupper() and len(piece.text) > 1
        return self.negated != (piece.lower in self.words or (bool(self.endings) and piece.lower.endswith(self.endings)))


_STOPS = frozenset(".;:!?)")
_EDGES = frozenset(".!?;:,()[]{}\"“”'-–—→>=|•…*")


class Pattern(msgspec.Struct, frozen=True):
    """`accused` are the wrong words; `before` is matched from the right, `after` from the left."""

    before: tuple[Item, ...]
    accused: tuple[str, ...]
    after: tuple[Item, ...]
    rights: tuple[str, ...]
    rule: str
    unless: tuple["Pattern", ...] = ()
    left: frozenset[str] = frozenset()
    """The words of which one must be right before the accused; empty where other things may."""
    right: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    """Words of which none may be among the `NEAR` before the accused: "if it is lower then"."""
    only_after: frozenset[str] = frozenset()
    """Words of which one must be among them, if there are any: "the former and the later"."""

    def may_follow(self, words: list[str]) -> bool:
        """Whether the words before the accused allow the pattern."""
        return self.not_after.isdisjoint(words) and not (self.only_after and self.only_after.isdisjoint(words))


class PatternReader:
    """All patterns, by their first accused word; `prepare` must have been told the words of the lines."""

    def __init__(self, words: Words) -> None:
        data = msgspec.msgpack.decode(words.data("confusions"))
        self.forms: list[dict[str, object]] = data["forms"]
        """Patterns of which the accused word is named by its class, for notelint.spelling.forms."""
        self._classes = {name: frozenset(text.split()) for name, text in data["classes"].items()}
        self._unread = _by_accused(data["patterns"], data["families"])
        self._by_word: dict[str, list[Pattern]] = {}
        self.apostrophes: dict[str, str] = data["apostrophes"]
        self._loose: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()

    def prepare(self, words: Iterable[str]) -> None:
        """Read the patterns that accuse any of the words; those of other words are left unread."""
        for word in self._unread.keys() & words:
            patterns = self._by_word[word] = [self.parse(entry) for entry in self._unread.pop(word)]
            if not all(any(_pairs(one)) for one in patterns):
                self._loose.add(word)
            self._pairs.update(pair for one in patterns for pair in _pairs(one))

    def in_line(self, line: Line) -> Iterator[LineSlip]:
        """What the patterns find in a line; few lines hold two words in a row that matter, so that is asked first."""
        lowers, pairs = line.lowers, self._pairs
        if self._loose.isdisjoint(lowers) and pairs.isdisjoint(zip(lowers, islice(lowers, 1, None), strict=False)):
            return
        for index, word in enumerate(lowers):
            if word in self._loose or (
                word in self._by_word and ((line.before(index), word) in pairs or (word, line.after(index)) in pairs)
            ):
                yield from self.read(line, index)

    def read(self, line: Line, index: int) -> Iterator[LineSlip]:
        """What the patterns find at a word of a line; one finding a place is enough."""
        before, after = line.before(index), line.after(index)
        for pattern in self._by_word.get(line.lowers[index], ()):
            if (pattern.left and before not in pattern.left) or (pattern.right and after not in pattern.right):
                continue
            last = index + len(pattern.accused) - 1
            if not pattern.may_follow(line.lowers[max(0, index - NEAR) : index]):
                continue
            if _matches(pattern, line, index) and not any(_matches(one, line, index) for one in pattern.unless):
                if _is_compound(pattern, line, last):
                    continue
                yield LineSlip(pattern.rule, line, index, last, cased(pattern.rights, line.pieces[index].text))
                return

    def parse(self, entry: dict[str, object]) -> Pattern:
        """A pattern as schema/words/confusions.yaml has it."""
        before, accused, after = self._split(str(entry["find"]))
        right = entry["right"]
        rights = tuple(str(one) for one in right) if isinstance(right, list) else (str(right),)
        unless = (self._exception(str(entry["unless"]), accused),) if "unless" in entry else ()
        right_words = _only_words(after) if len(accused) == 1 else frozenset()
        rule = str(entry.get("rule", "confused-word"))
        not_after, only_after = (frozenset(str(entry.get(key, "")).split()) for key in ("not-after", "only-after"))
        return Pattern(before, accused, after, rights, rule, unless, _only_words(before), right_words, not_after, only_after)

    def _split(self, text: str) -> tuple[tuple[Item, ...], tuple[str, ...], tuple[Item, ...]]:
        parts = _ITEM.findall(text)
        at = next(index for index, part in enumerate(parts) if part[0] == "[")
        accused = tuple(parts[at][1:-1].split())
        return tuple(self._item(part) for part in reversed(parts[:at])), accused, tuple(self._item(part) for part in parts[at + 1 :])

    def _exception(self, text: str, accused: tuple[str, ...]) -> Pattern:
        """An exception names the accused words without brackets."""
        parts = text.split()
        at = parts.index(accused[0])
        after = parts[at + len(accused) :]
        return Pattern(tuple(self._item(part) for part in reversed(parts[:at])), accused, tuple(self._item(part) for part in after), (), "")

    def _item(self, text: str) -> Item:
        optional = text.endswith("?") and len(text) > 1
        text = text.removesuffix("?") if optional else text
        negated = text[0] == "!"
        body = text.removeprefix("!")
        if body in _KINDS:
            return Item(kind=_KINDS[body], optional=optional)
        words: set[str] = set()
        endings: list[str] = []
        for word in body.strip("()").split("|"):
            if word == "~":
                return Item(kind="any", optional=optional)
            if word[0] == "<":
                words |= self._classes[word.strip("<>")]
            elif word[0] == "*":
                endings.append(word[1:])
            else:
                words.add(word)
        return Item(frozenset(words), tuple(endings), negated=negated, optional=optional)


def _by_accused(entries: list[dict[str, object]], families: dict[str, dict[str, str]]) -> dict[str, list[dict[str, object]]]:
    """The first accused word -> the patterns as they are written; one that accuses a family is one for each of its words, {1} being what is right."""
    found: dict[str, list[dict[str, object]]] = {}
    for entry in entries:
        find = str(entry["find"])
        accused = find[find.index("[") + 1 : find.index("]")]
        if accused[0] != "<":
            found.setdefault(accused.split()[0], []).append(entry)
            continue
        for wrong, right in families[accused.strip("<>")].items():
            one: dict[str, object] = {key: str(value).replace(accused, wrong).replace("{1}", right) for key, value in entry.items()}
            found.setdefault(wrong.split()[0], []).append(one)
    return found


def _is_compound(pattern: Pattern, line: Line, last: int) -> bool:
    """Whether the end of the accused, or the word after it that gives it away, is but a part of a word: "passed-in", "to fast-forward"."""
    ends = bool(pattern.after) and (pattern.after[0].kind == "edge" or "$" in pattern.after[0].words)
    if line.is_hyphened(last):
        return pattern.rule == "split-word" or ends
    return bool(pattern.right) and line.is_hyphened(last + 1)


_KINDS = {"~": "any", "CAPS": "caps", "#": "code", "^": "edge", "$": "edge"}


def _pairs(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """Two words in a row, of which one must be there for the pattern to hold."""
    word = pattern.accused[0]
    if len(pattern.accused) > 1:
        yield word, pattern.accused[1]
    elif pattern.left:
        yield from ((left, word) for left in pattern.left)
    elif pattern.right:
        yield from ((word, right) for right in pattern.right)


def _only_words(items: tuple[Item, ...]) -> frozenset[str]:
    """The words of the nearest item, where it is nothing but words."""
    if (
        not items
        or items[0].kind != "words"
        or items[0].negated
        or items[0].optional
        or items[0].endings
        or items[0].words & {"^", "$", "."}
    ):
        return frozenset()
    return items[0].words


def _matches(pattern: Pattern, line: Line, index: int) -> bool:
    pieces = line.pieces
    last = index + len(pattern.accused)
    if last > len(pieces) or any(pieces[index + offset].lower != word for offset, word in enumerate(pattern.accused)):
        return False
    return stands_between(pattern, pieces, index)


def stands_between(pattern: Pattern, pieces: list[Piece], index: int) -> bool:
    """Whether what is around the pieces from `index` on fits the pattern, whatever they are themselves."""
    return _side(pattern.before, pieces, index - 1, -1) and _side(pattern.after, pieces, index + len(pattern.accused), 1)


def _side(items: tuple[Item, ...], pieces: list[Piece], at: int, step: int) -> bool:
    if not items:
        return True
    piece = pieces[at] if 0 <= at < len(pieces) else None
    if items[0].fits(piece) and _side(items[1:], pieces, at + step, step):
        return True
    return items[0].optional and _side(items[1:], pieces, at, step)
