"""Claims: quantities with the entity and attribute that they are about."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from notelint.claims.attributes import ABOVE, OWN_CLAUSE, OWN_STATEMENT, PARENT, AttributeChooser, Candidate, Context, normalised
from notelint.claims.claim import SURE, Claim
from notelint.claims.competing_claims import weaken_rivals
from notelint.claims.confidence import Evidence
from notelint.claims.explained import Explained
from notelint.claims.roles import role_of
from notelint.claims.wordings import WordingReader
from notelint.document import Document, Statement, Style
from notelint.document.code_comments import comment_texts
from notelint.quantities.compare import narrowing
from notelint.quantities.numbers import NUMBER
from notelint.quantities.quantities import Found, QuantityReader, may_hold
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import FAR, clause, clause_span, sentence
from notelint.subjects.mentions import Words
from notelint.subjects.subjects import Reading, Subject, SubjectReader

_CODE_QUANTITY = lazy_pattern(r"[^=_{}\\()<>\"'/]*+(?:/\s*+\w++[^=_{}\\()<>\"'/]*+)?|[\w.,%$+-]++(?: \(?[\w.,%$+-]++\)?)+")
_MOST = 200
"""Quantities of one statement that are made claims; a statement with more is data, not prose."""
_LABELLED = 0.9
_LEAD = 60
_PER = lazy_pattern(r"\bper (?!second|minute|hour|day|week|month|year)([a-z]+)\b")
_OWN_NUMBER = lazy_pattern(r"\d[\d.,]*")
_NEXT_ROLE = lazy_pattern(
    r"\b(?:up to|at most|at least|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|less than|more than|defaults?(?: of| is| to)?|limit of|extended to)\W*$",
    re.IGNORECASE,
)
"""Words that tell the role of the quantity after them."""
_HEADER_UNIT = lazy_pattern(r"[(\[]\s*(?:in\s+)?([A-Za-z%$/]+)\s*[)\]]\s*$")


class ClaimReader:
    """Reads the claims of documents with one Reference."""

    def __init__(self, reference: Reference, subjects: SubjectReader) -> None:
        self.quantities = QuantityReader(reference)
        self._reference = reference
        self._subjects = subjects
        self._chooser = AttributeChooser(reference)
        self._wordings = WordingReader(reference)
        self._known_cases: dict[tuple[str, str], dict[str, list[str]]] = {}

    def read(self, document: Document, readings: dict[Statement, Reading]) -> Iterator[Claim]:
        """All claims in order."""
        for reading in readings.values():
            for explained in self.explain(document, reading, readings):
                yield explained.claim
            yield from self._wordings.read(document, reading, readings)
        yield from self._in_code(document)

    def _in_code(self, document: Document) -> Iterator[Claim]:
        """Figures in the comments of code blocks: the author's own words, but about nothing that could be named for certain."""
        for text in comment_texts(document):
            for found in self.quantities.read(text.plain) if may_hold(text.plain, set(Words(text.plain).lowers)) else ():
                span = text.span(found.start, found.end)
                quote = document.source.text[span.start : span.end]
                yield Claim(document.source.place(span), quote, "", "", "exact", quantity=found.quantity, confidence=0.1)

    def explain(self, document: Document, reading: Reading, readings: dict[Statement, Reading]) -> Iterator[Explained]:
        """The claims of one statement, with their candidates."""
        if reading.statement.kind == "heading" or (reading.statement.cell and reading.statement.cell.row == 0):
            return
        if not may_hold(reading.text, reading.said):
            return
        text = readable(reading)
        yield from weaken_rivals(text, list(self._explained(document, reading, text, readings)))

    def _explained(self, document: Document, reading: Reading, text: str, readings: dict[Statement, Reading]) -> Iterator[Explained]:
        every = self.quantities.read(text, _header_unit(reading.statement))[:_MOST]
        for found in every:
            subject = self._subjects.at(reading, found.start, found.end)
            if subject.distance == 0 and _counts_its_label(reading, found):
                subject = self._subjects.around(reading, readings)
            contexts = _contexts(reading, text, found, readings)
            candidates = _nearest_first(self._chooser.ranked(subject.entity, found.quantity, contexts), reading, text, found, every)
            role = role_of(found.quantity, _role_words(text, found, every), _labels(reading, text, found), text[found.end : found.end + 12])
            ambiguous = self._is_ambiguous(subject, candidates)
            evidence = Evidence(reading, text, found, every, subject, candidates, role, ambiguous, self._chooser)
            yield Explained(self._claim(document, evidence), found, subject, tuple(candidates[:5]), evidence)

    def _is_ambiguous(self, subject: Subject, candidates: list[Candidate]) -> bool:
        """Is the subject one of several? What holds for the whole of which all are part is said of that."""
        owner = candidates[0].entity if candidates else subject.entity
        return any(owner not in self._reference.lineage(rival) for rival in subject.rivals)

    def _claim(self, document: Document, evidence: Evidence) -> Claim:
        reading, text, found, subject = evidence.reading, evidence.text, evidence.found, evidence.subject
        best = evidence.candidates[0] if evidence.candidates and evidence.candidates[0].cue else None
        labelled = self._labelled(subject.entity, reading) if best is None else ""
        if labelled:
            best = Candidate(subject.entity, labelled, 0.0)
        part = clause(text, found.start, found.end)
        span = reading.statement.text.span(found.start, found.end)
        confidence = _LABELLED if labelled else evidence.confidence()
        return Claim(
            place=document.source.place(span),
            quote=document.source.text[span.start : span.end],
            entity=best.entity if best else subject.entity,
            attribute=best.attribute if best else "",
            role=evidence.role,
            quantity=found.quantity,
            qualifiers=(
                *_qualifiers(found, text, subject),
                *self._narrowed(best, "\n".join([part, _labels(reading, text, found), *subject.labels])),
            ),
            words=_words(text, found) if best and best.strong and confidence >= SURE else "",
            confidence=confidence,
        )

    def _narrowed(self, best: Candidate | None, text: str) -> tuple[str, ...]:
        """Qualifiers of the attribute's canonical values that the text mentions: asynchronous, with batching."""
        if best is None:
            return ()
        if not (cases := self._cases(best.entity, best.attribute)):
            return ()
        words = set(normalised(text).split())
        return tuple(qualifier for qualifier, wanted in cases.items() if words.issuperset(wanted))

    def _cases(self, entity: str, attribute: str) -> dict[str, list[str]]:
        """Qualifiers of an attribute's canonical values -> their words."""
        key = (entity, attribute)
        if key not in self._known_cases:
            values = [value for value in self._reference.values_of.get(entity, ()) if value.attribute == attribute]
            self._known_cases[key] = {case: normalised(case).split() for value in values for case in narrowing(value)}
        return self._known_cases[key]

    def _labelled(self, entity: str, reading: Reading) -> str:
        """The attribute that the statement's label is, word for word; for a quantity whose dimension fits no attribute."""
        return self._chooser.named(entity, reading.label) if reading.label else ""


