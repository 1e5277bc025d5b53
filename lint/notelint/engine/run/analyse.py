"""One note, from text to findings: a pure function of (text, reference)."""

import msgspec

from notelint.document import parse
from notelint.engine.run.budget import Left, limited, seconds_for, shortened, what_fits
from notelint.engine.run.result import NoteResult
from notelint.notes import Facts, Note, extract
from notelint.reference import Reference
from notelint.rules import NOTE_RULES, not_utf8, unread_note, unread_part
from notelint.source import Position, Source, SourceError, decode
from notelint.source.boundary import LEADS_OUT


def analyse(source: Source, reference: Reference, *, outlined: bool = True) -> NoteResult:
    """Parse, extract (the outline only if it is wanted), and run every note rule; which of them are shown is decided later."""
    document = parse(source)
    note = Note(document, extract(document, reference, outlined=outlined))
    findings = tuple((rule.ID, finding) for rule in NOTE_RULES for finding in rule.check(note, reference))
    document.close()
    return NoteResult(note.facts, findings)


def analyse_bytes(path: str, data: bytes, reference: Reference, *, outlined: bool = True) -> NoteResult:
    """The same from the bytes of a file; bytes that are no text become a finding, and so does what takes too long or fails."""
    try:
        return _within_budget(decode(path, data), reference, outlined=outlined)
    except SourceError as error:
        return NoteResult(Facts(path, partial=True), ((not_utf8.ID, not_utf8.finding(path, error)),))
    except Exception as error:  # noqa: BLE001 - one note must not keep the others from being checked
        return NoteResult(Facts(path, partial=True), ((unread_note.ID, unread_note.finding(path, error)),))


def _within_budget(whole: Source, reference: Reference, *, outlined: bool) -> NoteResult:
    """All of the note, or what of it can be read."""
    source, left = shortened(whole)
    try:
        with limited(seconds_for(len(source.text))):
            result = analyse(source, reference, outlined=outlined)
    except Exception as error:
        results: list[NoteResult] = []
        left += what_fits(source, lambda part: results.append(analyse(part, reference, outlined=outlined)), error)
        if not results:
            raise
        result = results[-1]
    return _told(result, whole, left) if left else result


def _told(result: NoteResult, source: Source, left: list[Left]) -> NoteResult:
    """With a finding for each part that was left out."""
    facts = msgspec.structs.replace(result.facts, partial=True)
    parts = tuple((unread_part.ID, unread_part.finding(source.place(span), reason)) for span, reason in left)
    return NoteResult(facts, (*result.findings, *parts))


def outside(path: str) -> NoteResult:
    """Of a note that leads out of the project: nothing in it is shown to anybody."""
    return NoteResult(Facts(path), ((unread_note.ID, unread_note.unread(path, LEADS_OUT)),))


def misnamed(path: str) -> NoteResult:
    """Of a note whose name is not UTF-8: it is not read, since nothing could say where anything is in it."""
    error = SourceError("not UTF-8: the name of the file; rename it", Position(1, 1))
    return NoteResult(Facts(path, partial=True), ((not_utf8.ID, not_utf8.finding(path, error)),))
