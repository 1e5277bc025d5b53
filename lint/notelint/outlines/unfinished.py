"""Items and paragraphs whose author stopped writing."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from notelint.document import Document, Node, Statement, Style
from notelint.language import load_language, whole_words
from notelint.outlines.emptiness import promises_content, shows_something
from notelint.outlines.next_block import Flow, flow_of
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.item_label import Label, label

_LEAST_QUESTIONS = 3
_COMMAND = lazy_pattern(r"[|<>$&\\]|\s--?\w")


class Placeholder(NamedTuple):
    """An item, paragraph or heading that names `topic`, and says nothing about it but `sign` (a dash, a colon) or `later` ("TODO").

    An item without any content has no topic.
    """

    span: Span
    topic: str
    sign: str
    later: str = ""


def placeholders(document: Document, most_words: int) -> Iterator[Placeholder]:
    """Those of a note: empty items, headings that are reminders, then items and paragraphs in order."""
    yield from _empty_items(document)
    yield from _reminders(document)
    flow = flow_of(document)
    labels = _Labels(document)
    for statement in document.statements:
        if statement.kind not in ("item", "paragraph") or not _is_alone(statement) or _is_link(statement):
            continue
        named = labels.of(statement.node)
        if named is None or len(named.name.split()) > most_words or named.name.startswith(named.sign):  # = A title =
            continue
        if shows_something(document, statement.node) or _is_metadata(document, statement, labels):
            continue
        if named.rest:
            if promises_content(named.rest) and any(map(str.isalnum, named.rest)) and not _status_pattern().search(named.name):
                yield Placeholder(statement.span, named.name, named.sign, named.rest)
        elif (
            not _COMMAND.search(named.name)
            and _nothing_follows(document, statement, named, labels, flow)
            and not _is_form(statement, labels)
        ):
            yield Placeholder(statement.span, named.name, named.sign)


def _empty_items(document: Document) -> Iterator[Placeholder]:
    """Items that hold nothing at all, beside others that do; programs for outlines leave some in their notes."""
    if _is_outline(document):
        return
    for block in document.blocks:
        for node in block.walk() if block.kind in ("list", "block_quote") else ():
            if (
                node.kind == "item"
                and not node.children
                and node.parent is not None
                and any(item.children for item in node.parent.children)
            ):
                yield Placeholder(Span(node.start, node.end), "", "")


def _is_outline(document: Document) -> bool:
    """Whether the note is one list and nothing else, as Logseq and Roam write their notes."""
    return [block.kind for block in document.root.children if block.kind not in ("front_matter", "hidden")] == ["list"]


def _reminders(document: Document) -> Iterator[Placeholder]:
    """Headings such as "TODO:"; a list of things to do may well be called "To do"."""
    for section in document.sections:
        title = section.title
        if section.heading is None or not promises_content(title) or not any(map(str.isalpha, title)):
            continue
        if title.isupper() or not title[-1].isalpha():
            yield Placeholder(section.heading.span, section.title, "", section.title)


def _is_metadata(document: Document, statement: Statement, labels: "_Labels") -> bool:
    """Whether it is an item of the list that a note begins with, below its title, each item of which is a key: `- tags:`."""
    item = statement.node.parent
    if item is None or item.kind != "item" or item.parent is None:
        return False
    first = next((block for block in document.blocks if block.kind not in ("front_matter", "heading")), None)
    return item.parent is first and all(_is_key(labels.of(other.children[0])) for other in first.children if other.children)


def _is_key(named: Label | None) -> bool:
    return named is not None and named.sign == ":" and not named.style and named.name.islower() and " " not in named.name


def _is_form(statement: Statement, labels: "_Labels") -> bool:
    """Whether it is one of three items or more of a list, none of which says anything: questions that the reader answers."""
    item = statement.node.parent
    if item is None or item.kind != "item" or item.parent is None or len(item.parent.children) < _LEAST_QUESTIONS:
        return False
    return all(_is_blank(other, labels) for other in item.parent.children)


def _is_blank(item: Node, labels: "_Labels") -> bool:
    if len(item.children) != 1:
        return not item.children
    named = labels.of(item.children[0])
    return named is not None and not named.rest


class _Labels:
    """The labels of the items and paragraphs of a note, each read when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._statements = {id(statement.node): statement for statement in document.statements if statement.kind in ("item", "paragraph")}
        self._read: dict[int, Label | None] = {}

    def of(self, node: Node) -> Label | None:
        """The label that the block begins with, if it is an item's or a paragraph's."""
        key = id(node)
        if key not in self._read:
            self._read[key] = label(self._statements[key]) if key in self._statements else None
        return self._read[key]


