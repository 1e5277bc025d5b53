"""Sections that say nothing."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from notelint.document import Document, Node, Section
from notelint.language import alternatives, load_language
from notelint.source.lazy_pattern import lazy_pattern

_INVISIBLE = " \t\n\u00a0\u00ad\u200b-\u200f\u2060\ufeff\u3000"
_NOTHING = lazy_pattern(rf"[{_INVISIBLE}]*")
_TAG_OR_COMMENT = lazy_pattern(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_MEDIA = lazy_pattern(
    r"<(?i:img|video|audio|iframe|object|embed|svg|picture|input|math|canvas)\b|<[A-Z][a-z]\w*|<[a-z]+(?:-[a-z]+)+\b|<!--(?:(?!<!--)[^>])*?\b(?i:toc|include|insert|begin|start)\b"
)
_MARKS = lazy_pattern(r"\{:(?!toc)[^{}]*\}|%%.*?%%", re.DOTALL)
_SHOWN = frozenset({"image", "math", "autolink", "wiki_link", "footnote_reference"})
_ALWAYS = frozenset({"math_block", "table", "footnote_definition", "link_reference_definition"})
_LONGEST_HEADING = 14


class EmptySection(NamedTuple):
    """`below` is the number of its subsections, all of them empty; `later` the words that promise content, if there are any."""

    section: Section
    below: int
    later: str = ""


def promises_content(text: str) -> bool:
    """Whether it is "TODO", "TBD", "coming soon" and nothing else."""
    return _promise_pattern().fullmatch(text) is not None


@cache
def _promise_pattern() -> re.Pattern[str]:
    words = load_language().sections
    said = rf"{alternatives(words.promises)}(?:\W+{alternatives(words.promise_tails)})*+"
    return re.compile(
        rf"(?:[\W_]*+(?:{said}|{alternatives(words.filler)}\b.*|x{{3,}})|(?=[\W_]*?(?:\.\.|\u2026|\?\?)))[\W_]*+", re.IGNORECASE | re.DOTALL
    )


def empty_sections(document: Document) -> Iterator[EmptySection]:
    """The empty ones in document order; a heading that says all there is to say by itself is not one."""
    filled = _filled(document)
    for number, section in enumerate(document.sections):
        if id(section) in filled or _speaks_for_itself(section) or (number == 0 and _is_title(section)):
            continue
        yield EmptySection(section, sum(1 for _ in section.walk()) - 1, _promise(document, section))


def _filled(document: Document) -> set[int]:
    """Ids of the sections with content, or with a section below that has."""
    filled: set[int] = set()
    for section in reversed(document.sections):
        below = any(id(child) in filled or (not child.children and _speaks_for_itself(child)) for child in section.children)
        if below or any(has_content(document, block) for block in section.blocks):
            filled.add(id(section))
    return filled


def has_content(document: Document, block: Node) -> bool:
    """Whether a block says or shows anything."""
    kind = block.kind
    if kind in _ALWAYS:
        return True
    if kind == "code_block":
        return bool(block.attributes["code"].strip())
    if kind == "html_block":
        return _html_has_content(document.source.text[block.start : block.end])
    if block.leaf is not None:
        return _leaf_has_content(document, block)
    return any(has_content(document, child) for child in block.children)


def _html_has_content(text: str) -> bool:
    return bool(_MEDIA.search(text)) or not _NOTHING.fullmatch(_TAG_OR_COMMENT.sub("", text).replace("&nbsp;", " "))


def _leaf_has_content(document: Document, leaf: Node) -> bool:
    plain = document.text_of(leaf).plain
    if not _NOTHING.fullmatch(plain):
        return not promises_content(plain) and not _MARKS.fullmatch(plain.strip())
    return shows_something(document, leaf)


def shows_something(document: Document, leaf: Node) -> bool:
    """Whether a paragraph holds an image, a formula, a component of a page."""
    return any(
        node.kind in _SHOWN or (node.kind == "html_inline" and _MEDIA.match(document.source.text, node.start))
        for top in document.inlines(leaf)
        for node in top.walk()
    )


def _speaks_for_itself(section: Section) -> bool:
    """A heading that is a link or a sentence needs nothing below it."""
    assert section.heading is not None
    title = section.title
    if title.endswith((".", "!", ";")) or len(title.split()) > _LONGEST_HEADING:
        return True
    node = section.heading.node
    return any(one.kind in ("link", "autolink", "wiki_link", "image") and _leads_out(one) for top in _inlines(node) for one in top.walk())


def _inlines(node: Node) -> list[Node]:
    return node.leaf.inlines if node.leaf is not None else []


def _leads_out(node: Node) -> bool:
    return not str(node.attributes.get("destination") or "").startswith("#")


def _is_title(section: Section) -> bool:
    """The first heading of a note, at the top level, with more of that level behind it."""
    return section.level == 1 and section.parent is not None and len(section.parent.children) > 1 and not section.children


def _promise(document: Document, section: Section) -> str:
    for block in section.blocks:
        for node in block.walk():
            if node.leaf is not None and promises_content(text := document.text_of(node).plain.strip()):
                return " ".join(text.split())
    return ""
