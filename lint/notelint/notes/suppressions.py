"""HTML comments that silence rules."""

import re
from collections.abc import Iterable, Iterator

from notelint.document import Comment, Document
from notelint.notes.suppression import Suppression
from notelint.source.lazy_pattern import lazy_pattern

_DIRECTIVE = lazy_pattern(r"notelint-(?P<action>[\w-]+)(?P<rules>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)
_ACTIONS = ("ignore-line", "ignore-next-line", "ignore-file", "ignore-start", "ignore-end")


def suppressions(document: Document) -> Iterator[Suppression]:
    """The suppressions of a note in order; an unclosed range reaches to the end of the note."""
    last_line = len(document.source.line_starts)
    open_ranges = _OpenRanges()
    for comment in document.comments:
        if not comment.closed and comment.text.startswith("notelint-"):
            yield _unclosed(document, comment)
            continue
        directive = _DIRECTIVE.fullmatch(comment.text.strip())
        if not directive:
            continue
        read = _read(document, comment, directive)
        if directive["action"] == "ignore-start" and not read.problem:
            open_ranges.open(read)
        elif directive["action"] == "ignore-end":
            yield _close(open_ranges, read)
        else:
            yield read
    for start in open_ranges.left():
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


class _OpenRanges:
    """The ranges that are open, in order, and by the rules that they name."""

    def __init__(self) -> None:
        self._starts: dict[int, Suppression] = {}
        self._by_rules: dict[frozenset[str], list[int]] = {}
        self._count = 0

    def open(self, start: Suppression) -> None:
        self._starts[self._count] = start
        self._by_rules.setdefault(frozenset(start.rules), []).append(self._count)
        self._count += 1

    def close(self, rules: tuple[str, ...]) -> Suppression | None:
        """Take out the innermost range of the same rules; without rules, the innermost one."""
        if not rules:
            number = next(reversed(self._starts), None)
            start = self._starts.get(number) if number is not None else None
            rules = start.rules if start is not None else ()
        same = self._by_rules.get(frozenset(rules))
        return self._starts.pop(same.pop()) if same else None

    def left(self) -> Iterable[Suppression]:
        return self._starts.values()


def _close(open_ranges: _OpenRanges, end: Suppression) -> Suppression:
    """The range that ends here."""
    start = open_ranges.close(end.rules)
    if start is not None:
        return _until(start, end.place.start.line)
    problem = "notelint-ignore-end without a notelint-ignore-start of the same rules"
    return Suppression(end.place, end.rules, end.first, end.last, problem=problem)


def _until(start: Suppression, line: int) -> Suppression:
    return Suppression(start.place, start.rules, start.first, line, start.reason)
