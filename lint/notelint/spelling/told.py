"""What a note itself says of the end of things and of former names, so that nobody need say it again."""

import re
from collections.abc import Iterable

from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.mentions import Kind
from notelint.subjects.subjects import Reading

GONE = frozenset(["ended", "closed", "deprecated"])
"""States of an entity that a reader must be told of."""
_END = lazy_pattern(
    r"\b(?:(?:until|till) (?:[A-Z][a-z]+ )?20\d\d|end(?:s|ed|ing|-of-\w+)?|clos(?:es|ed|ing)|discontinu\w+|deprecat\w+|retire[sd]?|retirement|removed|withdrawn|legacy|obsolete"
    r"|(?:no longer|not any more|end of (?:life|support)|moved to the (?:Apache )?Attic|shut(?:s|ting)? down|not recommended))\b",
    re.IGNORECASE,
)
_NAMING = lazy_pattern(
    r"\b(?:until|till|before|former(?:ly)?|previous(?:ly)?|renamed?|named|called|known as|successor|old|older|now|today)\b", re.IGNORECASE
)


def told_to_be_gone(readings: Iterable[Reading]) -> set[str]:
    """The entities of which a statement says that they ended or take nobody new."""
    return {
        entity
        for reading in readings
        if _END.search(reading.text)
        for entity in (reading.subject.entity, *(form.entity for named in reading.named for form in named.forms))
    }


def told_of(readings: Iterable[Reading], entities: frozenset[str]) -> tuple[str, ...]:
    """Those of `entities` of which the note tells that they are gone, sorted."""
    naming = (
        reading for reading in readings if reading.subject.entity in entities or any(one.form.entity in entities for one in reading.named)
    )
    return tuple(sorted(told_to_be_gone(naming) & entities))


def told_to_be_renamed(readings: Iterable[Reading]) -> set[str]:
    """The entities whose former name stands beside a word that says so."""
    return {
        named.form.entity
        for reading in readings
        for named in reading.named
        if named.form.kind is Kind.FORMER and _NAMING.search(reading.text)
    }
