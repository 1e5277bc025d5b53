"""How one line was read, for authors of packs."""

from collections.abc import Iterator

from notelint.claims.claim import Claim
from notelint.claims.hypotheses import Weighed
from notelint.claims.judge import judge
from notelint.claims.model import Model
from notelint.claims.readings import Read
from notelint.claims.wordings import FoundWording
from notelint.document import parse
from notelint.notes.extract import Extractor
from notelint.reference import Reference
from notelint.source import Source
from notelint.subjects.subjects import Reading

_SHOWN = 4
"""Hypotheses that are shown of a quantity."""


def explain_line(source: Source, line: int, reference: Reference) -> str:
    """Names, quantities, subject and the best hypotheses, with what speaks for and against them, of each statement on the line."""
    extractor = Extractor(reference)
    document = parse(source)
    readings = extractor.subjects.read(document)
    note = extractor.claims.note(document, readings)
    parts = []
    for reading in readings.values():
        span = reading.statement.span
        if source.position(span.start).line <= line <= source.position(span.end).line:
            parts += list(_reading(reading))
            for read in extractor.claims.reads(note, reading, readings):
                parts += list(_quantity(read, extractor.claims.claim(document, read), extractor.claims.model, reference))
            for wording in extractor.claims.wordings.find(reading, readings):
                parts += list(_wording(wording, reading))
    return "\n".join(parts) or f"{source.path}:{line}: no statement is on this line"


def _reading(reading: Reading) -> Iterator[str]:
    yield f"statement  {reading.statement.text.plain!r} ({reading.statement.kind})"
    for named in reading.named:
        also = ", ".join(form.entity for form in named.forms[1:])
        yield f"  name     {reading.text[named.start : named.end]!r} is {named.form.entity} ({named.form.kind.name.lower()})" + (
            f", or {also}" if also else ""
        )
    subject = reading.subject
    where = "named here" if subject.distance == 0 else f"from {subject.distance} level{'s' * (subject.distance > 1)} above"
    yield f"  subject  {subject.entity or 'none'} ({where}{', one of several' if subject.ambiguous else ''})"


def _wording(wording: FoundWording, reading: Reading) -> Iterator[str]:
    yield f"  wording  {reading.text[wording.start : wording.end]!r}: {wording.entity} {wording.attribute}, as in {wording.text!r}"
    yield from (f"    in doubt: {doubt}" for doubt in wording.doubts)


def _quantity(read: Read, claim: Claim, model: Model, reference: Reference) -> Iterator[str]:
    quantity = read.around.found.quantity
    yield f"  quantity {claim.quote!r}: low {quantity.low}, high {quantity.high}, unit {quantity.unit or 'none'}, {quantity.dimension}, {quantity.bound}"
    for weighed in read.weighed[:_SHOWN]:
        yield from _hypothesis(weighed, model)
    verdict = judge(claim, reference)
    value = f" {verdict.value.value} ({verdict.value.role}, {verdict.value.where})" if verdict.value else ""
    reading = f"{claim.entity or '?'} {claim.attribute or '?'} {claim.role}"
    yield f"    claim: {reading}, probability {claim.confidence}, certainty from words {claim.certainty}: {verdict.status}{value}"
    if read.contested:
        yield "    in doubt: another number in the sentence is read as the same property"
    if claim.told:
        yield "    in doubt: said of the past, as an example, or not named: no outdated value"
    if claim.doubted:
        yield "    in doubt: the words may mean something else: no wrong value"


def _hypothesis(weighed: Weighed, model: Model) -> Iterator[str]:
    one = weighed.hypothesis
    certain = f", certainty from words {weighed.certainty:.2f}" if weighed.certainty else ""
    value = one.explanation.value
    explained = f", {one.explanation.match.name.lower()}: {value.value.value}" if value else ""
    yield f"    {weighed.probability:5.2f}  {one.entity or 'nothing known'} {one.attribute or '(no known property)'}{certain}{explained}"
    parts = {name: model.choice.get(name, 0.0) * value for name, value in one.features.items()}
    shown = sorted(parts.items(), key=lambda part: -abs(part[1]))
    yield "           " + ", ".join(f"{name} {weight:+.2f}" for name, weight in shown)
