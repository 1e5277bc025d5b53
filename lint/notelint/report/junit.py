"""JUnit XML: a suite for each note, a failed case for each finding, a passed one for a note without."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from notelint.diagnostic import Diagnostic
from notelint.report.printable import escape_commands, printable, without_commands

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(diagnostics: Iterable[Diagnostic], notes: Iterable[str]) -> str:
    """`notes` are the paths of all notes that were read."""
    by_note: dict[str, list[Diagnostic]] = {path: [] for path in notes}
    for diagnostic in diagnostics:
        by_note.setdefault(diagnostic.place.path, []).append(diagnostic)
    failures = sum(map(len, by_note.values()))
    cases = sum(max(1, len(found)) for found in by_note.values())
    root = ET.Element("testsuites", name="notelint", tests=str(cases), failures=str(failures), errors="0")
    for path, found in by_note.items():
        _suite(root, path, found)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + escape_commands(ET.tostring(root, encoding="unicode"), "&#35;")


def _suite(root: ET.Element, path: str, found: list[Diagnostic]) -> None:
    name = _clean(path)
    suite = ET.SubElement(
        root, "testsuite", name=name, tests=str(max(1, len(found))), failures=str(len(found)), errors="0", skipped="0", time="0"
    )
    if not found:
        ET.SubElement(suite, "testcase", name="notelint", classname=name, file=name, time="0")
    for diagnostic in found:
        place = diagnostic.place.start
        title = f"{diagnostic.rule} at {place.line}:{place.column}"
        case = ET.SubElement(suite, "testcase", name=title, classname=name, file=name, line=str(place.line), time="0")
        message = _clean(diagnostic.finding.message)
        failure = ET.SubElement(case, "failure", message=message, type=str(diagnostic.severity))
        failure.text = without_commands("\n".join(map(_clean, _lines(diagnostic))))


def _lines(diagnostic: Diagnostic) -> Iterable[str]:
    place = diagnostic.place
    yield f"{place.path}:{place.start.line}:{place.start.column}: {diagnostic.severity}[{diagnostic.rule}] {diagnostic.finding.message}"
    for related in diagnostic.finding.related:
        yield f"{related.place.path}:{related.place.start.line}:{related.place.start.column}: {related.message}"
    if diagnostic.finding.url:
        yield f"source: {diagnostic.finding.url}"


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", printable(text))
