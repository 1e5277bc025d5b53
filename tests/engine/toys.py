"""Toy rules for the fix engine: a judge that finds patterns and offers replacements."""

import re
from collections.abc import Callable

from notelint.diagnostic import Applicability, Diagnostic, Edit, Finding, Fix, Severity
from notelint.engine.run.result import NoteResult
from notelint.source import Source, Span, Texts

Replace = str | Callable[[re.Match[str]], str]


def toy(
    texts: Texts,
    *rules: tuple[str, Replace],
    safe: bool = True,
    spans: Callable[[re.Match[str]], tuple[int, int]] = lambda match: match.span(),
) -> Callable[[dict[str, NoteResult]], list[Diagnostic]]:
    """Each rule is a pattern and what the fix puts in its place; the rule's id is the pattern."""

    def judge(results: dict[str, NoteResult]) -> list[Diagnostic]:
        found = []
        for path in sorted(results):
            source = texts.source(path)
            assert source is not None
            for pattern, replacement in rules:
                for match in re.finditer(pattern, source.text):
                    new = replacement if isinstance(replacement, str) else replacement(match)
                    found.append(diagnostic(source, pattern, [edit(source, *spans(match), new)], safe=safe))
        return found

    return judge


def edit(source: Source, start: int, end: int, replacement: str) -> Edit:
    return Edit(source.place(Span(start, end)), replacement)


def diagnostic(source: Source, rule: str, edits: list[Edit], *, safe: bool = True) -> Diagnostic:
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    finding = Finding(edits[0].place, f"{rule} is wrong", fix=Fix(f"mend {rule}", tuple(edits), applicability))
    return Diagnostic(rule, "toy", Severity.ERROR, finding)
