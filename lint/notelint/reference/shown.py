"""Canonical values as people read them: "at most 15 minutes", "1 hour to 10 years", "1 to 11"."""

import re

from notelint.packs.unit import Unit
from notelint.reference.reference import CanonicalValue, Reference

_BOUNDS = {"max": "at most ", "min": "at least ", "default": "by default ", "approx": "about "}
_SIDE = re.compile(r"(?P<number>-?\d[\d.,]*)\s*(?P<unit>(?:\b[A-Z]/[A-Z]\b|[^/])*)(?P<per>/.*)?")
_OLD = 2
"""Years after which a value that changes often is said to be old."""


def shown_value(value: CanonicalValue, reference: Reference) -> str:
    """The value in words with its bound and condition: "at most 6 MB, synchronous"."""
    qualifiers = f", {', '.join(value.qualifiers)}" if value.qualifiers else ""
    return f"{_BOUNDS.get(value.role, '')}{shown_amount(value, reference)}{qualifiers}"


def shown_amount(value: CanonicalValue, reference: Reference) -> str:
    """The value alone: units of time are spelt out, and a noun that the attribute is called by is left out."""
    if value.choices:
        return _alternatives([_amount(choice, value, reference) for choice in value.choices])
    return value.value if value.role == "text" else _amount(value.value, value, reference)


def shown_property(entity: str, attribute: str, reference: Reference) -> str:
    """What a claim or value is about: "Amazon S3, object size"."""
    title = reference.attributes[attribute].title
    small = title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title
    return f"{reference.name(entity)}, {small}"


def dated(value: CanonicalValue, reference: Reference) -> str:
    """How old the text is that the value was read from: " (as of 2022-11-14)", or nothing where that is unknown."""
    if not value.as_of:
        return ""
    return f" (as of {value.as_of}{', may have changed' if is_old(value, reference) else ''})"


def is_old(value: CanonicalValue, reference: Reference) -> bool:
    """Whether it is a quota or a price, read from a text more than two years older than the day as of which values are judged."""
    attribute = reference.attributes.get(value.attribute)
    often = value.adjustable or (attribute is not None and attribute.changes_often)
    return often and bool(value.as_of) and int(str(value.as_of)[:4]) + _OLD < reference.as_of.year


def _alternatives(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} or {texts[-1]}" if len(texts) > 1 else "".join(texts)


def _amount(text: str, value: CanonicalValue, reference: Reference) -> str:
    sides = [_SIDE.fullmatch(side.strip()) for side in text.split("..")]
    if not all(sides):
        return text
    matches = [side for side in sides if side]
    units = [side["unit"].strip() for side in matches]
    last = _side(matches[-1], value, reference)
    if len(matches) == 1:
        return last
    first = matches[0]["number"] if units[0] in ("", units[-1]) else _side(matches[0], value, reference)
    return f"{first} to {last}"


def _side(match: re.Match[str], value: CanonicalValue, reference: Reference) -> str:
    number, unit, per = match["number"], match["unit"].strip(), match["per"] or ""
    divisors = "".join(f" per {_spelt(name.strip(), 1, reference)}" for name in per.split("/")[1:])
    if not divisors and unit and unit.lower() == reference.attributes[value.attribute].title.lower():
        return number
    return f"{number} {_spelt(unit, float(number.replace(',', '')), reference)}".rstrip() + divisors


def _spelt(name: str, count: float, reference: Reference) -> str:
    """Units of time are words; others are shown as the pack has them, and so are nouns, in the singular for one."""
    unit: Unit | None = reference.units.get(name) or reference.units.get(name.removesuffix("s"))
    if unit is None:
        return name.removesuffix("s") if count == 1 and name.endswith("s") and not name.endswith("ss") else name
    if unit.dimension != "time":
        return name
    return unit.name if count == 1 else f"{unit.name}s"
