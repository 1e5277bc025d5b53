"""Text of strangers as it may be printed: it steers no terminal, reverses no direction of reading, and gives no commands to a CI service or spreadsheet."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from notelint.diagnostic import Diagnostic, Finding
from notelint.source.lazy_pattern import lazy_pattern

_LONGEST = 1000
"""Characters of a message: one that quotes a word of a megabyte helps nobody."""
_HARMFUL = lazy_pattern(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that change the direction of text
    "\u2028\u2029\ufeff\ud800-\udfff\U000e0000-\U000e007f"  # line separators, byte order marks, lone surrogates, invisible tags
    "]"
)
_MARKED = lazy_pattern(r"##(?=\w*\[)")
_COMMAND = lazy_pattern(r"##(?=\w*\[)|^[ \t]*::", re.MULTILINE)
"""Begins a command of a CI service: ##[error] and ##vso[...] anywhere in a line, ::error:: at its start."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def printable(text: str) -> str:
    """On one line and as wide as the text: harmful characters are replaced, tabs are spaces."""
    if text.isprintable() and text.isascii():
        return text
    return _HARMFUL.sub("\ufffd", text.replace("\t", " "))


def harmless(text: str) -> str:
    """The same for text of several lines."""
    return text if text.isprintable() and text.isascii() else _HARMFUL.sub(lambda match: match[0] if match[0] in "\n\t" else "\ufffd", text)


def message(text: str) -> str:
    """A message on one line, cut at a sane length."""
    flat = printable(" ".join(text.split()) if "\n" in text else text)
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def without_commands(text: str) -> str:
    """Lines for people, none of which a CI service takes for a command."""
    return _COMMAND.sub(lambda match: "## " if match[0] == "##" else f"{match[0][:-1]} :", text) if "##" in text or "::" in text else text


def escape_commands(text: str, mark: str) -> str:
    """Text of a machine format in which the second "#" of what could begin a command is written as `mark`, an escape of the format."""
    return _MARKED.sub(lambda _: f"#{mark}", text)


def cell(value: object) -> object:
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    shown = message(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def dump(data: Any) -> str:
    """JSON in which harmful characters, and what would begin a command, are written as escapes."""
    import json  # noqa: PLC0415 - reports for people do without

    text = json.dumps(data, ensure_ascii=False, indent=2)
    return escape_commands(_HARMFUL.sub(_escape, text), "\\u0023")


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return match[0] if match[0] == "\n" else "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def cleaned(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Diagnostics whose messages may be printed; paths and edits stay as they are."""
    for diagnostic in diagnostics:
        finding = _cleaned(diagnostic.finding)
        yield diagnostic if finding == diagnostic.finding else msgspec.structs.replace(diagnostic, finding=finding)


def _cleaned(finding: Finding) -> Finding:
    return msgspec.structs.replace(
        finding,
        message=message(finding.message),
        related=tuple(msgspec.structs.replace(one, message=message(one.message)) for one in finding.related),
        suggestions=tuple(map(message, finding.suggestions)),
        fix=msgspec.structs.replace(finding.fix, title=message(finding.fix.title)) if finding.fix else None,
    )
