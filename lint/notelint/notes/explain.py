"""How one line was read, for authors of packs."""

from collections.abc import Iterator

from notelint.claims.explained import Explained
from notelint.claims.judge import judge
from notelint.document import parse
from notelint.notes.extract import Extractor
from notelint.reference import Reference
from notelint.source import Source
from notelint.subjects.subjects import Reading


def explain_line(source: Source, line: int, reference: Reference) -> str:
    """Names, quantities, subject and ranked attributes of each statement on the line."""
    extractor = Extractor(reference)
    document = parse(source)
    readings = extractor.subjects.read(document)
    parts = []
    for reading in readings.values():
        span = reading.statement.span
        if source.position(span.start).line <= line <= source.position(span.end).line:
            parts += list(_reading(reading, reference))
            for explained in extractor.claims.explain(document, reading, readings):
                parts += list(_claim(explained, reference))
    return "\n".join(parts) or f"{source.path}:{line}: no statement stands on this line"


def _reading(reading: Reading, reference: Reference) -> Iterator[str]:
    yield f"statement  {reading.statement.text.plain!r} ({reading.statement.kind})"
    for named in reading.named:
        also = ", ".join(form.entity for form in named.forms[1:])
        yield f"  name     {reading.text[named.start : named.end]!r} is {named.form.entity} ({named.form.kind.name.lower()})" + (
            f", or {also}" if also else ""
        )
    subject = reading.subject
    where = "named here" if subject.distance == 0 else f"from {subject.distance} level{'s' * (subject.distance > 1)} above"
    yield f"  subject  {subject.entity or 'none'} ({where}{', one of several' if subject.ambiguous else ''})"


def _claim(explained: Explained, reference: Reference) -> Iterator[str]:
    claim, quantity = explained.claim, explained.found.quantity
    yield f"  quantity {claim.quote!r}: low {quantity.low}, high {quantity.high}, unit {quantity.unit or 'none'}, {quantity.dimension}, {quantity.bound}"
    for candidate in explained.candidates:
        yield f"    {candidate.score:5.2f}  {candidate.entity} {candidate.attribute}" + (
            f"  because of {candidate.cue!r}" if candidate.cue else "  no cue"
        )
    verdict = judge(claim, reference)
    value = f" {verdict.value.value} ({verdict.value.role}, {verdict.value.where})" if verdict.value else ""
    yield f"    claim: {claim.entity or '?'} {claim.attribute or '?'} {claim.role}, confidence {claim.confidence}: {verdict.status}{value}"
    for doubt in explained.evidence.doubts():
        yield f"    in doubt: {doubt}"
