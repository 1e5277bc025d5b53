"""Links of all kinds, as far as mistune leaves them to us."""

from re import Match
from typing import Any

from mistune.core import InlineState
from mistune.helpers import parse_link_href
from mistune.util import unescape, unikey

from notelint.source.lazy_pattern import lazy_pattern

_ADDRESS = r"\(\s*+(?:<[^<>\n]*+>|(?=[^\s()]*?[./#:])[^\s()]++)(?:\s++[\"'(][^\n)]*+)?\s*+\)"
"""What a link in brackets is followed by; what follows in `[[Theorem 3]](2)` is no address: it is a wiki link with a remark."""
WIKI_LINK = rf"!?\[\[(?P<wiki_1>[^\[\]|\n]+)(?P<wiki_2>\\?\|[^\[\]\n]*)?\]\](?!\[|{_ADDRESS})"
FOOTNOTE = r"\[\^(?P<footnote_1>[^\]\[\s]{1,999})\](?!\()"

_ESCAPE = lazy_pattern(r"""\\([!-/:-@\[-`{-~])""")


def link_attributes(token: dict[str, Any], m: Match[str], state: InlineState) -> dict[str, Any]:
    """What mistune's token of a link or image, closed by the `]` of `m`, points to, and where that is written."""
    attrs = token["attrs"]
    if "label" in token:
        return {"destination": attrs["url"], "title": attrs.get("title"), "destination_span": None, "label": token["label"]}
    href, after = parse_link_href(state.src, m.end() + 1)
    if href is None or after is None:
        return {"destination": "", "title": None, "destination_span": None, "label": None}
    start = after - len(href)
    if state.src[after - 1 : after] == ">" and not href.endswith(">"):
        start -= 1
    destination = unescape(_unescape(href))
    return {"destination": destination, "title": attrs.get("title"), "span": (start, start + len(href)), "label": None}


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def parse_wiki_link(m: Match[str], state: InlineState) -> int | None:
    """Read `[[target]]`, `[[target|label]]` or `![[target]]`, unless `[target]` is a reference that is defined."""
    target, label = m.group("wiki_1"), m.group("wiki_2")
    embed = m.group().startswith("!")
    if not target.strip() or unikey(target) in state.env["ref_links"] or (target.startswith("^") and not embed):
        return None
    text = (m.start("wiki_1"), m.end("wiki_1"))
    if label is not None:
        text = (m.start("wiki_2") + label.index("|") + 1, m.end("wiki_2"))
    attributes = {
        "target": target.strip().rstrip("\\"),
        "label": None if label is None else label[label.index("|") + 1 :],
        "span": (m.start("wiki_1"), m.end("wiki_1")),
        "embed": embed,
    }
    state.append_token({"type": "wiki_link", "inner": text, "attributes": attributes})
    return m.end()


def parse_footnote(m: Match[str], state: InlineState) -> int | None:
    """Read `[^label]`; where no such footnote is defined it is text."""
    label = m.group("footnote_1")
    if unikey(label) not in state.env["footnotes"]:
        return None
    state.append_token({"type": "footnote_reference", "attributes": {"label": label}})
    return m.end()
