"""Facts + Blueprint -> Coverage: how much of an exam the notes cover, and where."""

from notelint.coverage.compare import CoverageComparison, NotComparableError, StatusChange, compare
from notelint.coverage.gate import shortfalls
from notelint.coverage.measure import measure
from notelint.coverage.model import (
    Coverage,
    DomainCoverage,
    NoteLine,
    ObjectiveCoverage,
    ObjectiveStatus,
    SectionCoverage,
    SectionStatus,
    TaskCoverage,
)

__all__ = [
    "Coverage",
    "CoverageComparison",
    "DomainCoverage",
    "NotComparableError",
    "NoteLine",
    "ObjectiveCoverage",
    "ObjectiveStatus",
    "SectionCoverage",
    "SectionStatus",
    "StatusChange",
    "TaskCoverage",
    "compare",
    "measure",
    "shortfalls",
]
