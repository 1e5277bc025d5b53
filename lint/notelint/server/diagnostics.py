"""Findings in the terms of the protocol."""

from lsprotocol import types

from notelint.diagnostic import Diagnostic, Severity
from notelint.server.workspace import Workspace

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def to_diagnostic(one: Diagnostic, workspace: Workspace) -> types.Diagnostic:
    """With the other places that it is about."""
    related = [types.DiagnosticRelatedInformation(workspace.location(other.place), other.message) for other in one.finding.related]
    link = types.CodeDescription(one.finding.url) if one.finding.url else None
    return types.Diagnostic(
        workspace.range(one.place),
        one.finding.message,
        severity=_SEVERITIES[one.severity],
        code=one.rule,
        code_description=link,
        source="notelint",
        related_information=related or None,
    )


class Published:
    """What the editor was last told of the notes of one folder."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._made: dict[str, tuple[list[Diagnostic], list[types.Diagnostic]]] = {}

    def changes(self) -> dict[str, list[types.Diagnostic]]:
        """Path -> the diagnostics of each note for which they differ from what was last told; only these are made anew."""
        changed: dict[str, list[types.Diagnostic]] = {}
        now = self._workspace.diagnostics()
        for path, found in now.items():
            before = self._made.get(path, ([], []))
            if before[0] is found:
                continue
            made = [to_diagnostic(one, self._workspace) for one in found]
            self._made[path] = (found, made)
            if made != before[1]:
                changed[path] = made
        for path in self._made.keys() - now.keys():
            if self._made.pop(path)[1]:
                changed[path] = []
        return changed

    def forget(self) -> dict[str, list[types.Diagnostic]]:
        """Empty lists for all notes of which something was told, since the folder is closed."""
        told, self._made = self._made, {}
        return {path: [] for path, (_, made) in told.items() if made}
