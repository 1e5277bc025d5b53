"""Link reference definitions."""

from re import Match
from typing import TYPE_CHECKING

from mistune.helpers import parse_link_href, parse_link_title, unescape_char
from mistune.util import unescape, unikey

from notelint.document.state import State
from notelint.source import Span

if TYPE_CHECKING:
    from notelint.document.blocks import Blocks

PATTERN = r"^ {0,3}\[(?P<reference_1>(?:[^\\\[\]]|\\.){1,999})\]:"


def parse_reference(block: "Blocks", m: Match[str], state: State) -> int | None:
    """Read `[label]: destination "title"`; None inside a paragraph or where it is not complete."""
    label = m.group("reference_1")
    key = unikey(label)
    if state.opened >= 0 or not key:
        return None
    href, after = parse_link_href(state.src, m.end(), block=True)
    if href is None or after is None:
        return None
    title, end = _title(state.src, after, state.cursor_max)
    if end is None:
        return None
    raw = state.src[m.end() : after]
    start = after - len(href) - (raw.endswith(">") and "<" + href + ">" == raw.strip(" \t\n"))
    destination = unescape(unescape_char(href))
    node = state.add("link_reference_definition", m.start(), end)
    node.attributes = {"label": label, "destination": destination, "title": title}
    node.attributes["destination_span"] = Span(state.offset(start), state.offset(start) + len(href))
    if key not in state.env["ref_links"]:
        state.env["ref_links"][key] = {"url": destination, "title": title}
        state.context.definitions[key] = node
    return end


def _title(src: str, pos: int, limit: int) -> tuple[str | None, int | None]:
    title, after = parse_link_title(src, pos, limit)
    if after is not None:
        end = _line_end(src, after)
        if end is not None:
            return title, end
    return None, _line_end(src, pos)


def _line_end(src: str, pos: int) -> int | None:
    end = src.find("\n", pos)
    return None if src[pos:end].strip(" \t") else end + 1
