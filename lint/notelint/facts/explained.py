"""A claim with what led to it."""

from dataclasses import dataclass

from notelint.facts.attributes import Candidate
from notelint.facts.confidence import Evidence
from notelint.facts.model import Claim
from notelint.facts.quantities import Found
from notelint.facts.subjects import Subject


@dataclass(frozen=True, slots=True)
class Explained:
    """What `facts --explain` shows."""

    claim: Claim
    found: Found
    subject: Subject
    candidates: tuple[Candidate, ...]
    evidence: Evidence
