"""Note: one Source with its Document and Facts. Corpus: the Facts of all notes of a run."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from notelint.document import Document, Section
from notelint.links.link import Link
from notelint.links.link_target import Jump
from notelint.links.sites import Sites
from notelint.links.targets import Target, Targets
from notelint.links.tree import Tree
from notelint.links.wiki import Ties, Wiki
from notelint.notes.facts import Facts
from notelint.source import Place, Source, Span


class Note(msgspec.Struct, frozen=True):
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

    def heading(self, section: Section) -> Place:
        """The heading of a section; of the root section, the start of the note."""
        return self.place(section.heading.span if section.heading is not None else Span(0, 0))


class Corpus(msgspec.Struct, frozen=True, eq=False, dict=True):
    """What a rule about all notes sees: facts by path, and the files around them."""

    notes: Mapping[str, Facts]
    tree: Tree
    ties: Ties | None = None
    """Those of an earlier run, where they are the same."""
    site: str = "auto"
    """The program that the notes are read with, as configured."""

    @cached_property
    def sites(self) -> Sites:
        """The programs that the notes are read with."""
        return Sites(self.tree, self.site)

    @cached_property
    def targets(self) -> Targets:
        """Where links lead."""
        return Targets(self.notes, self.tree, self.sites)

    @cached_property
    def wiki(self) -> Wiki:
        """Where wiki links lead."""
        return Wiki(self.notes, self.tree, self.sites, self.ties)

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """The names of all notes in order, by their first two letters in lower case."""
        found: dict[str, list[str]] = {}
        for name in sorted({os.path.basename(path).removesuffix(".md") for path in self.notes}):
            found.setdefault(name[:2].casefold(), []).append(name)
        return found

    def target(self, note: Facts, link: Link) -> Target:
        """Where a link of `note` leads."""
        return self.wiki.of(note, link) if link.wiki else self.targets.of(note, link)

    def jumps(self, note: Facts) -> Iterator[Jump]:
        """The links of `note` to places inside notes of the run, itself included."""
        for link in note.links:
            if "#" in link.destination:
                target = self.target(note, link)
                if target.note is not None and target.fragment:
                    yield Jump(link, target.note.path, target.fragment)
