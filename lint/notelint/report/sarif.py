"""SARIF 2.1.0, for code scanning services and editors."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from notelint import __version__
from notelint.diagnostic import Diagnostic, Edit, Fix, Related, fingerprints
from notelint.report.printable import dump
from notelint.report.rules import rule_page, rule_summary
from notelint.rules import RULES
from notelint.source import Place, Texts

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(diagnostics: Iterable[Diagnostic], texts: Texts) -> str:
    """One run with every rule, its results, related locations and fixes; columns count code points."""
    index = {rule.ID: number for number, rule in enumerate(RULES)}
    results = [_result(diagnostic, fingerprint, index[diagnostic.rule]) for diagnostic, fingerprint in fingerprints(diagnostics, texts)]
    driver = {"name": "notelint", "semanticVersion": __version__, "version": __version__, "rules": [_rule(rule) for rule in RULES]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Any) -> dict[str, Any]:
    page = rule_page(rule)
    return {
        "id": rule.ID,
        "name": "".join(part.title() for part in rule.ID.split("-")),
        "shortDescription": {"text": rule_summary(rule)},
        "fullDescription": {"text": rule_summary(rule)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[str(rule.SEVERITY)]},
        "properties": {"tags": [rule.CATEGORY]},
    }


def _result(diagnostic: Diagnostic, fingerprint: str, index: int) -> dict[str, Any]:
    finding = diagnostic.finding
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": _LEVELS[str(diagnostic.severity)],
        "message": {"text": finding.message if not finding.url else f"{finding.message}\nSource: {finding.url}"},
        "locations": [{"physicalLocation": _physical(finding.place)}],
        "partialFingerprints": {"notelintFinding/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [_related(number, related) for number, related in enumerate(finding.related, 1)]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix)]
    if finding.url:
        result["properties"] = {"source": finding.url}
    return result


def _related(number: int, related: Related) -> dict[str, Any]:
    return {"id": number, "message": {"text": related.message}, "physicalLocation": _physical(related.place)}


def _physical(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place.path), "region": _region(place)}


def _artifact(path: str) -> dict[str, str]:
    """A relative URI; services resolve it against the checkout."""
    return {"uri": ("file://" if path.startswith("/") else "") + quote(path)}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.place.path, []).append(edit)
    changes = [
        {"artifactLocation": _artifact(path), "replacements": [_replacement(edit) for edit in edits]} for path, edits in by_path.items()
    ]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.replacement}}
