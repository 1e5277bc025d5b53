"""Block tree -> sections and statements."""

from notelint.document.node import Node
from notelint.document.section import Section
from notelint.document.statement import Cell, Statement
from notelint.document.text import Style
from notelint.language import load_language
from notelint.source import Span

_LONGEST_LABEL = 20


class SectionTree:
    """Goes once through the blocks; `root` is the root section, `sections` and `statements` are in document order."""

    def __init__(self, root: Node) -> None:
        self.root = self._section = Section(None, 0, root.span)
        self.sections: list[Section] = []
        self.statements: list[Statement] = []
        for block, lead in _with_leads(root.children):
            if block.kind == "heading":
                self._open(block)
            elif block.kind != "front_matter":
                self._section.blocks.append(block)
                self._visit(block, None, lead)
        self._close(0, root.end)

    def _open(self, node: Node) -> None:
        level: int = node.attributes["level"]
        self._close(level, node.start)
        above = self._section
        self._section = Section(None, level, Span(node.start, node.end), parent=above)
        self._section.heading = Statement("heading", node, self._section)
        above.children.append(self._section)
        self.sections.append(self._section)
        self.statements.append(self._section.heading)

    def _close(self, level: int, end: int) -> None:
        section = self._section
        while section.level >= level and section.parent is not None:
            section.span = Span(section.span.start, end)
            section = section.parent
        self._section = section

    def _visit(self, node: Node, parent: Statement | None, lead: Node | None) -> None:
        if node.leaf is not None:
            kind = "heading" if node.kind == "heading" else "paragraph"
            self._state(kind, node, parent or (self._question(node) if kind == "paragraph" else None))
        elif node.kind == "list":
            self._visit_list(node, self._lead(lead) or parent)
        elif node.kind == "table":
            self._visit_table(node, parent, self._lead(lead))
        else:
            for child, before in _with_leads(node.children):
                self._visit(child, parent, before)

    def _question(self, answer: Node) -> Statement | None:
        """The statement right before that asks what the paragraph answers, as on a card: "Q: ...", "A: ..."."""
        last = self._section.statements[-1] if self._section.statements else None
        if last is None or last.kind != "paragraph" or not _begins_with(answer, load_language().sections.answers):
            return None
        return last if _begins_with(last.node, load_language().sections.questions) else None

    def _lead(self, node: Node | None) -> Statement | None:
        last = self.statements[-1] if self.statements else None
        return last if node is not None and last is not None and last.node is node else None

    def _visit_list(self, node: Node, parent: Statement | None) -> None:
        for item in node.children:
            above = parent
            for index, (child, lead) in enumerate(_with_leads(item.children)):
                if index == 0 and child.leaf is not None:
                    above = self._state("item" if child.kind == "paragraph" else child.kind, child, parent)
                else:
                    self._visit(child, above, lead)

    def _visit_table(self, table: Node, parent: Statement | None, lead: Statement | None) -> None:
        headers: dict[int, Statement] = {}
        for number, row in enumerate(table.children):
            row_header = None
            if number and _repeats_header(row, headers):
                headers, number = {}, 0  # noqa: PLW2901 - from here on these are the headers
            for column, node in enumerate(row.children):
                if node.start == node.end:
                    continue
                cell = Cell(number, column, headers.get(column), row_header if number else None, lead)
                statement = self._state("cell", node, parent)
                statement.cell = cell
                if number == 0:
                    headers[column] = statement
                if column == 0:
                    row_header = statement

    def _state(self, kind: str, node: Node, parent: Statement | None) -> Statement:
        statement = Statement(kind, node, self._section, parent)
        self.statements.append(statement)
        self._section.statements.append(statement)
        if parent is not None:
            parent.children.append(statement)
        return statement


def _with_leads(blocks: list[Node]) -> list[tuple[Node, Node | None]]:
    """Each block with the paragraph right before it, if that ends in a colon and so introduces it."""
    before: Node | None = None
    pairs = []
    for block in blocks:
        pairs.append((block, before))
        before = block if block.kind == "paragraph" and _introduces(block) else None
    return pairs


def _begins_with(node: Node, labels: frozenset[str]) -> bool:
    """Whether the paragraph is labelled with one of the words: `Q: ...`, `**Question**: ...`."""
    if node.leaf is None:
        return False
    word, sign, _ = node.leaf.raw[:_LONGEST_LABEL].partition(":")
    return bool(sign) and word.strip("*_ ").casefold() in labels


def _introduces(node: Node) -> bool:
    return node.leaf is not None and node.leaf.raw.rstrip("*_ ").endswith((":", "\uff1a"))


def _repeats_header(row: Node, headers: dict[int, Statement]) -> bool:
    """Whether the row is one of headers in the middle of a table: nothing in the first column, as in the first row, something bold, and no cell that is a value."""
    cells = [node for node in row.children if node.start != node.end]
    if len(cells) < 2 or 0 in headers or row.children[0].start != row.children[0].end:
        return False
    texts = [node.leaf.text for node in cells if node.leaf is not None]
    bold = (run.style & Style.STRONG for text in texts for run in text.runs)
    return any(bold) and all(text.plain.strip(" *")[:1].isalpha() for text in texts)
