"""Source -> Document."""

from mistune.util import unikey

from notelint.document.blocks import Blocks
from notelint.document.context import Context
from notelint.document.document import Document
from notelint.document.front_matter import read_front_matter
from notelint.document.hidden_blocks import hide_expressions, hide_statements
from notelint.document.node import Node
from notelint.document.state import State
from notelint.source import Source

_BLOCKS = Blocks()
_MDX = ".mdx"


def parse(source: Source) -> Document:
    """Read a note; no text is refused. Inlines and texts are read when asked for."""
    root = Node("document", 0, len(source.text))
    front_matter = read_front_matter(source)
    context = Context(source)
    start = 0
    if front_matter is not None:
        start = front_matter.span.end
        root.add(Node("front_matter", 0, len(source.text[:start].rstrip("\n"))))
    _BLOCKS.parse(State.root(context, root, start))
    hide_statements(root)
    if source.path.endswith(_MDX):
        hide_expressions(root)
    return Document(source, root, front_matter, context.definitions, context.footnotes)


def normalise_label(label: str) -> str:
    """A link or footnote label as it is compared: white space and case do not count."""
    return unikey(label)
