"""Emphasis, strong, strikethrough and marks: CommonMark's delimiter runs, paired in linear time."""

import string
import unicodedata
from typing import Any

_PUNCTUATION = frozenset(string.punctuation)
_PAIRS = frozenset({"emph", "strong", "strikethrough", "mark"})
_KIND_BY_MARKER = {"~": "strikethrough", "=": "mark"}
_DEEPEST = 20


class Delimiter:
    """What is left of one run of `*`, `_`, `~~` or `==` that may open or close."""

    __slots__ = ("closes", "end", "marker", "opens", "size", "start")

    def __init__(self, marker: str, start: int, end: int, opens: bool, closes: bool) -> None:
        self.marker = marker
        self.start = start
        self.end = end
        self.opens = opens
        self.closes = closes
        self.size = end - start


def delimiter(text: str, start: int, end: int) -> Delimiter:
    """The run `text[start:end]`, with what CommonMark's flanking rules let it do."""
    marker = text[start]
    before = _KINDS[text[start - 1]] if start else " "
    after = _KINDS[text[end]] if end < len(text) else " "
    left = after != " " and (after == "a" or before != "a")
    right = before != " " and (before == "a" or after != "a")
    if marker not in "_=":
        return Delimiter(marker, start, end, left, right)
    return Delimiter(marker, start, end, left and (not right or before == "."), right and (not left or after == "."))


class _Kinds(dict[str, str]):
    """Of each character seen whether it is white space, punctuation (".") or else ("a")."""

    def __missing__(self, character: str) -> str:
        kind = self[character] = _kind(character)
        return kind


def _kind(character: str) -> str:
    if character.isalnum():
        return "a"
    if character.isspace():
        return " "
    if character in _PUNCTUATION or unicodedata.category(character)[0] in "PS":
        return "."
    return "a"


_KINDS = _Kinds()


def nest(atoms: list[dict[str, Any]], delimiters: list[Delimiter]) -> list[dict[str, Any]]:
    """Tokens of the pairs among `delimiters`, with `atoms` and one another as children."""
    pairs = _pair(delimiters)
    if not pairs:
        return atoms
    top: list[dict[str, Any]] = []
    stack: list[dict[str, Any]] = []
    for token in sorted(atoms + pairs, key=_order):
        while stack and token["s"] >= stack[-1]["e"]:
            stack.pop()
        is_pair = token["type"] in _PAIRS
        if is_pair and len(stack) >= _DEEPEST:
            continue
        (stack[-1]["children"] if stack else top).append(token)
        if is_pair:
            stack.append(token)
    return top


def _order(token: dict[str, Any]) -> tuple[int, int]:
    return token["s"], -token["e"]


def _pair(delimiters: list[Delimiter]) -> list[dict[str, Any]]:
    pairs: list[dict[str, Any]] = []
    openers: list[Delimiter] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        key = (closer.marker, closer.opens, closer.size % 3)
        while closer.closes and closer.start < closer.end:
            index = _opener(openers, closer, bottoms.get(key, 0))
            if index is None:
                bottoms[key] = len(openers)
                break
            _match(openers, index, closer, pairs)
            for other, bottom in bottoms.items():
                if bottom > len(openers):
                    bottoms[other] = len(openers)
        if closer.opens and closer.start < closer.end:
            openers.append(closer)
    return pairs


def _opener(openers: list[Delimiter], closer: Delimiter, bottom: int) -> int | None:
    for index in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[index]
        if opener.marker == closer.marker and _fit(opener, closer):
            return index
    return None


def _fit(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.closes or closer.opens:
        return (opener.size + closer.size) % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)
    return True


def _match(openers: list[Delimiter], index: int, closer: Delimiter, pairs: list[dict[str, Any]]) -> None:
    opener = openers[index]
    del openers[index + 1 :]
    width = min(opener.end - opener.start, closer.end - closer.start, 2)
    opener.end -= width
    closer.start += width
    kind = _KIND_BY_MARKER.get(closer.marker) or ("emph", "strong")[width - 1]
    inner = (opener.end + width, closer.start - width)
    pairs.append({"type": kind, "s": opener.end, "e": closer.start, "inner": inner, "children": []})
    if opener.start == opener.end:
        openers.pop()
