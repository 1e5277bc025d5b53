"""Output formats of `check` by name."""

from collections.abc import Callable

from notelint.diagnostic import Diagnostic
from notelint.report.github import github
from notelint.report.gitlab import gitlab
from notelint.report.json import diagnostics_json
from notelint.report.junit import junit
from notelint.report.markdown import markdown
from notelint.report.rdjson import rdjson
from notelint.report.sarif import sarif
from notelint.source import Texts

Report = Callable[[list[Diagnostic], Texts, list[str]], str]
"""(diagnostics, texts of the notes, paths of all notes that were read) -> the whole report."""

MACHINE: dict[str, Report] = {
    "github": lambda diagnostics, texts, notes: github(diagnostics, texts),
    "gitlab": lambda diagnostics, texts, notes: gitlab(diagnostics, texts),
    "json": lambda diagnostics, texts, notes: diagnostics_json(diagnostics),
    "junit": lambda diagnostics, texts, notes: junit(diagnostics, notes),
    "markdown": lambda diagnostics, texts, notes: markdown(diagnostics, notes),
    "rdjson": lambda diagnostics, texts, notes: rdjson(diagnostics, texts),
    "sarif": lambda diagnostics, texts, notes: sarif(diagnostics, texts),
}
"""Formats that stand alone on standard output; "full" and "concise" are for people."""