def _is_alone(statement: Statement) -> bool:
    """Whether there is nothing below the item."""
    if statement.children:
        return False
    return statement.kind != "item" or (statement.node.parent is not None and len(statement.node.parent.children) == 1)


def _is_link(statement: Statement) -> bool:
    """What only points somewhere, or shows something, has said it."""
    return bool(statement.text.styles & (Style.LINK | Style.IMAGE | Style.URL))


def _nothing_follows(document: Document, statement: Statement, named: Label, labels: _Labels, flow: Flow) -> bool:
    if statement.kind == "paragraph":
        return flow.is_last(statement.node) and _closes(statement, named, flow.after(statement.node))
    item = statement.node.parent
    assert item is not None
    after = flow.after(item)
    if flow.is_last(item):
        return _closes(statement, named, after) or _follows_peer(named, item, labels)
    if after is None or after.kind != "item":
        return after is not None and after.kind == "paragraph" and _closes_pair(item, named, labels) and _is_set_off(document, item, after)
    if named.sign == ":" and _column(document, after) > _column(document, item):  # a sub-list, meant but not read as one
        return False
    return named.sign != ":" or _has_peer(named, item, after, labels)


def _is_set_off(document: Document, item: Node, after: Node) -> bool:
    return document.source.text.count("\n", item.start, after.start) > 1


def _closes_pair(item: Node, named: Label, labels: _Labels) -> bool:
    """Whether it is the second of two short labels of one look in a list of their own, both empty."""
    assert item.parent is not None
    if len(item.parent.children) != 2 or item.parent.children[1] is not item:
        return False
    return _is_blank(item.parent.children[0], labels) and _has_peer(named, item, item.parent.children[0], labels)


def _column(document: Document, node: Node) -> int:
    return node.start - document.source.text.rfind("\n", 0, node.start)


def _closes(statement: Statement, named: Label, after: Node | None) -> bool:
    """A colon before a deeper heading announces it; before one of the same level it may."""
    if named.sign != ":" or after is None or after.kind != "heading":
        return True
    level: int = after.attributes["level"]
    return level < statement.section.level or (level == statement.section.level and bool(named.style))


def _follows_peer(named: Label, item: Node, labels: _Labels) -> bool:
    """Whether the first item of the list is a label of the same look with something to say."""
    assert item.parent is not None
    first = item.parent.children[0]
    peer = labels.of(first.children[0]) if first.children else None
    return peer is not None and bool(peer.rest) and bool(named.style) and (peer.sign, peer.style) == (named.sign, named.style)


def _has_peer(named: Label, item: Node, after: Node, labels: _Labels) -> bool:
    """Whether a neighbour is a label of the same look with something to say. In a flat list, what follows may else be what the label announces."""
    if item.parent is not after.parent:
        return bool(named.style)
    peer = labels.of(after.children[0]) if after.children else None
    if peer is None or peer.sign != named.sign or peer.style != named.style:
        return False
    return bool(named.style) or (len(named.name.split()) <= 3 and not _several_pattern().search(named.name))


@cache
def _status_pattern() -> re.Pattern[str]:
    """Labels of what is known later, such as a date: "TBD" behind them is information."""
    return re.compile(whole_words(load_language().sections.statuses), re.IGNORECASE)


@cache
def _several_pattern() -> re.Pattern[str]:
    """Names of what comes in several: the next items may be meant."""
    return re.compile(rf"[^s]s$|{whole_words(load_language().sections.several)}|[)\"]$", re.IGNORECASE)
