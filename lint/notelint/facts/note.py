"""Note: one Source with its Document and Facts. Corpus: the Facts of all notes of a run."""

from dataclasses import dataclass

from notelint.document import Document
from notelint.facts.model import Facts
from notelint.facts.tree import Tree
from notelint.source import Place, Source, Span


@dataclass(frozen=True, slots=True)
class Note:
    """What a rule about single notes sees."""

    document: Document
    facts: Facts

    @property
    def source(self) -> Source:
        """The text of the note."""
        return self.document.source

    def place(self, span: Span) -> Place:
        """The span as a Place in this note."""
        return self.document.source.place(span)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a rule about all notes sees: facts by path, and the files around them."""

    notes: dict[str, Facts]
    tree: Tree
