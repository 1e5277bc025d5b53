"""Diagnostics, fixes and claims in the terms of the protocol."""

import os
from collections.abc import Iterator

from lsprotocol import types
from pygls.uris import from_fs_path

from notelint.claims.judge import judge
from notelint.diagnostic import Applicability, Diagnostic, Fix, Severity
from notelint.reference.shown import dated, shown_property, shown_value
from notelint.server.positions import holds, overlaps, to_range
from notelint.server.workspace import Workspace
from notelint.source import Place

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def uri_of(workspace: Workspace, path: str) -> str:
    """The address of a note."""
    return from_fs_path(os.path.join(workspace.folder, path)) or ""


def range_of(workspace: Workspace, place: Place) -> types.Range:
    """Where the place is in the text as it is now."""
    return to_range(place, workspace.texts.source(place.path))


def diagnostic(workspace: Workspace, one: Diagnostic) -> types.Diagnostic:
    """With the other places that it is about."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri_of(workspace, other.place.path), range_of(workspace, other.place)), other.message
        )
        for other in one.finding.related
    ]
    link = types.CodeDescription(one.finding.url) if one.finding.url else None
    return types.Diagnostic(
        range_of(workspace, one.place),
        one.finding.message,
        severity=_SEVERITIES[one.severity],
        code=one.rule,
        code_description=link,
        source="notelint",
        related_information=related or None,
    )


def actions(workspace: Workspace, path: str, wanted: types.Range) -> Iterator[types.CodeAction]:
    """The fixes of what is wrong in the range, and a comment that silences it."""
    for one in workspace.diagnostics().get(path, ()):
        shown = diagnostic(workspace, one)
        if not overlaps(shown.range, wanted):
            continue
        fix = one.finding.fix
        if fix and fix.applicability is not Applicability.DISPLAY:
            safe = fix.applicability is Applicability.SAFE
            title = fix.title if safe else f"{fix.title} (please review)"
            yield types.CodeAction(title, types.CodeActionKind.QuickFix, [shown], is_preferred=safe, edit=_edits(workspace, fix))
        source = workspace.texts.source(path)
        if source and source.line(one.place.start.line).lstrip().startswith("|"):
            continue  # a comment would end the table
        start = types.Position(shown.range.start.line, 0)
        comment = types.TextEdit(types.Range(start, start), f"<!-- notelint-ignore-next-line {one.rule}: reason -->\n")
        edit = types.WorkspaceEdit({uri_of(workspace, path): [comment]})
        yield types.CodeAction(f"ignore {one.rule} here, with a reason", types.CodeActionKind.QuickFix, [shown], edit=edit)


def _edits(workspace: Workspace, fix: Fix) -> types.WorkspaceEdit:
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in fix.edits:
        made = types.TextEdit(range_of(workspace, edit.place), edit.replacement)
        changes.setdefault(uri_of(workspace, edit.place.path), []).append(made)
    return types.WorkspaceEdit(dict(changes))


def hover(workspace: Workspace, path: str, position: types.Position) -> types.Hover | None:
    """What the packs know of the claim at the position."""
    reference = workspace.live.reference
    facts = workspace.live.results[path].facts
    for claim in facts.claims:
        where = range_of(workspace, claim.place)
        if not (claim.entity in reference.entities and claim.attribute in reference.attributes and holds(where, position)):
            continue
        values = [value for value in reference.values_of.get(claim.entity, ()) if value.attribute == claim.attribute]
        lines = [f"**{shown_property(claim.entity, claim.attribute, reference)}**: {judge(claim, reference).status}", ""]
        for value in values:
            ended = f", until {value.until}" if value.until else ""
            lines.append(f"- {shown_value(value, reference)}{dated(value, reference)}{ended} ([source]({value.source}))")
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n".join(lines)), where)
    return None
