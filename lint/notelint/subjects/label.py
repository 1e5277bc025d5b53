"""How a statement begins: the words that may name its subject or property."""

import re

from notelint.document import Statement, Style
from notelint.language import alternatives, load_language
from notelint.source.lazy_pattern import lazy_pattern

_LABEL_END = lazy_pattern(r"[\s:=→⇒-](?:(?<=\s)(?:[-–—]{1,2}\s|=\s|\()|(?<=:)(?=\s|$)|(?<=[=-])>|(?<=[→⇒]))")
"""A dash, an equals sign or a bracket after a space, a colon, an arrow; written so that the search jumps from one possible beginning to the next."""
_LABEL_OF = lazy_pattern(
    lambda: rf"[*_`]*\s+{alternatives(load_language().clauses.in_label)}\s[^:.;–\n]{{1,40}}(?=:(?:\s|$)|\s[-–—]{{1,2}}\s)", re.IGNORECASE
)
_BOLD = Style.STRONG | Style.CODE
_CLAUSES = lazy_pattern(r"[;.!?]\s")
_LONGEST = 60
"""Characters of a label."""
_SIGN = 4
"""Characters of the sign behind it, with the spaces around."""


def head_of(statement: Statement, text: str) -> tuple[str, int]:
    """The label that a statement begins with, and where it ends: its leading bold run, the words before a dash, colon or arrow, a whole heading."""
    if statement.kind == "heading":
        return text, len(text)
    bold = bold_end(statement, text)
    if bold:
        of = _LABEL_OF.match(text, bold)
        return text[:bold].strip(" :-–"), of.end() if of else bold
    match = _LABEL_END.search(text, 0, _LONGEST + _SIGN)
    if match and match.start() <= _LONGEST and not _CLAUSES.search(text, 0, match.start()):
        return text[: match.start()].strip(), match.start()
    stripped = text.strip()
    if len(stripped) <= _LONGEST and not stripped.endswith("."):
        return stripped, len(text) if len(stripped.split()) <= 4 else 0
    return "", 0


def bold_end(statement: Statement, text: str) -> int:
    """Where the leading bold or code run ends; 0 if there is none."""
    end = 0
    if not statement.text.styles & _BOLD:
        return end
    for run in statement.text.runs:
        if run.style & _BOLD:
            end = run.end
        elif text[run.start : run.end].strip(" /&,+"):
            break
    return end
