"""What may come next: names of entities, and values of what the statement is about."""

import re
from collections.abc import Iterator

from lsprotocol import types

from notelint.claims.asked import values_asked_for
from notelint.claims.tokens import phrase
from notelint.notes.names import read_statements
from notelint.reference import CanonicalValue, Reference
from notelint.reference.name_index import KnownName, names_beginning
from notelint.reference.shown import dated, shown_amount, shown_property, shown_value
from notelint.server.positions import offset_at
from notelint.server.workspace import Workspace
from notelint.source import Source, Span
from notelint.subjects.subjects import Reading

_WORD_STARTS = re.compile(r"(?<![^\W_])[^\W_]")
_BEGUN = re.compile(r"(?:(?<![\d.,])\d[\d.,]*+(?: [^\W\d_]*+)?)?\Z")
_FEWEST = 2
"""Letters of a name from which on it is completed."""
_LONGEST = 6
"""Words that a name has at most."""
_MOST = 50


def completions(workspace: Workspace, path: str, position: types.Position) -> types.CompletionList:
    """Names that begin with what is before the position, and values of the properties that the statement speaks of; nothing in code."""
    source = workspace.source(path)
    assert source is not None
    offset = offset_at(position, source, workspace.codec)
    found = read_statements(source, workspace.reference).at(offset)
    items: list[types.CompletionItem] = []
    if found is not None:
        items += _values(found[1], offset, source, workspace)
        items += _names(offset, source, workspace)
    return types.CompletionList(is_incomplete=True, items=items[: 2 * _MOST])


def _names(offset: int, source: Source, workspace: Workspace) -> Iterator[types.CompletionItem]:
    """The longest beginning of a name that the text before the offset ends in."""
    line_start = source.line_starts[source.position(offset).line - 1]
    before = source.text[line_start:offset]
    starts = [match.start() for match in _WORD_STARTS.finditer(before)][-_LONGEST:]
    for start in starts:
        begun = before[start:]
        if len(begun) >= _FEWEST:
            fitting = [one for one in names_beginning(begun, workspace.reference) if one.text != begun]
            if fitting:
                where = workspace.range(source.place(Span(line_start + start, offset)))
                fitting.sort(key=lambda one: (len(one.text), one.lower))
                yield from (_name(one, where, number, workspace.reference) for number, one in enumerate(fitting[:_MOST]))
                return


def _name(one: KnownName, where: types.Range, number: int, reference: Reference) -> types.CompletionItem:
    entity = reference.entities[one.entity]
    full = entity.name if entity.name != one.text else ""
    return types.CompletionItem(
        one.text,
        label_details=types.CompletionItemLabelDetails(description=full or entity.kind),
        kind=types.CompletionItemKind.Class,
        detail=f"{entity.name}, {entity.kind}",
        filter_text=one.text,
        sort_text=f"1 {number:03}",
        text_edit=types.TextEdit(where, one.text),
    )


def _values(reading: Reading, offset: int, source: Source, workspace: Workspace) -> Iterator[types.CompletionItem]:
    reference = workspace.reference
    line_start = source.line_starts[source.position(offset).line - 1]
    begun = _BEGUN.search(source.text, line_start, offset)
    start = begun.start() if begun else offset
    where = workspace.range(source.place(Span(start, offset)))
    entities = [*(named.form.entity for named in reversed(reading.named)), *reference.lineage(reading.subject.entity)]
    for number, value in enumerate(values_asked_for(entities, phrase(reading.text), reference)):
        if number >= _MOST:
            return
        yield _value(value, where, number, reference)


def _value(value: CanonicalValue, where: types.Range, number: int, reference: Reference) -> types.CompletionItem:
    amount = shown_amount(value, reference)
    about = shown_property(value.entity, value.attribute, reference)
    return types.CompletionItem(
        amount,
        label_details=types.CompletionItemLabelDetails(description=about),
        kind=types.CompletionItemKind.Value,
        detail=f"{about}: {shown_value(value, reference)}{dated(value, reference)}",
        documentation=types.MarkupContent(types.MarkupKind.Markdown, f"[source]({value.source})"),
        filter_text=amount,
        sort_text=f"0 {number:03}",
        text_edit=types.TextEdit(where, amount),
    )
