"""How entities are written: accepted forms, and forms that are always wrong."""

import msgspec

from notelint.packs.vendors import VENDORS
from notelint.reference import Entity, Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.home import PRODUCTS
from notelint.subjects.mentions import name_words

_VENDOR = lazy_pattern(rf"^(?:{'|'.join(sorted(VENDORS))}) ")
_CODED = lazy_pattern(r"[A-Z]{1,3}\d")
_HUMPS = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
_LONG = 2
"""Spaces in a wrong form from which on it is wrong in lower case too: secure token service."""
WRITTEN_ONE_WAY = PRODUCTS | {"file-format"}
"""Kinds of entities with a name of their own."""


class Names(msgspec.Struct):
    """Everything that one Reference says about the spelling of names."""

    accepted: dict[tuple[str, ...], set[str]] = msgspec.field(default_factory=dict)
    """Words in lower case -> the ways to write them."""
    wrong: dict[str, str] = msgspec.field(default_factory=dict)
    """A form that is always wrong -> the entity."""
    confusable: dict[str, str] = msgspec.field(default_factory=dict)
    """A form that is wrong for the entity, and right elsewhere."""
    split: dict[tuple[str, ...], tuple[str, str]] = msgspec.field(default_factory=dict)
    """The words of a name that is written as one: ("event", "bridge") -> EventBridge, its entity."""
    humped: dict[int, list[str]] = msgspec.field(default_factory=dict)
    """Names with capitals inside, by length, in lower case."""
    by_lower: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    """A single word in lower case -> how it is written, its entity."""

    coded: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    """Services of capitals and a digit, in lower case -> how they are written: ec2 -> EC2, its entity."""

    def right(self, wrong: str, entity: Entity) -> str:
        """The accepted form of the entity that looks most like a wrong one."""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where something is wrong

        forms = [entity.name, *entity.aliases, *entity.within, *(former.name for former in entity.former_names)]
        best = min(forms, key=lambda form: (OSA.distance(wrong.lower(), form.lower()), forms.index(form)))
        if wrong.endswith("s") and OSA.distance(wrong.lower(), best.lower() + "s") < OSA.distance(wrong.lower(), best.lower()):
            best += "s"
        if best.islower() and wrong[0].isupper():
            best = best.title() if wrong.istitle() else best[0].upper() + best[1:]
        return best


def read_names(reference: Reference) -> Names:
    """All forms of all entities."""
    names = Names()
    for entity in reference.entities.values():
        for form in (entity.name, *entity.aliases, *entity.within, *entity.expansions, *(former.name for former in entity.former_names)):
            names.accepted.setdefault(name_words(form), set()).add(form)
        for form in (entity.name, *entity.aliases, *(former.name for former in entity.former_names)):
            if " " not in form and form.isascii():
                names.by_lower.setdefault(form.lower(), (form, entity.id))
                if _CODED.fullmatch(form) and entity.kind == "service":
                    names.coded.setdefault(form.lower(), (form, entity.id))
                if _is_humped(form):
                    names.humped.setdefault(len(form), []).append(form.lower())
    for entity in reference.entities.values():
        _add_wrong(names, entity)
        for form in (entity.name, *entity.aliases):
            _add_split(names, entity, form)
    return names


def _add_wrong(names: Names, entity: Entity) -> None:
    """Wrong forms, less those that are wrong in capitals or in the vendor's name alone: the first are found by the right form, the others forgiven."""
    if not entity.misspellings and not entity.confusable:
        return
    right = {_VENDOR.sub("", form) for form in (entity.name, *entity.aliases, *entity.within)}
    lowered = {form.lower() for form in (entity.name, *entity.aliases, *right)}
    for form in entity.misspellings:
        bare = _VENDOR.sub("", form)
        if bare not in right and bare.lower() not in lowered and form not in names.accepted.get(name_words(form), ()):
            names.wrong.setdefault(form, entity.id)
            if bare.count(" ") >= _LONG:
                names.wrong.setdefault(form.lower(), entity.id)
    for form in entity.confusable:
        if form.lower() not in lowered:
            names.confusable.setdefault(form, entity.id)


def _add_split(names: Names, entity: Entity, form: str) -> None:
    """A product whose name is one word with capitals inside must not be written as two."""
    if entity.kind not in WRITTEN_ONE_WAY or " " in form or not form.isalpha():
        return
    humps = tuple(hump.lower() for hump in _HUMPS.findall(form))
    if len(humps) == 2 and min(map(len, humps)) > 1 and len(form) > 6 and form[0].isupper() and humps not in names.accepted:
        names.split.setdefault(humps, (form, entity.id))


def _is_humped(form: str) -> bool:
    inner = form[1:]
    return len(form) > 5 and inner.lower() != inner and form.isalpha() and not form.isupper()
