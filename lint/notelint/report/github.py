"""Workflow commands of GitHub Actions, which become annotations on the lines of a pull request."""

from collections.abc import Iterable

from notelint.diagnostic import Diagnostic
from notelint.report.printable import harmless, printable
from notelint.source import Texts

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(diagnostics: Iterable[Diagnostic], texts: Texts) -> str:
    """One command per line."""
    return "\n".join(_command(diagnostic) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties: dict[str, object] = {"file": printable(place.path), "line": place.start.line, "endLine": place.end.line}
    if place.start.line == place.end.line:
        properties |= {"col": place.start.column, "endColumn": place.end.column}
    properties["title"] = f"notelint ({diagnostic.rule})"
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[str(diagnostic.severity)]} {shown}::{_data(_message(diagnostic))}"


def _message(diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    lines = [finding.message]
    lines += [f"{related.place.path}:{related.place.start.line}: {related.message}" for related in finding.related]
    if finding.suggestions:
        lines.append(f"suggestion: {', '.join(finding.suggestions[:3])}")
    if finding.url:
        lines.append(f"source: {finding.url}")
    return harmless("\n".join(lines))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
