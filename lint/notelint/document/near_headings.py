"""Lines that are meant as headings and are none."""

import re
from collections.abc import Iterator

import msgspec

from notelint.document.leaf import Leaf
from notelint.document.node import Node
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_WIDE = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LINE = lazy_pattern(
    rf"^[ \t]*+(?P<lead>[{_INVISIBLE}{_WIDE}]*+)(?P<marks>\#{{1,6}}+)(?P<gap>\u00c2\u00a0[ ]?+|[ \t{_WIDE}{_INVISIBLE}]*+)"
    r"(?P<rest>[^\s#].*+)$",
    re.M,
)
_TITLE = lazy_pattern(r"[^\W_]|[*`(\"'\[]{0,3}[^\W_]")
_COMMAND = lazy_pattern(r"\[[a-z]+\](?!\()|vso\[|!")
_TAG = lazy_pattern(r"(?<![^\s(\[])#[^\W\d_][\w/-]*")
_NUMBERED = lazy_pattern(r"\d+(?:\.\d+)*[.):]\s")
_MARKUP = lazy_pattern(r"\[\[[^\[\]\n]+\]\]|\[[^\[\]\n]+\]\(|\*\*[^\s*]")
"""Markup that no tag begins with."""
_MOST_WORDS = 10


class NearHeading(msgspec.Struct, frozen=True):
    """`span` is the line from its first strange character on; `gap` is what should be one space, `lead` what should not be there."""

    span: Span
    level: int
    title: str
    lead: Span
    gap: Span

    @property
    def is_glued(self) -> bool:
        """Nothing at all is between the marks and the title."""
        return self.gap.start == self.gap.end


def near_headings(blocks: tuple[Node, ...]) -> list[NearHeading]:
    """Those of a note, in order. A line with one mark and no space may be a tag: it counts only where nothing speaks for a tag."""
    found = [(near, leaf) for leaf in _paragraphs(blocks) for near in _in_leaf(leaf)]
    sure = [near for near, leaf in found if near.level > 1 or not near.is_glued or _begins_with_markup(near, leaf)]
    first = next((block for block in blocks if block.kind != "front_matter"), None)
    has_title = any(block.kind == "heading" and block.attributes["level"] == 1 for block in blocks)
    result = []
    for near, leaf in found:
        if near in sure or (_stands_alone(near, leaf) and (sure or (leaf.node is first and not has_title and _is_phrase(near.title)))):
            result.append(near)
    return result if not _has_tags(blocks, result) else [near for near in result if near in sure]


def _paragraphs(blocks: tuple[Node, ...]) -> Iterator[Leaf]:
    for block in blocks:
        if block.kind == "paragraph" and block.leaf is not None and "#" in block.leaf.raw:
            yield block.leaf


def _in_leaf(leaf: Leaf) -> Iterator[NearHeading]:
    for match in _LINE.finditer(leaf.raw):
        title = match["rest"].rstrip(" \t").rstrip("#").rstrip(" \t")
        if not _TITLE.match(title) or _COMMAND.match(title):
            continue
        if _is_strange(match, leaf):
            spans = [
                Span(leaf.to_source(match.start(name)), leaf.to_source(match.start(name)) + len(match[name])) for name in ("lead", "gap")
            ]
            start = leaf.to_source(match.start("lead"))
            end = leaf.to_source(match.start("rest") + len(title) - 1) + 1
            yield NearHeading(Span(start, end), len(match["marks"]), title, *spans)


def _is_strange(match: re.Match[str], leaf: Leaf) -> bool:
    """Whether the line would be a heading, but for a character. Comments of a shell or a C program would not."""
    gap, last = match["gap"], match.end() == len(leaf.raw)
    if gap.strip(" \t") or match["lead"]:
        return True
    if gap:
        return last and match.start() > 0 and len(match["marks"]) > 1 and match["rest"][0].isupper()
    return len(match["marks"]) == 1 or match.start() == 0 or last


def _begins_with_markup(near: NearHeading, leaf: Leaf) -> bool:
    """Whether a paragraph of the page begins with the line, and its title with a link or strong text."""
    is_top = leaf.node.parent is not None and leaf.node.parent.kind == "document"
    return is_top and near.span.start == leaf.node.start and _MARKUP.match(near.title) is not None


def _stands_alone(near: NearHeading, leaf: Leaf) -> bool:
    title = near.title
    if "\n" in leaf.raw or leaf.node.parent is None or leaf.node.parent.kind != "document":
        return False
    if title[0].isdigit() and not _NUMBERED.match(title):
        return False
    return not title[0].islower() and title[-1] not in ".;,{>" and len(title.split()) <= _MOST_WORDS


def _is_phrase(title: str) -> bool:
    return len(title.split()) > 1


def _has_tags(blocks: tuple[Node, ...], near: list[NearHeading]) -> bool:
    starts = {one.span.start for one in near}
    for leaf in _paragraphs(blocks):
        for match in _TAG.finditer(leaf.raw):
            if leaf.to_source(match.start()) not in starts:
                return True
    return False
