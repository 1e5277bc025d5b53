"""Python that does not parse."""

import ast
import re
import warnings
from keyword import kwlist, softkwlist
from textwrap import dedent

from notelint.outlines.snippets.fault import Fault, is_sketch, offset_of, rest_of_line
from notelint.source.close_names import close_names
from notelint.source.lazy_pattern import lazy_pattern

_SESSION = lazy_pattern(r"^[ \t]*+(?:>>>|In ?\[\d*\]:|Out\[\d+\]:|\$ |Traceback \()", re.M)
_MAGIC = lazy_pattern(r"^([ \t]*)(?:[%!][^\n]*|[\w.]+\?{1,2}[ \t]*)$", re.M)
_PYTHON_2 = re.compile(
    r"^[ \t]*+(?:print\s++[^\s(=]|print[ \t]*+$|exec\s+[\"'])|\bexcept\s+[\w.]+\s*,\s*\w+\s*:|\braise\s+\w+\s*,|<>|\b0[0-7]+\b|\bur?[\"'](?:(?!\bur?[\"']).)*?\bunicode\b",
    re.M,
)
_CODE_LINE = lazy_pattern(
    r"\s*(?:[\w.]+(?:\[[^\]]*\])*(?:\s*,\s*[\w.]+)*\s*(?:[-+*/%|&]|//|\*\*)?=[^=]|(?:return|assert|yield|raise|del)\b|(?:if|elif|for|while|with|def|class|async|else|try|except)\b.*:|[\w.]+\(|@\w|from\s+[\w.]+\s+import|import\s)"
)
_PAIRS = {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u00a0": " ", "\u2013": "-", "\u2212": "-"}
_BRACKETS = lazy_pattern(r"was never closed|unmatched '|does not match opening|unterminated (?:string|triple)")
_SURE = lazy_pattern(
    r"expected '[:(]'|unindent does not match|inconsistent use of tabs|positional argument follows keyword|Maybe you meant '=='"
)
_STRANGE = lazy_pattern(r"invalid (?:non-printable )?character")
_HEAD = lazy_pattern(r"\s*(?:if|elif|else|for|while|with|def|class|async|try|except|finally)\b")
_F_STRING = lazy_pattern(r"\b(?:[ft]|r[ft]|[ft]r)[\"']", re.I)
_KEYWORDS = sorted(word for word in {*kwlist, *softkwlist} if len(word) > 3)


def python_fault(code: str) -> Fault | None:
    """The first certain fault; None for sessions, Python 2, sketches, and where it is not certain."""
    if _SESSION.search(code):
        return None
    plain = _MAGIC.sub(lambda match: match[1] + "0" + " " * max(len(match[0]) - len(match[1]) - 1, 0), code)
    error = _error(plain)
    if error is None or error.lineno is None or is_sketch(code) or _PYTHON_2.search(code):
        return None
    return _judge(plain, error)


def _error(code: str) -> SyntaxError | None:
    """What Python says to the code without the indentation that all of it shares."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(dedent(code))
        except SyntaxError as error:
            return error
        except (ValueError, RecursionError, MemoryError):
            return None
    return None


def _judge(code: str, error: SyntaxError) -> Fault | None:
    message = error.msg
    lines = code.split("\n")
    number = min(error.lineno or 1, len(lines))
    line = lines[number - 1]
    shift = (
        len(line) - len(line.lstrip())
        if isinstance(error, IndentationError)
        else len(code.split("\n", 1)[0]) - len(dedent(code).split("\n", 1)[0])
    )
    column = max((error.offset or 1) - 1 + max(shift, 0), 0)
    if _STRANGE.match(message):
        return _strange_character(code, number, line)
    if _F_STRING.search(line):
        return None
    sure = _SURE.search(message) is not None and (_CODE_LINE.match(line) is not None or isinstance(error, IndentationError))
    if sure or _lacks_colon(message, lines, number) or (_BRACKETS.search(message) and _CODE_LINE.match(line)):
        start = offset_of(code, number, 0 if isinstance(error, IndentationError) else column)
        start = start if start < rest_of_line(code, offset_of(code, number)) else offset_of(code, number)
        return Fault(_skip_blanks(code, start), rest_of_line(code, start), message[0].lower() + message[1:].partition(" (detected")[0])
    return _misspelt_keyword(code, number, line) if message.startswith("invalid syntax") else None


def _lacks_colon(message: str, lines: list[str], number: int) -> bool:
    """Whether it is the head of a block, with the block below it."""
    if message != "expected ':'" or number >= len(lines):
        return False
    depths = [len(line) - len(line.lstrip()) for line in lines[number - 1 : number + 1]]
    return depths[1] > depths[0] and _HEAD.match(lines[number - 1]) is not None


def _strange_character(code: str, number: int, line: str) -> Fault | None:
    """Typographic quotes, dashes and spaces, if the code is right with plain ones."""
    at = next((index for index, character in enumerate(line) if character in _PAIRS), None)
    if at is None or _error(_plain(code)) is not None:
        return None
    start = offset_of(code, number, at)
    character = code[start]
    name = f'"{character}" (U+{ord(character):04X})' if character.isprintable() else f"U+{ord(character):04X}"
    plain = "a space" if _PAIRS[character] == " " else repr(_PAIRS[character])
    return Fault(start, start + 1, f"the character {name} is no Python; write {plain}", _PAIRS[character])


def _plain(code: str) -> str:
    return "".join(_PAIRS.get(character, character) for character in code)


def _misspelt_keyword(code: str, number: int, line: str) -> Fault | None:
    """A line in a block of code that begins with something like a keyword, and is right with the keyword."""
    body = line.lstrip()
    word = re.match(r"[a-z]+", body)
    if word is None or len(body) == len(line) or word[0] in _KEYWORDS:
        return None
    close = close_names(word[0], _KEYWORDS, 1, 0.75)
    if not close:
        return None
    lines = code.split("\n")
    lines[number - 1] = line.replace(word[0], close[0], 1)
    if _error("\n".join(lines)) is not None:
        return None
    start = offset_of(code, number, len(line) - len(body))
    return Fault(start, start + len(word[0]), f'"{word[0]}" is no keyword; did you mean "{close[0]}"?', close[0])


def _skip_blanks(code: str, start: int) -> int:
    while start < len(code) and code[start] in " \t":
        start += 1
    return start