def readable(reading: Reading) -> str:
    """The statement's text without the numbers in names (Route 53) and without code, but for code that is written like a quantity (`1 MB / s`)."""
    text = reading.text
    runs = reading.statement.text.runs
    blank = []
    if reading.statement.text.styles & Style.CODE:
        blank = [run[:2] for run in runs if run.style & Style.CODE and not _CODE_QUANTITY.fullmatch(text, run.start, run.end)]
    blank += [match.span() for named in reading.named for match in NUMBER.finditer(text, named.start, named.end)]
    if not blank:
        return text
    letters = list(text)
    for start, end in blank:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _counts_its_label(reading: Reading, found: Found) -> bool:
    """Is the label what is counted? "Nodes: up to 5000 nodes" is said of what has nodes."""
    label = normalised(reading.label).split() if 0 < reading.label_end <= found.start else []
    return found.quantity.dimension == "count" and label[-1:] == [found.quantity.unit]


def _role_words(text: str, found: Found, every: list[Found]) -> str:
    """The clause between the quantities beside this one: the "min" of "5 min" is a unit, the "up to" before the next is the next one's."""
    low, high = clause_span(text, found.start, found.end)
    low = max([low, *(one.end for one in every if one.end <= found.start)])
    following = min((one.start for one in every if one.start >= found.end), default=high)
    after = text[found.end : high] if following >= high else _NEXT_ROLE.sub("", text[found.end : following])
    return f"{text[low : found.start]} {after}"


