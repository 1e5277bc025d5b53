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
_PLURAL = re.compile(r"[A-Za-z][^sS\W]s$")
"""A noun that ends like a plural."""
_RELATION = re.compile(r"\s(?:of|for|in|per|to|from|on|with|an?|the|that|who|which|between|before|after)\s", re.IGNORECASE)
"""What follows the noun that a title is about."""
_NUMBERED = re.compile(r"\b(?:number|count|size|length|share|rate|ratio)\b", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"^(?:is|are|has|can|may|how|what|when|which|where|after|before|at|in|on|for|by|per|to|from)\b|\b(?:after|before|by|for|from|of|to)$|[?:;]",
    re.IGNORECASE,
)
_BOUND = re.compile(r"^(?:max(?:imum)?|min(?:imum)?|largest|smallest|longest|shortest|default)\b", re.IGNORECASE)
_BOUND_BEHIND = re.compile(r"\s(?:at least|at most|by default)$", re.IGNORECASE)
"""A bound that the role of the value says too."""
_LONGEST = 60
"""Characters of a title; a longer one is a sentence of its own."""


_LONG_NUMBER = re.compile(r"(?<![\w.,-])\d{5,}(?![\w-])")


def question(value: CanonicalValue, reference: Reference) -> str | None:
    """What the value answers, such as "What is the maximum message size of Amazon SQS?"; None where it cannot be asked in good English."""
    title, entity = _BOUND_BEHIND.sub("", reference.attributes[value.attribute].title), reference.name(value.entity)
    if value.role not in _ROLES or (value.low is None and not value.choices) or _NO_NOUN.search(title) or len(title) > _LONGEST:
        return None
    if len(set(title.lower().split()) & set(entity.lower().split()) - {"of", "a", "an", "the"}) > 1:
        return None
    asked = _asked(value, title, reference)
    cases = [one for one in value.qualifiers if not _is_said(one, title)]
    more = f" ({', '.join(cases)})" if cases else ""
    if _stands_apart(title, entity):
        return f"{_capital(entity)}: {asked[:1].lower()}{asked[1:]}{more}?"
    return f"{asked.removesuffix(' be')} of {entity}{' be' if asked.endswith(' be') else ''}{more}?"


def _asked(value: CanonicalValue, title: str, reference: Reference) -> str:
    """The question without the entity and its end."""
    name, role = _small(title), "the " if _BOUND.match(title) or title.startswith("Range ") else _ROLES[value.role]
    divisors = [one for one in value.per if reference.unit(one) is None and one not in title]
    per = f" per {' and '.join(divisors)}" if divisors else ""
    plural = _is_plural(title)
    noun = _RELATION.split(title, maxsplit=1)[0].rpartition(" ")[2].removesuffix("s")
    if value.role == "one_of" and len(value.choices) > 1:
        return f"What are the {name}{per}" if _is_list(value, title) else f"What can the {'number of ' if plural else ''}{name}{per} be"
    if plural and (reference.attributes[value.attribute].dimension == "count" or noun.lower() in value.value):
        role, name, plural = role.removeprefix("the range of "), f"number of {name}", False
    verb = "are" if plural and not role.startswith("the range") else "is"
    return f"What {verb} {role}{name}{per}"


def _is_plural(title: str) -> bool:
    """Whether the title is about several things: "Messages in flight", but not "Number of messages"."""
    return bool(_PLURAL.search(_RELATION.split(title, maxsplit=1)[0])) and not _NUMBERED.search(title)


def _is_list(value: CanonicalValue, title: str) -> bool:
    """Whether the choices are several things side by side, and not one number of several."""
    return value.role == "one_of" and _is_plural(title) and not any(one[:1].isdigit() for one in value.choices)


def _is_said(qualifier: str, title: str) -> bool:
    """Whether the title says "of a rule" where the value holds "per rule"."""
    return qualifier.startswith("per ") and f" {qualifier.removeprefix('per ').lower()} " in f" {title.lower()} "


def _stands_apart(title: str, entity: str) -> bool:
    """Whether "of" would join them badly: after "size of a page", or before a noun that needs an article, such as "gp2 volume"."""
    last = entity.rpartition(" ")[2]
    needs_article = " " in entity and last.isalpha() and last.islower() and not _PLURAL.search(last)
    return bool(_RELATION.search(title)) or needs_article


def _capital(name: str) -> str:
    """At the beginning of a sentence: "Zone-redundant storage", but not "Io2 volume"."""
    first = name.partition(" ")[0]
    return name[:1].upper() + name[1:] if " " in name and first.replace("-", "").isalpha() and first.islower() else name


def answer(value: CanonicalValue, reference: Reference, former: CanonicalValue | None = None) -> str:
    """The value, since when it holds, and what it was before, if the notes still say that."""
    attribute = reference.attributes[value.attribute]
    said = _grouped(shown_amount(value, reference), attribute.dimension)
    if _is_list(value, attribute.title):
        said = " and ".join(said.rsplit(" or ", 1))
    since = f"since {value.since}" if value.since else ""
    before = f"was {_grouped(shown_amount(former, reference), attribute.dimension)}" if former else ""
    quota = "can be raised" if value.adjustable else ""
    more = "; ".join(part for part in (since, before, quota) if part)
    return f"{said} ({more})" if more else said


def _grouped(text: str, dimension: str | None) -> str:
    """Large amounts as "10,000"; a pure number may be a name, such as that of a port, and stays."""
    return text if dimension == "number" else _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)


def _small(title: str) -> str:
    """Without a capital that only marks the beginning: "Message size", but not "IOPS", "TTL" or "Network ACLs"."""
    first, _, others = title.partition(" ")
    return title if others[:1].isupper() or not first[1:].islower() else first.lower() + title[len(first) :]
