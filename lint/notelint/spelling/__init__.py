"""Slips of the pen in prose: what is misspelt, split, doubled, confused, or named otherwise than it is called."""

from notelint.spelling.reader import SpellingReader

__all__ = ["SpellingReader"]
