"""The inline parser: mistune's, with spans kept and text left out."""

import re
from bisect import bisect_left
from collections.abc import Callable, MutableMapping
from re import Match, Pattern
from typing import Any

from mistune.core import InlineState
from mistune.inline_parser import InlineParser

from notelint.document import braces, emphasis, inline_math, links
from notelint.document.context import Context
from notelint.document.grammar import TAG
from notelint.document.urls import add_urls
from notelint.source.lazy_pattern import lazy_pattern

_TRIGGER = lazy_pattern(r"[\\`*_\[\]<$\n]|!\[|~~|\{[{%:]|\}\}|==|%%")
_TRIGGERS = "\\`*_[]<$~{}=%\n"
_RULES_BY_TRIGGER = {
    "\\": ["escape", "linebreak"],
    "`": ["codespan"],
    "*": ["emphasis"],
    "_": ["emphasis"],
    "~": ["strikethrough"],
    "=": ["mark"],
    "{": ["braces"],
    "}": ["cloze_end"],
    "%": ["comment"],
    "[": ["wiki_link", "footnote_reference", "link"],
    "!": ["wiki_link", "link"],
    "]": ["link_close"],
    "<": ["auto_link", "auto_email", "inline_html"],
    "$": ["math"],
    "\n": ["linebreak", "softbreak"],
}
_DENSE = 100_000

_Rule = Callable[[Match[str], InlineState], int | None]


class _State(InlineState):
    """An inline state that knows all closers of math in its text."""

    def __init__(self, env: MutableMapping[str, Any]) -> None:
        super().__init__(env)
        self._closers: dict[int | str, list[int]] = {}
        self.clozes: list[int] = []
        """Where the text of the clozes begins that are open."""

    def first_closer(self, key: int | str, pattern: Pattern[str], start: int) -> int | None:
        """Where `pattern` first matches behind `start`; the text is searched once for all."""
        if key not in self._closers:
            self._closers[key] = [match.start() for match in pattern.finditer(self.src)]
        closers = self._closers[key]
        index = bisect_left(closers, start + 1)
        return closers[index] if index < len(closers) else None


class Inlines(InlineParser):
    """Yields tokens (dicts with `type`, start `s` and end `e` in the text) for everything that is not plain text."""

    state_cls = _State

    def __init__(self) -> None:
        super().__init__()
        self.specification |= {
            "emphasis": r"\*+|_+",
            "link_close": r"\]",
            "linebreak": r"(?:\\| {2,})\n[ \t]*",
            "softbreak": r" *\n[ \t]*",
        }
        self._rule("wiki_link", links.WIKI_LINK, links.parse_wiki_link)
        self._rule("footnote_reference", links.FOOTNOTE, links.parse_footnote)
        self._rule("math", inline_math.PATTERN, inline_math.parse_math)
        self._rule("strikethrough", r"~+", _parse_pair)
        self._rule("mark", r"=+", _parse_pair)
        self._rule("braces", braces.PATTERN, braces.parse_braces)
        self._rule("cloze_end", braces.CLOZE_END, braces.parse_cloze_end)
        self._rule("comment", braces.COMMENT, braces.parse_comment)
        self._scanners = {trigger: self.compile_sc(rules).match for trigger, rules in _RULES_BY_TRIGGER.items()}

    def _rule(self, name: str, pattern: str, rule: "_Rule") -> None:
        self.specification[name] = pattern
        self._methods[name] = rule

    def parse(self, state: InlineState) -> list[dict[str, Any]]:
        """Go from one character that may mean something to the next."""
        src, tokens, pos = state.src, state.tokens, 0
        while found := _TRIGGER.search(src, pos):
            at = found.start()
            trigger = src[at]
            start = _before_spaces(src, pos, at) if trigger == "\n" else at
            match = self._scanners[trigger](src, start)
            end = self._methods[match.lastgroup](match, state) if match and match.lastgroup else None
            if end and tokens and "s" not in tokens[-1]:
                tokens[-1]["s"], tokens[-1]["e"] = start, end
            pos = end or at + 1
        state.tokens = self.finalize_tokens(tokens, state.depth)
        return state.tokens

    def process_text(self, text: str, state: InlineState, parse_emphasis: bool = True) -> None:
        """Text needs no token: it is what is between the others."""

    def parse_emphasis(self, m: Match[str], state: InlineState) -> int:
        """Keep the run until all of the text is scanned."""
        _add_delimiter(m, state)
        return m.end()

    def parse_codespan(self, m: Match[str], state: InlineState) -> int:
        """Read a code span; backticks that nothing closes are text."""
        end = state.delimiters.code_end(m.group(), m.end())
        if end is None:
            return m.end()
        state.append_token({"type": "code", "inner": (m.end(), end)})
        return end + len(m.group())

    def parse_inline_html(self, m: Match[str], state: InlineState) -> int | None:
        """As mistune, but in linear time, and `<a name="x">` does not switch links off."""
        if m.group()[1] in "!?":
            end = super().parse_inline_html(m, state)
        else:
            tag = TAG.match(state.src, m.start())
            end = tag.end() if tag else None
            if tag:
                state.append_token({"type": "inline_html", "raw": tag.group()})
        state.in_link = False
        if end:
            state.tokens[-1]["type"] = "html_inline"
        return end

    def _add_auto_link(self, url: str, text: str, state: InlineState) -> None:
        state.append_token({"type": "autolink", "attributes": {"destination": url, "bare": False}})

    def parse_link_close(self, m: Match[str], state: InlineState) -> int:
        """Close a link or image, if one is open, and find its destination."""
        opener = state.brackets[-1] if state.brackets else None
        end = super().parse_link_close(m, state)
        token = state.tokens[-1] if state.tokens else {}
        if opener is not None and "attrs" in token and "s" not in token:
            token["s"] = opener.start - (2 if opener.image else 1)
            token["e"] = end
            token["inner"] = (opener.start, m.start())
            token["attributes"] = links.link_attributes(token, m, state)
        return end

    def finalize_tokens(self, tokens: list[dict[str, Any]], depth: int) -> list[dict[str, Any]]:
        """Pair the delimiter runs; drop the openers that nothing closed."""
        runs = [token["run"] for token in tokens if token["type"] == "delimiter"]
        atoms = [token for token in tokens if token["type"] not in ("text", "delimiter")]
        return emphasis.nest(atoms, runs) if len(runs) > 1 else atoms


def _before_spaces(src: str, start: int, end: int) -> int:
    while end > start and src[end - 1] == " ":
        end -= 1
    return end


def _add_delimiter(m: Match[str], state: InlineState) -> None:
    run = emphasis.delimiter(state.src, m.start(), m.end())
    if run.opens or run.closes:
        state.append_token({"type": "delimiter", "run": run})


def _parse_pair(m: Match[str], state: InlineState) -> int:
    if m.end() - m.start() == 2:
        _add_delimiter(m, state)
    return m.end()


_INLINES = Inlines()


def is_dense(text: str) -> bool:
    """True for a text that is markers more than words: it is not worth its time."""
    return len(text) > _DENSE and sum(text.count(trigger) for trigger in _TRIGGERS) > _DENSE


def breaks(text: str) -> list[dict[str, Any]]:
    """Tokens of the line breaks alone."""
    return [{"type": "softbreak", "s": match.start(), "e": match.end()} for match in re.finditer("\n", text)]


def scan(text: str, context: Context) -> list[dict[str, Any]]:
    """The tokens of a leaf's raw text, nested."""
    return add_urls(text, _INLINES(text, context.env))
