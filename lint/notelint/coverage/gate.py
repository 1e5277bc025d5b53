"""Whether enough is covered."""

from collections.abc import Iterator

from notelint.coverage.model import Coverage

_ROUNDING = 1e-9


def shortfalls(coverage: Coverage, fail_under: float | None, fail_under_domain: float | None) -> Iterator[str]:
    """One sentence for each share that is below what is asked, in percent."""
    exam = coverage.blueprint.id
    if fail_under is not None and coverage.coverage * 100 < fail_under - _ROUNDING:
        yield f"coverage of {exam} is {coverage.coverage:.1%}, below {fail_under:g}%"
    for domain in coverage.domains:
        if fail_under_domain is not None and domain.coverage * 100 < fail_under_domain - _ROUNDING:
            yield f"coverage of {exam} domain {domain.id} ({domain.title}) is {domain.coverage:.1%}, below {fail_under_domain:g}%"
