"""Notes of a run: the facts of each, and the corpus of all."""

from notelint.notes.extract import extract
from notelint.notes.facts import Facts
from notelint.notes.note import Corpus, Note

__all__ = ["Corpus", "Facts", "Note", "extract"]
