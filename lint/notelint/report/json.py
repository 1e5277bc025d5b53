"""Machine-readable diagnostics and claims; their JSON Schemas are in schema/."""

from collections.abc import Iterable
from typing import Any

from notelint.diagnostic import Diagnostic, Edit, Fix
from notelint.report.printable import dump
from notelint.source import Place, Position


def diagnostics_json(diagnostics: Iterable[Diagnostic]) -> str:
    """schema/diagnostics.schema.json"""
    return dump({"version": 1, "diagnostics": [_diagnostic(diagnostic) for diagnostic in diagnostics]})


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    finding = diagnostic.finding
    return {
        **place(finding.place),
        "rule": diagnostic.rule,
        "category": diagnostic.category,
        "severity": str(diagnostic.severity),
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "fix": _fix(finding.fix, finding.place.path) if finding.fix else None,
        "related": [{**place(related.place), "message": related.message} for related in finding.related],
        "url": finding.url,
    }


def place(where: Place) -> dict[str, Any]:
    """filename, start and end."""
    return {"filename": where.path, "start": _position(where.start), "end": _position(where.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    return {"title": fix.title, "applicability": str(fix.applicability), "edits": [_edit(edit, path) for edit in fix.edits]}


def _edit(edit: Edit, path: str) -> dict[str, Any]:
    """An edit in another note than that of the finding names it."""
    where = place(edit.place)
    if edit.place.path == path:
        del where["filename"]
    return {**where, "replacement": edit.replacement}
