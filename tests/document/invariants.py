"""What holds for every Document, whatever the text: `violations` yields a line for each thing that does not."""

import re
from collections.abc import Iterator

from notelint.document import Document, Leaf, Node, Section, Style, parse
from notelint.source import Source

INLINES = {
    "text", "code", "emph", "strong", "strikethrough", "link", "image", "autolink", "wiki_link", "footnote_reference",
    "html_inline", "math", "softbreak", "linebreak", "mark", "markup", "template",
}  # fmt: skip


def check(text: str) -> Document:
    document = parse(Source("note.md", text))
    found = list(violations(document))
    assert not found, "\n".join(found[:10])
    return document


def violations(document: Document) -> Iterator[str]:
    for node in document.blocks:
        document.inlines(node)
    yield from _tree(document)
    yield from _coverage(document)
    yield from _leaves(document)
    yield from _sections(document)
    yield from _statements(document)
    yield from _spans(document)


def _tree(document: Document) -> Iterator[str]:
    size = len(document.source.text)
    for node in document.root.walk():
        if not 0 <= node.start <= node.end <= size:
            yield f"{node} is not inside the source"
        at = node.start
        for child in node.children:
            if child.parent is not node:
                yield f"{child} does not know its parent {node}"
            if child.start < at or child.end > node.end:
                yield f"{child} leaves its place in {node} or overlaps"
            at = child.end
        if node.start == node.end and node.kind not in {"document", "table_cell"}:
            yield f"{node} is empty"
        yield from _edges(document, node)


def _edges(document: Document, node: Node) -> Iterator[str]:
    text = document.source.text[node.start : node.end]
    if node.kind in INLINES or node.kind == "document":
        return
    if text != text.strip(" \t\n"):
        yield f"{node} has white space at an end: {text[:20]!r}...{text[-20:]!r}"


def _coverage(document: Document) -> Iterator[str]:
    text = document.source.text
    at = 0
    for node in [*document.root.children, None]:
        between = text[at : node.start if node else len(text)]
        if between.strip(" \t\n"):
            yield f"no block covers {between.strip()[:40]!r}"
        at = node.end if node else at


def _leaves(document: Document) -> Iterator[str]:
    for node in document.blocks:
        if node.leaf is not None:
            yield from _leaf(document, node.leaf)


def _leaf(document: Document, leaf: Leaf) -> Iterator[str]:
    source = document.source.text
    at = leaf.start
    for child in leaf.node.children:
        if child.start != at:
            yield f"{child} does not begin where the inline before it ends ({at})"
        at = child.end
    if at != leaf.end:
        yield f"inlines of {leaf.node} end at {at}, not {leaf.end}"
    folded = re.sub(r"\n[ \t]*", "\n", leaf.raw)
    if leaf.lines is None and source[leaf.start : leaf.end] != leaf.raw:
        yield f"{leaf.node} is not its slice"
    for index, character in enumerate(leaf.raw):
        if source[leaf.to_source(index)] != character:
            yield f"{leaf.node}: character {index} stands elsewhere"
    if leaf.node.kind == "paragraph" and not folded:
        yield f"{leaf.node} has no text"
    yield from _text(document, leaf)


def _text(document: Document, leaf: Leaf) -> Iterator[str]:
    source, text = document.source.text, leaf.text
    at, last = 0, leaf.start
    for run in text.runs:
        if run.start != at or run.end <= run.start:
            yield f"{leaf.node}: runs leave a gap at {at}"
        at = run.end
        if run.source < last or run.source + run.length > leaf.end:
            yield f"{leaf.node}: {run} stands outside or out of order"
        last = run.source + run.length
        exact = run.length == run.end - run.start
        written, seen = (
            part.replace("\u2028", "\n") for part in (source[run.source : run.source + run.length], text.plain[run.start : run.end])
        )
        if exact and written != seen:
            yield f"{leaf.node}: {run} is not what the source says"
        if not exact and text.plain[run.start : run.end] == source[run.source : run.source + run.length]:
            yield f"{leaf.node}: {run} should be exact"
    if at != len(text.plain):
        yield f"{leaf.node}: runs end at {at} of {len(text.plain)}"
    for match in re.finditer(r"\w+", text.masked(Style.CODE)):
        start, end = text.span(*match.span())
        exact = all(run.length == run.end - run.start for run in text.runs if run.start < match.end() and run.end > match.start())
        same = len({(run.source - run.start) for run in text.runs if run.start < match.end() and run.end > match.start()}) == 1
        if not leaf.start <= start < end <= leaf.end:
            yield f"{leaf.node}: span of {match.group()!r} is {start}:{end}"
        if exact and same and source[start:end] != text.plain[match.start() : match.end()]:
            yield f"{leaf.node}: span of {match.group()!r} is {source[start:end]!r}"


def _sections(document: Document) -> Iterator[str]:
    root = document.root_section
    if [section for section in root.walk() if section.level] != list(document.sections):
        yield "sections are not in document order"
    for section in root.walk():
        yield from _section(section)
    blocks = [block for section in root.walk() for block in section.blocks]
    tops = [node for node in document.root.children if node.kind not in ("heading", "front_matter")]
    if blocks != tops:
        yield "sections and top-level blocks differ"


def _section(section: Section) -> Iterator[str]:
    at = section.span.start
    for child in section.children:
        if child.parent is not section or child.level <= section.level:
            yield f"{child} does not belong below {section}"
        if child.span.start < at or child.span.end > section.span.end:
            yield f"{child} leaves {section}"
        at = child.span.end
    for block in section.blocks:
        if not section.span.start <= block.start <= block.end <= section.span.end:
            yield f"{block} is outside {section}"
    if any(statement.section is not section for statement in section.statements):
        yield f"{section} holds a statement of another section"


def _statements(document: Document) -> Iterator[str]:
    starts = [statement.node.start for statement in document.statements]
    if starts != sorted(starts):
        yield "statements are not in document order"
    leaves = [node for node in document.blocks if node.leaf and (node.kind != "table_cell" or node.end > node.start)]
    if [statement.node for statement in document.statements] != leaves:
        yield "statements and leaves differ"
    for statement in document.statements:
        if statement.parent and statement not in statement.parent.children:
            yield f"{statement} is not a child of its parent"
        if statement.parent and statement.parent.node.start >= statement.node.start:
            yield f"{statement} stands before its parent"
        if sum(1 for _ in statement.ancestors()) > 100:
            yield f"{statement} has too many ancestors"


def _spans(document: Document) -> Iterator[str]:
    text = document.source.text
    for node in document.root.walk():
        for name in ("content", "destination_span", "target_span"):
            span = node.attributes.get(name)
            if span and not node.start <= span.start <= span.end <= node.end:
                yield f"{node}: {name} {span} is outside"
    for comment in document.comments:
        if not text.startswith("<!--", comment.span.start) or not comment.span.start <= comment.content.start <= comment.content.end:
            yield f"{comment} is no comment"
    for name, span in document.anchors.items():
        if not 0 <= span.start < span.end <= len(text):
            yield f"anchor {name} stands nowhere"
    for link in document.links:
        if not 0 <= link.start < link.end <= len(text):
            yield f"{link} stands nowhere"
