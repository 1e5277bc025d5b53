"""The text of one note, places in it, and patterns to look for in it. Imports nothing else of notelint."""

from notelint.source.decode import SourceError, decode
from notelint.source.place import Place, Position, Span
from notelint.source.source import Source
from notelint.source.texts import Texts

__all__ = ["Place", "Position", "Source", "SourceError", "Span", "Texts", "decode"]
