"""Code in notes: whether it is surely meant as complete code, and surely broken."""

from notelint.outlines.snippets.read import BrokenCode, faults

__all__ = ["BrokenCode", "faults"]
