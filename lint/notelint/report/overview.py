"""What a first run shows in a terminal in the place of many findings: counts by rule, and what to do next."""

from collections import Counter
from collections.abc import Iterator

from notelint.diagnostic import Applicability, Diagnostic, Severity
from notelint.report.statistics import statistics
from notelint.report.style import Palette

MOST_SHOWN = 50
"""More findings than this are counted in a terminal, not listed."""


def overview(diagnostics: list[Diagnostic], palette: Palette) -> Iterator[str]:
    """Counts by rule, then the commands that lead on."""
    yield from statistics(diagnostics, palette)
    yield ""
    safe = sum(one.finding.fix is not None and one.finding.fix.applicability is Applicability.SAFE for one in diagnostics)
    rule = _most_frequent(diagnostics)
    steps = {
        "notelint check --all": "list every finding",
        f"notelint check --select {rule}": "list those of one rule",
        f"notelint explain {rule}": "say what a rule finds, and why",
        "notelint check --diff": f"show the {safe} safe fixes; --fix makes them" if safe else "",
        "notelint baseline create": "accept what is there; only new findings are reported from then on",
        f'ignore = ["{rule}"]': "in notelint.toml: turn a rule off",
    }
    width = max(map(len, steps))
    for step, what in steps.items():
        if what:
            yield f"  {palette.paint('bold', step)}{' ' * (width - len(step))}  {what}"


def _most_frequent(diagnostics: list[Diagnostic]) -> str:
    """The rule that found most; one whose findings are more than remarks, if there is any."""
    serious = [one for one in diagnostics if one.severity is not Severity.INFO]
    ((rule, _),) = Counter(one.rule for one in serious or diagnostics).most_common(1)
    return rule
