"""Comments that silence a rule at a place, as an author would write them: the counterpart of the reader of suppressions."""

import re

from notelint.diagnostic import Edit
from notelint.document import Node, parse
from notelint.source import Place, Source, Span

_QUOTED = re.compile(r"[ \t>]*")
_OPAQUE = frozenset({"code_block", "math_block", "html_block"})
"""Blocks in which a comment is none, or is read by others than people."""


def ignoring(place: Place, rule: str, source: Source, reason: str) -> tuple[Edit, ...]:
    """The edits that silence a rule where a finding is: a comment at the end of the line in items, tables and inside of paragraphs, else above the line; around code; below front matter."""
    document = parse(source)
    around = [node for node in document.blocks if node.start <= place.span.start <= node.end]
    kinds = [node.kind for node in around]
    opaque = next((node for node in around if node.kind in _OPAQUE), None)
    if "front_matter" in kinds:
        edits = [_below(around[0], f"<!-- notelint-ignore-file {rule}: {reason} -->", source)]
    elif opaque is not None:
        above = _above(opaque.start, f"<!-- notelint-ignore-start {rule}: {reason} -->", source)
        edits = [above, _below(opaque, f"<!-- notelint-ignore-end {rule} -->", source)]
    elif "item" in kinds or "table" in kinds or _is_inside(around, place, source):
        edits = [_behind(place, f"<!-- notelint-ignore-line {rule}: {reason} -->", source, in_table="table" in kinds)]
    else:
        edits = [_above(place.span.start, f"<!-- notelint-ignore-next-line {rule}: {reason} -->", source)]
    document.close()
    return tuple(edits)


def _is_inside(around: list[Node], place: Place, source: Source) -> bool:
    """Whether the place is on a later line of a paragraph, which a line with a comment would cut in two."""
    return bool(around) and around[-1].kind == "paragraph" and source.position(around[-1].start).line < place.start.line


def _above(offset: int, comment: str, source: Source) -> Edit:
    line = source.position(offset).line
    start = source.line_starts[line - 1]
    return Edit(source.place(Span(start, start)), f"{_quoted(line, source)}{comment}\n")


def _below(block: Node, comment: str, source: Source) -> Edit:
    first, last = source.position(block.start).line, source.position(block.end).line
    end = source.line_starts[last - 1] + len(source.line(last))
    return Edit(source.place(Span(end, end)), f"\n{_quoted(first, source)}{comment}")


def _behind(place: Place, comment: str, source: Source, *, in_table: bool) -> Edit:
    text = source.line(place.start.line).rstrip()
    if in_table:
        text = text.removesuffix("|").rstrip()
    end = source.line_starts[place.start.line - 1] + len(text)
    return Edit(source.place(Span(end, end)), f" {comment}")


def _quoted(line: int, source: Source) -> str:
    """The indentation and the marks of quotations that the line begins with."""
    match = _QUOTED.match(source.line(line))
    return match[0] if match else ""
