"""A claim with what led to it."""

import msgspec

from notelint.claims.attributes import Candidate
from notelint.claims.claim import Claim
from notelint.claims.confidence import Evidence
from notelint.quantities.quantities import Found
from notelint.subjects.subjects import Subject


class Explained(msgspec.Struct, frozen=True):
    """What `facts --explain` shows."""

    claim: Claim
    found: Found
    subject: Subject
    candidates: tuple[Candidate, ...]
    evidence: Evidence
