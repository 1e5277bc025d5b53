"""A claim with what led to it."""

import msgspec

from notelint.facts.attributes import Candidate
from notelint.facts.confidence import Evidence
from notelint.facts.model import Claim
from notelint.facts.quantities import Found
from notelint.facts.subjects import Subject


class Explained(msgspec.Struct, frozen=True):
    """What `facts --explain` shows."""

    claim: Claim
    found: Found
    subject: Subject
    candidates: tuple[Candidate, ...]
    evidence: Evidence