def _labels(reading: Reading, text: str, found: Found) -> str:
    """What may tell the role besides the clause: the label, what stands before a colon, a table's headers."""
    cell = reading.statement.cell
    heads = [head.text.plain for head in (cell.column_header, cell.row_header) if head is not None] if cell else []
    lead = text[: found.start].rstrip() if found.start <= _LEAD else ""
    label = reading.label if 0 < reading.label_end <= found.start else ""
    return "\n".join([label, lead if lead.endswith(":") else "", *heads])


def _header_unit(statement: Statement) -> str:
    cell = statement.cell
    for header in (cell.column_header, cell.row_header) if cell else ():
        match = _HEADER_UNIT.search(header.text.plain) if header is not None else None
        if match:
            return match[1]
    return ""


def _contexts(reading: Reading, text: str, found: Found, readings: dict[Statement, Reading]) -> list[Context]:
    """Where cues may stand: the clause, the statement, column header or item above, what is further up."""
    text = text[: found.start] + _OWN_NUMBER.sub(" ", text[found.start : found.end]).ljust(found.end - found.start) + text[found.end :]
    contexts = [
        Context(normalised(clause(text, found.start, found.end)), OWN_CLAUSE),
        Context(normalised(sentence(text, found.start, found.end)), OWN_STATEMENT),
    ]
    cell = reading.statement.cell
    if cell:
        heads = [head for head in (cell.column_header, cell.row_header) if head is not None]
        contexts += [Context(normalised(head.text.plain), OWN_CLAUSE - 0.4) for head in heads]
        if cell.lead is not None:
            contexts.append(Context(normalised(cell.lead.text.plain), ABOVE))
    for distance, above in enumerate(reading.statement.ancestors()):
        if distance > 4:
            break
        other = readings.get(above)
        if other:
            words = other.text if len(other.text) <= 80 else other.label
            contexts.append(Context(normalised(words), PARENT if distance == 0 else ABOVE, above=True))
    return contexts


def _nearest_first(candidates: list[Candidate], reading: Reading, text: str, found: Found, every: list[Found]) -> list[Candidate]:
    """Among several quantities a cue in the quantity's own clause counts for more than a better one in another's: "memory 1 GB; payload 4 MB"."""
    if not candidates or len(every) < 2 or f" {candidates[0].cue} " in normalised(reading.label):
        return candidates
    part = normalised(clause(text, found.start, found.end))
    if not candidates[0].cue or f" {candidates[0].cue} " in part:
        return candidates
    near = next((one for one in candidates if one.cue and one.score >= 0.8 * candidates[0].score and f" {one.cue} " in part), None)
    if near is None:
        return candidates
    score = candidates[0].score * 1.04 if near.strong else near.score
    return [replace(near, score=score), *(one for one in candidates if one is not near)]


def _words(text: str, found: Found) -> str:
    """What the clause says beside the quantity, so that claims on things no pack knows are compared only when they say the same."""
    low, high = max(0, found.start - FAR), found.end + FAR
    part = clause(text[low : found.start] + " " + text[found.end : high], found.start - low, found.start - low)
    return " ".join(sorted(set(normalised(part).split())))


def _qualifiers(found: Found, text: str, subject: Subject) -> tuple[str, ...]:
    """What narrows the claim: "per shard", the labels between the statement and its subject."""
    per = {f"per {name}" for name in found.quantity.per}
    per |= {f"per {name}" for name in _PER.findall(text.lower())}
    labels = [label for label in subject.labels if label and len(label) <= 40]
    return (*sorted(per), *labels)
