"""Facts + Blueprint -> Coverage: how much of an exam the notes cover, and where."""

from notelint.coverage.compare import Change, Comparison, NotComparableError, compare
from notelint.coverage.gate import shortfalls
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
    "Change",
    "Comparison",
    "Coverage",
    "DomainCoverage",
    "NotComparableError",
    "ObjectiveCoverage",
    "ObjectiveStatus",
    "SectionCoverage",
    "SectionStatus",
    "TaskCoverage",
    "Where",
    "compare",
    "measure",
    "shortfalls",
]
