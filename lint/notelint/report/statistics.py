"""How often each rule found something."""

from collections import Counter
from collections.abc import Iterable, Iterator

from notelint.diagnostic import Applicability, Diagnostic
from notelint.report.style import Palette


def statistics(diagnostics: Iterable[Diagnostic], palette: Palette) -> Iterator[str]:
    """One line per rule, most frequent first: count, severity, rule, notes, and how many --fix can fix."""
    found = list(diagnostics)
    counts = Counter((diagnostic.rule, str(diagnostic.severity)) for diagnostic in found)
    width = len(str(max(counts.values(), default=0)))
    names = max((len(rule) for rule, _ in counts), default=0)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        own = [diagnostic for diagnostic in found if (diagnostic.rule, str(diagnostic.severity)) == (rule, severity)]
        notes = len({diagnostic.place.path for diagnostic in own})
        safe = sum(one.finding.fix is not None and one.finding.fix.applicability is Applicability.SAFE for one in own)
        tail = f", {safe} can be fixed with --fix" if safe else ""
        shown = palette.paint(severity, severity) + " " * (len("warning") - len(severity))
        yield f"{count:>{width}}  {shown}  {rule:<{names}}  in {notes} note{'s' * (notes != 1)}{tail}"
