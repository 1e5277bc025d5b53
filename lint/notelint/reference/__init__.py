"""schema/ -> frozen models, compiled once and cached."""

from notelint.packs.error import PackError
from notelint.packs.find import chosen_packs, own_pack, packs_of
from notelint.packs.folders import is_pack
from notelint.packs.locate import shipped_packs
from notelint.packs.unit import Unit
from notelint.reference.reference import (
    Attribute,
    Blueprint,
    CanonicalValue,
    Domain,
    Entity,
    EntityStatus,
    FormerName,
    Objective,
    Reference,
    Requirement,
    TaskStatement,
)
from notelint.reference.store import fingerprint, load_reference
from notelint.source.shipped import shipped

__all__ = [
    "Attribute",
    "Blueprint",
    "CanonicalValue",
    "Domain",
    "Entity",
    "EntityStatus",
    "FormerName",
    "Objective",
    "PackError",
    "Reference",
    "Requirement",
    "TaskStatement",
    "Unit",
    "chosen_packs",
    "fingerprint",
    "is_pack",
    "load_reference",
    "own_pack",
    "packs_of",
    "shipped",
    "shipped_packs",
]
