"""A summary in Markdown, for the page of a CI job or a comment on a pull request."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from notelint.diagnostic import Diagnostic
from notelint.report.printable import printable

_ROWS = 200
"""Findings shown: a job summary holds at most a megabyte."""


def markdown(diagnostics: Iterable[Diagnostic], notes: Iterable[str]) -> str:
    """Totals, a table of rules, and a table of findings for each note; `notes` are all that were read."""
    found = list(diagnostics)
    read = sum(1 for _ in notes)
    return "\n".join(_lines(found, f"{read} note{'s' * (read != 1)}"))


def _lines(found: list[Diagnostic], read: str) -> Iterator[str]:
    yield "## notelint"
    yield ""
    if not found:
        yield f"Nothing to report in {read}."
        return
    counts = Counter(str(diagnostic.severity) for diagnostic in found)
    totals = ", ".join(
        f"{counts[name]} {name}{'s' * (counts[name] != 1 and name != 'info')}" for name in ("error", "warning", "info") if counts[name]
    )
    yield f"**{totals}** in {len({one.place.path for one in found})} of {read}."
    yield ""
    yield "| rule | findings |"
    yield "| --- | ---: |"
    for rule, count in Counter(diagnostic.rule for diagnostic in found).most_common():
        yield f"| `{rule}` | {count} |"
    for path, group in groupby(found[:_ROWS], key=lambda diagnostic: diagnostic.place.path):
        yield ""
        yield f"### {escape(path)}"
        yield ""
        yield "| line | severity | rule | finding |"
        yield "| ---: | --- | --- | --- |"
        yield from map(_row, group)
    if len(found) > _ROWS:
        yield ""
        yield f"… and {len(found) - _ROWS} more."


def _row(diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    parts = [escape(finding.message)]
    parts += [f"{escape(related.place.path)}:{related.place.start.line}: {escape(related.message)}" for related in finding.related[:3]]
    if finding.url:
        parts.append(f"<{finding.url}>")
    return f"| {finding.place.start.line} | {diagnostic.severity} | `{diagnostic.rule}` | {'<br>'.join(parts)} |"


def escape(text: str) -> str:
    """The text as it is, on one line: nothing in it is Markdown or HTML."""
    flat = printable(" ".join(text.split()))
    for character in "\\`*_[]<>|#~":
        flat = flat.replace(character, "&lt;" if character == "<" else "\\" + character)
    return flat.replace("@", "&#64;")  # a name behind it would be told of the page
