"""What makes a finding the same one after edits elsewhere in its note: its rule, its subject, its text, and no line number."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notelint.diagnostic.finding import Diagnostic
from notelint.source import Source, Texts

_LONG = 120


class Identity(NamedTuple):
    """Names a finding within its note; several findings may share one."""

    rule: str
    subject: str
    text: str


def identify(diagnostic: Diagnostic, source: Source | None) -> Identity:
    """`source` is the note that the diagnostic stands in; None where it is no text."""
    subject = " ".join(diagnostic.finding.subject.split())
    return Identity(diagnostic.rule, _short(subject), _text(diagnostic, source))


def fingerprints(diagnostics: Iterable[Diagnostic], texts: Texts) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with 32 hex digits that are its own and stay the same while lines move."""
    seen: Counter[tuple[str, Identity]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.place.path, identify(diagnostic, texts.source(diagnostic.place.path)))
        seen[key] += 1
        yield diagnostic, _digest(f"{key}{seen[key]}")[:32]


def _text(diagnostic: Diagnostic, source: Source | None) -> str:
    """The words at the place, on one line; a rule that names its subject may point at several lines, which then do not count."""
    place = diagnostic.place
    if source is None or (diagnostic.finding.subject and place.start.line != place.end.line):
        return ""
    return _short(" ".join(source.text[place.span.start : place.span.end].split()))


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}… {_digest(text)[:12]}"


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - takes long to import, and few runs tell findings apart

    return sha256(text.encode("utf-8", "replace")).hexdigest()
