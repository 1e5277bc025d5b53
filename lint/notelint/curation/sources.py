"""Reads the evidence of values again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from notelint.curation.library import Library, Unreadable
from notelint.curation.stated import Statements
from notelint.packs.evidence import PageEvidence, parse_evidence
from notelint.reference import CanonicalValue, Reference


class Outcome(StrEnum):
    """What came of reading the evidence of a value again."""

    CONFIRMED = "confirmed"
    NOT_STATED = "not stated"
    UNREADABLE = "not at hand"
    NO_EVIDENCE = "a page for people"
    IN_WORDS = "in other words"


@dataclass(frozen=True)
class Reread:
    """`told` says what is missing, or why the text cannot be read."""

    value: CanonicalValue
    outcome: Outcome
    told: str = ""


def reread(values: Iterable[CanonicalValue], library: Library, reference: Reference) -> Iterator[Reread]:
    """Each value, held against the text that its evidence names."""
    statements = Statements(reference)
    for value in values:
        if value.evidence is None or isinstance(parse_evidence(value.evidence), PageEvidence):
            yield Reread(value, Outcome.NO_EVIDENCE)
            continue
        try:
            text = library.text(value.evidence)
        except Unreadable as error:
            yield Reread(value, Outcome.UNREADABLE, str(error))
            continue
        missing = statements.missing(value, text)
        if value.role == "text" or (missing and not _has_number(value)):
            yield Reread(value, Outcome.IN_WORDS)
        elif missing:
            yield Reread(value, Outcome.NOT_STATED, _told(value, missing, text, library, statements))
        else:
            yield Reread(value, Outcome.CONFIRMED)


def _has_number(value: CanonicalValue) -> bool:
    """A list of names may use others than the text does; numbers may not."""
    return not value.choices or any(choice[:1].isdigit() for choice in value.choices)


_SHOWN = 8


def _told(value: CanonicalValue, missing: list[str], text: str, library: Library, statements: Statements) -> str:
    """In words: "15 min is not stated in lambda Timeout of botocore 1.44.8; stated are 3 s, 1800 s"."""
    said = f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not stated in {library.place(value.evidence or '')}"
    amounts = [] if value.choices else statements.amounts(value, text)[:_SHOWN]
    return f"{said}; stated are {', '.join(amounts)}" if amounts else said
