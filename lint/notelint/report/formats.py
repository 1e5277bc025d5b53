"""Output formats of `check` by name. Each is imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from notelint.diagnostic import Diagnostic
from notelint.source import Texts

Report = Callable[[list[Diagnostic], Texts, list[str]], str]
"""(diagnostics, texts of the notes, paths of all notes that were read) -> the whole report."""


def _later(module: str, function: str, takes: str) -> Report:
    """The function of a module of this package, called with the named ones of the three."""

    def report(diagnostics: list[Diagnostic], texts: Texts, notes: list[str]) -> str:
        given = {"diagnostics": diagnostics, "texts": texts, "notes": notes}
        made = getattr(import_module(f"notelint.report.{module}"), function)(*(given[name] for name in takes.split()))
        assert isinstance(made, str)
        return made

    return report


MACHINE: dict[str, Report] = {
    "github": _later("github", "github", "diagnostics texts"),
    "gitlab": _later("gitlab", "gitlab", "diagnostics texts"),
    "json": _later("json", "diagnostics_json", "diagnostics"),
    "junit": _later("junit", "junit", "diagnostics notes"),
    "markdown": _later("markdown", "markdown", "diagnostics notes"),
    "rdjson": _later("rdjson", "rdjson", "diagnostics texts"),
    "sarif": _later("sarif", "sarif", "diagnostics texts"),
}
"""Formats that stand alone on standard output; "full" and "concise" are for people."""
