"""What can be done about findings: fix one or all, ignore one, accept a word."""

from collections.abc import Iterator

from lsprotocol import types

from notelint.diagnostic import Applicability, Diagnostic
from notelint.engine.fixing.fix import fix
from notelint.engine.run.own_words import word_of
from notelint.engine.run.result import NoteResult
from notelint.notes.ignoring import ignoring
from notelint.server.diagnostics import to_diagnostic
from notelint.server.edits import line_edits, to_edit
from notelint.server.positions import overlaps
from notelint.server.workspace import Workspace
from notelint.source import Texts, decode

FIX_ALL = "notelint.fixAll"
"""Command: make all safe fixes of a note, whose address is the argument."""
ACCEPT_WORD = "notelint.acceptWord"
"""Command: add a word, the second argument, to the accepted words of the folder that holds the note at the first one."""
_FIX_ALL_KIND = f"{types.CodeActionKind.SourceFixAll.value}.notelint"


def actions(workspace: Workspace, path: str, wanted: types.Range, context: types.CodeActionContext) -> Iterator[types.CodeAction]:
    """The fixes of what is wrong in the range, a comment that silences it, and the fix of the whole note; of the kinds that are asked for."""
    found = workspace.diagnostics().get(path, [])
    if _is_wanted(types.CodeActionKind.QuickFix.value, context):
        for one in found:
            shown = to_diagnostic(one, workspace)
            if overlaps(shown.range, wanted):
                yield from _quick_fixes(one, shown, workspace)
    if _is_wanted(_FIX_ALL_KIND, context) and any(_is_safe(one) for one in found):
        command = types.Command("fix all", FIX_ALL, arguments=[workspace.uri(path)])
        yield types.CodeAction("make all safe fixes in this note", _FIX_ALL_KIND, command=command)


def _is_wanted(kind: str, context: types.CodeActionContext) -> bool:
    """Kinds are hierarchies: whoever asks for "source" takes "source.fixAll.notelint"."""
    return context.only is None or any(one in ("", kind) or kind.startswith(f"{one}.") for one in map(_text, context.only))


def _text(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _quick_fixes(one: Diagnostic, shown: types.Diagnostic, workspace: Workspace) -> Iterator[types.CodeAction]:
    path, kind = one.place.path, types.CodeActionKind.QuickFix
    made = one.finding.fix
    if made and made.applicability is not Applicability.DISPLAY:
        safe = _is_safe(one)
        title = made.title if safe else f"{made.title} (please review)"
        yield types.CodeAction(title, kind, [shown], is_preferred=safe, edit=to_edit(made.edits, workspace))
    word = word_of(one)
    if word is not None:
        command = types.Command("accept", ACCEPT_WORD, arguments=[workspace.uri(path), word])
        yield types.CodeAction(f"add “{word}” to the accepted words", kind, [shown], command=command)
    source = workspace.source(path)
    if source is not None:
        edit = to_edit(ignoring(one.place, one.rule, source, "reason"), workspace)
        yield types.CodeAction(f"ignore {one.rule} here, with a reason", kind, [shown], edit=edit)


def _is_safe(one: Diagnostic) -> bool:
    return one.finding.fix is not None and one.finding.fix.applicability is Applicability.SAFE


def fix_all(workspace: Workspace, path: str) -> types.WorkspaceEdit:
    """All safe fixes of a note, as `notelint check --fix` makes them, with what they change in other notes."""
    live = workspace.live.copy()
    results = dict(live.results)

    def judge(notes: dict[str, NoteResult]) -> list[Diagnostic]:
        live.take({one: result for one, result in notes.items() if live.results.get(one) is not result})
        return [one for one in live.diagnostics() if one.place.path == path]

    texts = Texts(dict(workspace.texts.held), workspace.folder)
    fixed = fix(results, judge, texts, workspace.reference)
    changes = {}
    for changed, data in fixed.changed.items():
        before = workspace.source(changed)
        if before is not None:
            changes[workspace.uri(changed)] = line_edits(before, decode(changed, data).text, workspace)
    return types.WorkspaceEdit(dict(changes))
