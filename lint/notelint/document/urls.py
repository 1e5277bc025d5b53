"""Bare URLs in text, found and ended as GitHub does."""

import re
from typing import Any

from mistune.util import unescape

from notelint.source.lazy_pattern import lazy_pattern

_URL = lazy_pattern(r"(?<![A-Za-z0-9_@/.-])(?:https?://|www\.)[^\s<>`]+", re.IGNORECASE)
_MARK = lazy_pattern(r"://|www\.", re.IGNORECASE)
_TRAILING = frozenset("?!.,:*_~'\"")
_SHORTEST = 8
_LONGEST_ENTITY = 40


def add_urls(raw: str, tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`tokens` with an autolink token for each bare URL between them, at any depth."""
    return _add(raw, tokens, 0, len(raw)) if _MARK.search(raw) else tokens


def _add(raw: str, tokens: list[dict[str, Any]], start: int, end: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for token in tokens:
        found.extend(_between(raw, start, token["s"]))
        if "children" in token:
            token["children"] = _add(raw, token["children"], *token["inner"])
        found.append(token)
        start = token["e"]
    found.extend(_between(raw, start, end))
    return found


def _between(raw: str, start: int, end: int) -> list[dict[str, Any]]:
    tokens = (_token(raw, match.start(), _end(raw, match.start(), match.end())) for match in _URL.finditer(raw, start, end))
    return [token for token in tokens if token["e"] - token["s"] >= _SHORTEST]


def _token(raw: str, start: int, end: int) -> dict[str, Any]:
    url = unescape(raw[start:end])
    destination = "http://" + url if url[:4].lower() == "www." else url
    attributes = {"destination": destination, "bare": True}
    return {"type": "autolink", "s": start, "e": end, "attributes": attributes}


def _end(raw: str, start: int, end: int) -> int:
    """Leave out closing punctuation, and brackets that the URL did not open."""
    spare = {closer: raw.count(closer, start, end) - raw.count(opener, start, end) for closer, opener in ((")", "("), ("]", "["))}
    while end > start:
        last = raw[end - 1]
        if last == ";":
            end = _entity_start(raw, start, end)
        elif last in _TRAILING:
            end -= 1
        elif spare.get(last, 0) > 0:
            spare[last] -= 1
            end -= 1
        else:
            break
    return end


def _entity_start(raw: str, start: int, end: int) -> int:
    """Where the entity begins that the `;` before `end` closes; that of the `;` alone where there is none."""
    at = raw.rfind("&", max(start, end - _LONGEST_ENTITY), end)
    name = raw[at + 1 : end - 1]
    return at if at >= 0 and name.isascii() and name.isalnum() else end - 1
