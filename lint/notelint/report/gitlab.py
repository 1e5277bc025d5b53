"""The code quality report of GitLab, which shows findings in merge requests."""

from collections.abc import Iterable
from typing import Any

from notelint.diagnostic import Diagnostic, fingerprints
from notelint.report.printable import dump
from notelint.source import Texts

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(diagnostics: Iterable[Diagnostic], texts: Texts) -> str:
    """A JSON array with one object per finding; its fingerprint stays while lines move, so that GitLab can tell new from old."""
    return dump([_entry(diagnostic, fingerprint) for diagnostic, fingerprint in fingerprints(diagnostics, texts)])


def _entry(diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "type": "issue",
        "check_name": diagnostic.rule,
        "description": diagnostic.finding.message,
        "categories": ["Clarity" if diagnostic.category in ("spelling", "terminology") else "Bug Risk"],
        "severity": _SEVERITIES[str(diagnostic.severity)],
        "fingerprint": fingerprint,
        "location": {
            "path": place.path,
            "positions": {
                "begin": {"line": place.start.line, "column": place.start.column},
                "end": {"line": place.end.line, "column": place.end.column},
            },
            "lines": {"begin": place.start.line, "end": place.end.line},
        },
    }
