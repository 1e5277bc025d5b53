"""HTML comments that silence rules."""

import re
from collections.abc import Iterator

from notelint.document import Comment, Document
from notelint.notes.suppression import Suppression
from notelint.source.lazy_pattern import lazy_pattern

_DIRECTIVE = lazy_pattern(r"notelint-(?P<action>[\w-]+)(?P<rules>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)
_ACTIONS = ("ignore-line", "ignore-next-line", "ignore-file", "ignore-start", "ignore-end")


def suppressions(document: Document) -> Iterator[Suppression]:
    """The suppressions of a note in order; an unclosed range reaches to the end of the note."""
    last_line = len(document.source.line_starts)
    open_ranges: list[Suppression] = []
    for comment in document.comments:
        if not comment.closed and comment.text.startswith("notelint-"):
            yield _unclosed(document, comment)
            continue
        directive = _DIRECTIVE.fullmatch(comment.text.strip())
        if not directive:
            continue
        read = _read(document, comment, directive)
        if directive["action"] == "ignore-start" and not read.problem:
            open_ranges.append(read)
        elif directive["action"] == "ignore-end":
            yield from _close(open_ranges, read)
        else:
            yield read
    for start in open_ranges:
        yield _until(start, last_line)


def _unclosed(document: Document, comment: Comment) -> Suppression:
    """Nobody can tell where it was to end, so it silences nothing."""
    place = document.source.place(comment.span)
    line = place.start.line
    return Suppression(place, (), line, line, problem="the comment is not closed: all that follows is hidden as a part of it; write -->")


def _read(document: Document, comment: Comment, directive: re.Match[str]) -> Suppression:
    place = document.source.place(comment.span)
    rules = tuple(re.findall(r"[\w-]+", directive["rules"]))
    first, last = {
        "ignore-line": (place.start.line, place.end.line),
        "ignore-next-line": (place.end.line + 1, place.end.line + 1),
        "ignore-file": (1, len(document.source.line_starts)),
    }.get(directive["action"], (place.start.line, place.start.line))
    problem = ""
    if directive["action"] not in _ACTIONS:
        problem = f"unknown directive notelint-{directive['action']}; known are {', '.join('notelint-' + action for action in _ACTIONS)}"
    elif not rules and directive["action"] != "ignore-end":
        problem = f"notelint-{directive['action']} names no rule"
    return Suppression(place, rules, first, last, (directive["reason"] or "").strip(), problem)


def _close(open_ranges: list[Suppression], end: Suppression) -> Iterator[Suppression]:
    """End the innermost open range that names the same rules; an end without names ends the innermost one."""
    for start in reversed(open_ranges):
        if not end.rules or set(end.rules) == set(start.rules):
            open_ranges.remove(start)
            yield _until(start, end.place.start.line)
            return
    yield Suppression(
        end.place, end.rules, end.first, end.last, problem="notelint-ignore-end without a notelint-ignore-start of the same rules"
    )


def _until(start: Suppression, line: int) -> Suppression:
    return Suppression(start.place, start.rules, start.first, line, start.reason)
