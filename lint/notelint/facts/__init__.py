"""Document + Reference -> Facts. One extractor a file."""

from notelint.facts.extract import extract
from notelint.facts.model import Bound, Claim, Evidence, Expansion, Facts, Heading, Link, Mention, Outline, Quantity, Suppression
from notelint.facts.note import Corpus, Note
from notelint.facts.targets import Target, TargetKind
from notelint.facts.tree import Found, Tree

__all__ = [
    "Bound",
    "Claim",
    "Corpus",
    "Evidence",
    "Expansion",
    "Facts",
    "Found",
    "Heading",
    "Link",
    "Mention",
    "Note",
    "Outline",
    "Quantity",
    "Suppression",
    "Target",
    "TargetKind",
    "Tree",
    "extract",
]
