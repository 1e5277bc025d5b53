"""Changes between two states of a documentation -> drafts of values with `until` and `since`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from notelint.curation.amounts import role_of, value_text
from notelint.curation.drafts import Draft, slug
from notelint.curation.history import NumberChange
from notelint.packs.evidence import BotocoreEvidence, FileEvidence, parse_evidence
from notelint.quantities.quantities import QuantityReader
from notelint.reference import CanonicalValue, Reference

_MEMBER = re.compile(r"(?P<service>[^/]+)/[^#]+#(?P<path>.+)")
_MAX = re.compile(r"\bmax|\bup to\b|at most|no more than|limit", re.IGNORECASE)
_MIN = re.compile(r"\bmin(?:imum)?\b|at least", re.IGNORECASE)
_DEFAULT = re.compile(r"\bdefault", re.IGNORECASE)
_MARKS = (("default", _DEFAULT), ("max", _MAX), ("min", _MIN))


@dataclass(frozen=True)
class Origin:
    """Where changes were found: `evidence` with {place} for a place, `page` likewise; `day` is that of the newer text."""

    evidence: str
    page: str
    day: str


def boto_page(service: str) -> str:
    """A page on an AWS service that has the texts of its model."""
    return f"https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/{service}.html"


def drafts_of(changes: Iterable[NumberChange], origin: Origin, reference: Reference) -> Iterator[Draft]:
    """Two drafts per change, the former value and the new one; `note: seen`, since the change may be older than the text that shows it."""
    reader = QuantityReader(reference)
    seen: set[str] = set()
    for change in changes:
        known = next(_known(change, origin, reference, reader), None)
        for amount, key, quote in ((change.before, "until", change.former), (change.after, "since", change.sentence)):
            entry = _entry(change, amount, known, origin, reader)
            draft = Draft("values", {**entry, key: origin.day}, quote, places=(change.place,)) if entry else None
            if draft and draft.name not in seen:
                seen.add(draft.name)
                yield draft


def _entry(
    change: NumberChange, amount: str, known: CanonicalValue | None, origin: Origin, reader: QuantityReader
) -> dict[str, Any] | None:
    found = reader.read(amount)
    if not found:
        return None
    member = _MEMBER.fullmatch(change.place)
    entity = known.entity if known else f"aws.{member['service']}" if member else slug(change.place.rpartition("/")[2].rpartition(".")[0])
    attribute = known.attribute if known else slug(_snake(change.place), "_")
    return {
        "entity": entity,
        "attribute": attribute,
        "role": known.role if known else _role(change, amount, role_of(found[0].quantity)),
        "value": value_text(found[0].quantity),
        "source": known.source if known else boto_page(member["service"]) if member else origin.page.format(place=change.place),
        "evidence": origin.evidence.format(place=change.place),
        "as-of": origin.day,
        "note": "seen",
        "draft": True,
    }


def _role(change: NumberChange, amount: str, said: str) -> str:
    """That of the last word before the amount that tells one."""
    sentence = change.sentence if amount == change.after else change.former
    before = sentence[: sentence.find(amount)] or sentence
    told = [(found.start(), role) for role, mark in _MARKS for found in mark.finditer(before)]
    return max(told)[1] if told else said


def _snake(place: str) -> str:
    last = re.split(r"[#./]", place.removesuffix(".md"))[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", last)


def _known(change: NumberChange, origin: Origin, reference: Reference, reader: QuantityReader) -> Iterator[CanonicalValue]:
    """Values that were read at the same place and are one of the two numbers."""
    said = {value_text(one.quantity) for amount in (change.before, change.after) for one in reader.read(amount)}
    for value in reference.values:
        if value.evidence and value.value in said and _same_place(parse_evidence(value.evidence), change.place, origin):
            yield value


def _same_place(evidence: object, place: str, origin: Origin) -> bool:
    if isinstance(evidence, BotocoreEvidence):
        return place.startswith(f"{evidence.service}/{evidence.api_version}#")
    return isinstance(evidence, FileEvidence) and evidence.path == place and origin.evidence.startswith(f"github:{evidence.repository}@")
