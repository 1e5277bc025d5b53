"""Reviewdog's diagnostic format. Its columns count bytes of UTF-8."""

from collections.abc import Iterable
from typing import Any

from notelint.diagnostic import Diagnostic, Fix
from notelint.report.printable import dump
from notelint.source import Place, Position, Texts


def rdjson(diagnostics: Iterable[Diagnostic], texts: Texts) -> str:
    """One DiagnosticResult."""
    found = [_diagnostic(diagnostic, texts) for diagnostic in diagnostics]
    return dump({"source": {"name": "notelint"}, "diagnostics": found})


def _diagnostic(diagnostic: Diagnostic, texts: Texts) -> dict[str, Any]:
    finding = diagnostic.finding
    code = {"value": diagnostic.rule} | ({"url": finding.url} if finding.url else {})
    entry: dict[str, Any] = {
        "message": "\n".join([finding.message, *(f"{one.place.path}:{one.place.start.line}: {one.message}" for one in finding.related)]),
        "location": _location(finding.place, texts),
        "severity": str(diagnostic.severity).upper(),
        "code": code,
    }
    if finding.fix and _one_place(finding.fix, finding.place.path):
        edit = finding.fix.edits[0]
        entry["suggestions"] = [{"range": _range(edit.place, texts), "text": edit.replacement}]
    return entry


def _one_place(fix: Fix, path: str) -> bool:
    """Suggestions of the format are alternatives: a fix of several edits cannot be said in it."""
    return len(fix.edits) == 1 and fix.edits[0].place.path == path


def _location(place: Place, texts: Texts) -> dict[str, Any]:
    return {"path": place.path, "range": _range(place, texts)}


def _range(place: Place, texts: Texts) -> dict[str, Any]:
    return {"start": _position(place.start, place.path, texts), "end": _position(place.end, place.path, texts)}


def _position(position: Position, path: str, texts: Texts) -> dict[str, int]:
    source = texts.source(path)
    before = source.line(position.line)[: position.column - 1] if source else ""
    return {"line": position.line, "column": len(before.encode("utf-8")) + 1}
