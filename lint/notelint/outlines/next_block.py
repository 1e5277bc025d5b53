"""What follows what in a note."""

from functools import lru_cache

from notelint.document import Document, Node


class Flow:
    """The order of the blocks of one document, read once."""

    def __init__(self, document: Document) -> None:
        self._next: dict[int, Node | None] = {}
        stack: list[tuple[Node, Node | None]] = [(document.root, None)]
        while stack:
            node, after = stack.pop()
            self._next[id(node)] = after
            children = [] if node.leaf is not None else node.children
            for index, child in enumerate(children):
                stack.append((child, children[index + 1] if index + 1 < len(children) else after))

    def after(self, node: Node) -> Node | None:
        """The next block behind `node` that is not inside it: a sibling, or a sibling of what holds it; None at the end of the note."""
        return self._next[id(node)]

    def is_last(self, node: Node) -> bool:
        """Whether nothing behind `node` can belong to it: the end of the note, a heading or a rule follows."""
        after = self.after(node)
        return after is None or after.kind in ("heading", "thematic_break")


@lru_cache(maxsize=1)
def flow_of(document: Document) -> Flow:
    """The Flow of the document that is being read."""
    return Flow(document)
