"""What is in braces: template tags (Liquid, Jinja), clozes of flash cards, lists of attributes; and comments of Obsidian."""

import re
from re import Match
from typing import Any

PATTERN = (
    r"\{\{c[0-9]{1,3}::"
    r"|\{\{[^{}\n]{1,500}+\}\}"
    r"|\{%[^%\n]{1,500}+%\}"
    r"|\{::?[ ]*(?:[#.][\w-]+|[A-Za-z][\w-]*=|toc\b|no_toc\b)[^{}\n]{0,500}+\}"
)
CLOZE_END = r"\}\}"
COMMENT = r"%%"

_CLOZE_END = re.compile(r"\}\}")
_COMMENT_END = re.compile(r"%%")
_LONGEST = 2000


def parse_braces(m: Match[str], state: Any) -> int | None:
    """Read a tag of a template as code, drop a list of attributes, and open a cloze that is closed."""
    text = m.group()
    if text.endswith("::"):
        end = state.first_closer("cloze", _CLOZE_END, m.end())
        if end is None or end - m.end() > _LONGEST:
            return None
        state.clozes.append(m.end())
        state.append_token({"type": "markup"})
    elif text.startswith(("{{", "{%")):
        state.append_token({"type": "template", "inner": m.span()})
    else:
        state.append_token({"type": "markup"})
    return m.end()


def parse_cloze_end(m: Match[str], state: Any) -> int | None:
    """Close the cloze that is open; a hint before the end (`::hint`) is no part of the text."""
    if not state.clozes:
        return None
    opened = state.clozes.pop()
    hint = state.src.find("::", opened, m.start())
    tokens = state.tokens
    start = hint if hint >= 0 and tokens[-1].get("e", hint + 1) <= hint else m.start()
    tokens.append({"type": "markup", "s": start, "e": m.end()})
    return m.end()


def parse_comment(m: Match[str], state: Any) -> int | None:
    """Drop `%%comment%%`."""
    start, end = m.span()
    closer = state.first_closer("comment", _COMMENT_END, end)
    if (start and state.src[start - 1].isalnum()) or closer is None or closer - end > _LONGEST:
        return None
    state.append_token({"type": "markup", "s": start, "e": closer + 2})
    return int(closer) + 2
