"""The headings of a note as the outline of an editor shows them."""

from lsprotocol import types

from notelint.server.workspace import Workspace


def document_symbols(workspace: Workspace, path: str) -> list[types.DocumentSymbol]:
    """One symbol per heading, with those of deeper headings inside; each reaches to the next heading that is not deeper."""
    source = workspace.source(path)
    assert source is not None
    last = types.Position(len(source.line_starts), 0)
    roots: list[types.DocumentSymbol] = []
    opened: list[tuple[int, types.DocumentSymbol]] = []
    for heading in workspace.live.results[path].facts.headings:
        where = workspace.range(heading.place)
        while opened and opened[-1][0] >= heading.level:
            opened.pop()[1].range.end = where.start
        symbol = types.DocumentSymbol(
            name=heading.title or "-",
            kind=types.SymbolKind.String,
            range=types.Range(where.start, last),
            selection_range=where,
        )
        if opened:
            above = opened[-1][1]
            above.children = [*(above.children or ()), symbol]
        else:
            roots.append(symbol)
        opened.append((heading.level, symbol))
    return roots
