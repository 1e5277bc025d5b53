"""What a note is at home in: the families of things that it names, so that a short or ordinary word may be taken for one of them."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from notelint.packs.vendors import VENDORS_LOWER
from notelint.reference import Reference
from notelint.subjects.mentions import Kind
from notelint.subjects.subjects import Reading

PRODUCTS = frozenset({"service", "library", "company"})
"""Kinds of entities that stand for themselves, whatever they are a part of."""
_SURE = frozenset({Kind.NAME, Kind.ALIAS, Kind.EXPANSION, Kind.FORMER})

_DOUBTFUL = 1 / 3
"""What an acronym or a single word counts that may mean something else: SAM, AMI, Shield."""
_ROUNDING = 1e-9


class Vendors:
    """The vendor words of each family of entities: those that names of the family begin with."""

    def __init__(self, reference: Reference) -> None:
        self._of: dict[str, set[str]] = {}
        for entity in reference.entities.values():
            vendor = entity.name.partition(" ")[0].lower()
            if vendor in VENDORS_LOWER and "." in entity.id:
                self._of.setdefault(family(entity.id), set()).add(vendor)

    def of(self, entity: str) -> set[str]:
        """The vendor words of the family of an entity, in lower case; empty for a family that belongs to nobody."""
        return self._of.get(family(entity), set())


class Home:
    """The entities and words of one note."""

    def __init__(self, readings: Iterable[Reading], reference: Reference, vendors: Vendors) -> None:
        self._readings = list(readings)
        self._reference = reference
        self._vendors = vendors

    @cached_property
    def named(self) -> frozenset[str]:
        """Every entity that the note names by a name of its own."""
        return frozenset(self._certainty)

    @cached_property
    def _certainty(self) -> dict[str, float]:
        """Entity -> 1 where a name gives itself away (EC2, QuickSight, Step Functions), less where it may be another word or acronym."""
        found: dict[str, float] = {}
        for reading in self._readings:
            for one in reading.named:
                if one.form.kind in _SURE:
                    certain = 1.0 if _gives_itself_away(reading.text[one.start : one.end]) else _DOUBTFUL
                    found[one.form.entity] = max(found.get(one.form.entity, 0.0), certain)
        return found

    @cached_property
    def _families(self) -> dict[str, float]:
        sums: dict[str, float] = {}
        for entity, certain in self._certainty.items():
            sums[family(entity)] = sums.get(family(entity), 0.0) + certain
        return sums

    @cached_property
    def _said(self) -> Counter[str]:
        """Vendor word -> the number of statements that say it."""
        return Counter(word for reading in self._readings for word in VENDORS_LOWER & reading.said)

    def is_about_another_vendor(self, entity: str) -> bool:
        """Whether more statements say the name of one other vendor than the note has names of the entity's family and statements with its vendor."""
        own = self._vendors.of(entity)
        mine = sum(self._said[word] for word in own) + self._families.get(family(entity), 0.0)
        return bool(own) and any(count > mine for word, count in self._said.items() if word not in own)

    def speaks_of(self, entity: str, others: int = 1) -> bool:
        """Whether the note speaks of what an entity belongs to.

        Of a part of something: does it name the whole or another part? Of a product: does it name its vendor, or `others` things of its family
        besides? True of things that belong to no family.
        """
        if "." not in entity:
            return True
        parents = self._reference.lineage(entity)[1:]
        if any(parent in self.named for parent in parents):
            return True
        if parents and self._reference.entities[entity].kind not in PRODUCTS:
            return any(other != entity and parents[0] in self._reference.lineage(other) for other in self.named)
        if self._vendors.of(entity) & self._said.keys():
            return True
        return self._families.get(family(entity), 0.0) - self._certainty.get(entity, 0.0) >= others - _ROUNDING


def _gives_itself_away(text: str) -> bool:
    """Several words, or one with digits or capitals inside that is no acronym."""
    if " " in text or any(map(str.isdigit, text)):
        return True
    return not text.isupper() and any(map(str.isupper, text[1:].removesuffix("s")))


def family(entity: str) -> str:
    """The first part of an id: aws of aws.s3."""
    return entity.partition(".")[0]
