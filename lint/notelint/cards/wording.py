"""Questions and answers about canonical values, in sentences; a value that makes no good sentence makes no card."""

import re

from notelint.reference import CanonicalValue, Reference
from notelint.reference.shown import shown_amount

_ROLES = {
    "max": "the maximum ",
    "min": "the minimum ",
    "default": "the default ",
    "exact": "the ",
    "approx": "roughly the ",
    "range": "the range of the ",
    "one_of": "the ",
}
_PLURAL = re.compile(r"[a-z][^s\W]s\s*$")
"""A noun that ends like a plural, at the end of its phrase."""
_NUMBERED = re.compile(r"\b(?:number|count|size|length|share|rate|ratio)\b", re.IGNORECASE)
_NO_NOUN = re.compile(r"^(?:is|are|has|can|may|how|what|when|which|where|after|before|at|in|on|for|by|per|to|from)\b|[?:;]", re.IGNORECASE)
_BOUND = re.compile(r"^(?:max(?:imum)?|min(?:imum)?|largest|smallest|longest|shortest|default)\b", re.IGNORECASE)
_LONGEST = 60
"""Characters of a title; a longer one is a sentence of its own."""


def question(value: CanonicalValue, reference: Reference) -> str | None:
    """What the value answers, such as "What is the maximum message size of Amazon SQS?"; None where it cannot be asked in good English."""
    title, entity = reference.attributes[value.attribute].title, reference.name(value.entity)
    if value.role not in _ROLES or (value.low is None and not value.choices) or _NO_NOUN.search(title) or len(title) > _LONGEST:
        return None
    if len(set(title.lower().split()) & set(entity.lower().split()) - {"of", "a", "the"}) > 1:
        return None
    name, role = _small(title), "the " if _BOUND.match(title) else _ROLES[value.role]
    plural = bool(_PLURAL.search(title.partition(" of ")[0].partition(" for ")[0] + " ")) and not _NUMBERED.search(title)
    if plural and reference.attributes[value.attribute].dimension == "count" and value.role != "one_of":
        role, name, plural = role.removeprefix("the range of "), f"number of {name}", False
    cases = f" ({', '.join(value.qualifiers)})" if value.qualifiers else ""
    divisors = [one for one in value.per if reference.unit(one) is None and one not in title]
    per = f" per {' and '.join(divisors)}" if divisors else ""
    if value.role == "one_of":
        return f"What can the {name}{per} of {entity} be{cases}?"
    verb = "are" if plural and not role.startswith("the range") else "is"
    return f"What {verb} {role}{name}{per} of {entity}{cases}?"


def answer(value: CanonicalValue, reference: Reference, former: CanonicalValue | None = None) -> str:
    """The value, since when it holds, and what it was before, if the notes still say that."""
    said = shown_amount(value, reference)
    since = f"since {value.since}" if value.since else ""
    before = f"was {shown_amount(former, reference)}" if former else ""
    quota = "can be raised" if value.adjustable else ""
    more = "; ".join(part for part in (since, before, quota) if part)
    return f"{said} ({more})" if more else said


def _small(title: str) -> str:
    """Without a capital that only marks the beginning: "Message size", but not "IOPS" or "TTL"."""
    first, _, others = title.partition(" ")
    return first.lower() + title[len(first) :] if first[1:].islower() and not any(word[:1].isupper() for word in others.split()) else title
