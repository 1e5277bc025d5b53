"""Facts + Blueprint -> Coverage: how much of an exam the notes cover, and where."""

from notelint.coverage.measure import measure
from notelint.coverage.model import (
    Coverage,
    DomainCoverage,
    ObjectiveCoverage,
    ObjectiveStatus,
    SectionCoverage,
    SectionStatus,
    TaskCoverage,
    Where,
)

__all__ = [
    "Coverage",
    "DomainCoverage",
    "ObjectiveCoverage",
    "ObjectiveStatus",
    "SectionCoverage",
    "SectionStatus",
    "TaskCoverage",
    "Where",
    "measure",
]
