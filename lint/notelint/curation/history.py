"""Numbers that changed between two states of a documentation: sentences that are equal but for their numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.curation.botocore import Botocore
from notelint.curation.library import plain_text
from notelint.curation.trees import FileTree
from notelint.quantities.quantities import QuantityReader

_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n|\|")
_TEXTS = (".md", ".rst", ".txt", ".html", ".adoc")
_NO_LIMITS = re.compile(
    r"tutorial|getting.?started|walkthrough|example|sample|history|release.?notes|changelog|whats.?new|troubleshoot", re.IGNORECASE
)
_NO_LIMIT = re.compile(
    r"\b(?:for example|HTTP|status code|error code|account|version|RFC|arn:|port|ID)\b|\d{12}|\d+\.\d+\.\d+|[0-9a-f]{8}-|\b20\d\d\b|https?://",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:max|min)(?:imum)?\b|\bup to\b|\bat (?:most|least)\b|\blimit", re.IGNORECASE)
_LONG = 400
"""Characters of a sentence; what is longer is a table or code."""


@dataclass(frozen=True)
class NumberChange:
    """A sentence at `place` (a file, or "SERVICE/API-VERSION#PATH") that stated `before` and states `after`, numbers with their units."""

    place: str
    sentence: str
    former: str
    before: str
    after: str


def changes_of_files(old: FileTree, new: FileTree, reader: QuantityReader) -> Iterator[NumberChange]:
    """Between two states of a documentation; pages that give examples, not limits, are left out."""
    known = set(new.names())
    for name in old.names():
        if name not in known or not name.endswith(_TEXTS) or _NO_LIMITS.search(name):
            continue
        before, after = old.read(name), new.read(name)
        if before and after and before != after:
            yield from _changes(name, plain_text(before.decode(errors="replace")), plain_text(after.decode(errors="replace")), reader)


def changes_of_botocore(old: Botocore, new: Botocore, reader: QuantityReader) -> Iterator[NumberChange]:
    """Between two releases, member by member of each service that both have."""
    known = set(new.services())
    for service, version in old.services():
        former, present = old.model(service, version), new.model(service, version)
        if (service, version) not in known or former == present or not former or not present:
            continue
        for kind in ("shapes", "operations"):
            for name in former[kind].keys() & present[kind].keys():
                if former[kind][name] != present[kind][name]:
                    yield from _changes_of_shape(f"{service}/{version}#{name}", former[kind][name], present[kind][name], reader)


def _changes_of_shape(place: str, old: dict[str, object], new: dict[str, object], reader: QuantityReader) -> Iterator[NumberChange]:
    for key in ("documentation", "min", "max"):
        before, after = old.get(key), new.get(key)
        if before != after and before is not None and after is not None:
            yield from _changes(place, _said(key, before), _said(key, after), reader)
    members, present = old.get("members"), new.get("members")
    if isinstance(members, dict) and isinstance(present, dict):
        for name in members.keys() & present.keys():
            if members[name] != present[name]:
                yield from _changes_of_shape(f"{place}.members.{name}", members[name], present[name], reader)


def _said(key: str, value: object) -> str:
    return plain_text(str(value)) if key == "documentation" else f"{key}imum value of {value}."


def _changes(place: str, old: str, new: str, reader: QuantityReader) -> Iterator[NumberChange]:
    """Sentences that occur once in both, with other numbers."""
    before, after = _patterns(old), _patterns(new)
    for pattern, sentence in before.items():
        other = after.get(pattern)
        if not other or other == sentence or _NO_LIMIT.search(sentence):
            continue
        said, says = _amounts(sentence, reader), _amounts(other, reader)
        if len(said) != len(says):
            continue
        for one, two in zip(said, says, strict=True):
            if one.replace(",", "") != two.replace(",", ""):
                yield NumberChange(place, other, sentence, one, two)


def _patterns(text: str) -> dict[str, str]:
    """Sentence with "#" for each number -> sentence, for those that occur once."""
    sentences = [" ".join(one.split()) for one in _SENTENCE.split(text)]
    found = {_NUMBER.sub("#", one): one for one in sentences if _NUMBER.search(one) and len(one) < _LONG}
    counts = Counter(_NUMBER.sub("#", one) for one in sentences)
    return {pattern: sentence for pattern, sentence in found.items() if counts[pattern] == 1 and re.search(r"[a-z]{3}", pattern)}


def _amounts(sentence: str, reader: QuantityReader) -> list[str]:
    """Amounts with a unit or noun; bare numbers only where the sentence says that they are limits."""
    found = reader.read(sentence)
    bare = _LIMIT.search(sentence) is not None
    return [sentence[one.start : one.end] for one in found if one.explicit or (bare and one.quantity.dimension == "number")]
