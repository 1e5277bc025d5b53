"""JSON that does not parse, not even with comments."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from notelint.outlines.snippets.fault import Fault
from notelint.source.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/|(?:(?<=\s)|(?<![\s\S]))\#[^\n]*)
      | (?P<request>^(?:GET|POST|PUT|DELETE|PATCH|HEAD)[ ]\S[^\n{]*$)
      | (?P<string>"(?:[^"\\\n\u201c\u201d]|\\.)*")
      | (?P<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))
      | (?P<mark>[{}\[\],:])
      | (?P<curly>[\u201c\u201d][^"\n\u201c\u201d]*[\u201c\u201d])
      | (?P<blank>\s+)
      | (?P<other>.+)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_CLOSERS = {"{": "}", "[": "]"}
_LARGEST = 100_000


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def json_fault(code: str) -> Fault | None:
    """The first certain fault; None for fragments, sketches, other notations, and several documents that are right one by one."""
    if len(code) > _LARGEST or _is_right(code):
        return None
    tokens = [_Token(match.lastgroup or "", match.group(), *match.span()) for match in _TOKEN.finditer(code) if match.lastgroup != "blank"]
    if any(token.kind == "other" for token in tokens):
        return None
    curly = next((token for token in tokens if token.kind == "curly"), None)
    if curly is not None:
        return _curly(curly, tokens)
    lenient = any(token.kind == "comment" for token in tokens)
    marks = [token for token in tokens if token.kind != "comment"]
    return next(_faults(marks, lenient=lenient), None)


def _is_right(code: str) -> bool:
    try:
        json.loads(code)
    except (ValueError, RecursionError):
        return False
    return True


def _curly(token: _Token, tokens: list[_Token]) -> Fault | None:
    """Curly quotes are wrong where the text is JSON otherwise."""
    text = "".join(f'"{one.text[1:-1]}"' if one.kind == "curly" else one.text for one in tokens if one.kind != "comment")
    if not _is_right(text):
        return None
    return Fault(token.start, token.end, f'JSON has straight quotes only: "{token.text[1:-1]}"', f'"{token.text[1:-1]}"')


def _faults(tokens: list[_Token], *, lenient: bool) -> Iterator[Fault]:
    """Goes through the tokens with a stack of open brackets; at the top, members and commas may stand alone, as in a fragment."""
    stack: list[_Token] = []
    before: _Token | None = None
    closed = key = False
    for token in tokens:
        if token.kind == "request":
            stack.clear()
            before, closed = None, False
            continue
        if before is not None and stack:
            yield from _between(before, token, is_key=key, lenient=lenient)
        key = bool(stack) and stack[-1].text == "{" and token.kind == "string" and before is not None and before.text in ("{", ",")
        if token.text in _CLOSERS:
            stack.append(token)
        elif token.text in ("}", "]"):
            if not stack:
                if closed:
                    yield Fault(token.start, token.end, f'this "{token.text}" closes nothing')
                return
            opener = stack.pop()
            if _CLOSERS[opener.text] != token.text:
                yield Fault(token.start, token.end, f'"{opener.text}" is closed by "{token.text}"', _CLOSERS[opener.text])
                return
            closed = closed or not stack
        before = token
    if stack and tokens[0].text in _CLOSERS:
        yield Fault(stack[-1].start, stack[-1].end, f'this "{stack[-1].text}" is never closed')


def _between(before: _Token, token: _Token, *, is_key: bool, lenient: bool) -> Iterator[Fault]:
    ended = before.kind in ("string", "scalar") or before.text in ("}", "]")
    begins = token.kind in ("string", "scalar") or token.text in _CLOSERS
    if ended and begins:
        name, sign = ("colon", ":") if is_key else ("comma", ",")
        yield Fault(before.start, before.end, f"a {name} is missing behind {_short(before.text)}", before.text + sign)
    elif before.text == "," and token.text in ("}", "]") and not lenient:
        yield Fault(before.start, before.end, f'JSON allows no comma before "{token.text}"', "")
    elif before.text == "," and token.text == ",":
        yield Fault(token.start, token.end, "two commas in a row", "")
    elif before.text == ":" and token.text in (",", "}", "]"):
        yield Fault(before.start, before.end, 'no value stands behind ":"')


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:27] + '..."'
