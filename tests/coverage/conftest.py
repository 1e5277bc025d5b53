"""A small exam on bread and small notes on it: nothing here depends on the shipped blueprints."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec
import pytest
from notelint.coverage import Coverage, measure
from notelint.document import parse
from notelint.notes import Facts, extract
from notelint.reference import Blueprint, Domain, Entity, Objective, Reference, TaskStatement
from notelint.source import Source

Measure = Callable[..., Coverage]


def _entities(reference: Reference) -> dict[str, Entity]:
    """The bakery family: large enough to be a subject of its own; the mill family is another subject."""
    made = [Entity(f"bakery.{name}", name.title(), "concept") for name in ("sourdough", "baguette", "rye", "brioche", "oven", "poolish")]
    made += [Entity("bakery.sourdough.starter", "Starter", "feature", "bakery.sourdough", within=("starter",))]
    made += [Entity(f"bakery.tool-{number}", f"Bakerytool{number}", "concept") for number in range(20)]
    made += [Entity(f"mill.part-{number}", f"Millpart{number}", "concept") for number in range(25)]
    return dict(reference.entities) | {entity.id: entity for entity in made}


def objective(title: str, *entities: str, phrases: tuple[str, ...] = ()) -> Objective:
    return Objective(title, tuple(f"bakery.{entity}" for entity in entities), phrases)


BLUEPRINT = Blueprint(
    id="baker",
    title="Baker",
    vendor="Guild",
    version="1",
    status="active",
    as_of=date(2025, 1, 1),
    packs=(),
    sources=(),
    domains=(
        Domain(
            "1",
            "Dough",
            0.75,
            ("dough making",),
            (
                TaskStatement(
                    "1.1",
                    "Raise dough",
                    ("leavening",),
                    (
                        objective("Natural yeast", "sourdough"),
                        objective("Preferments", "poolish"),
                        objective("Proofing", phrases=("proofing", "final rise")),
                    ),
                ),
                TaskStatement("1.2", "Mix grains", ("grains",), (objective("Rye", "rye"), objective("Hydration", phrases=("hydration",)))),
            ),
        ),
        Domain(
            "2",
            "Baking",
            0.25,
            (),
            (
                TaskStatement(
                    "2.1",
                    "Bake loaves",
                    ("loaves",),
                    (
                        objective("Ovens", "oven"),
                        objective("Sweet loaves", "brioche"),
                        objective("Crust", phrases=("crust", "steam in the oven")),
                    ),
                ),
            ),
        ),
    ),
)


@pytest.fixture(scope="session")
def bakery(reference: Reference) -> Reference:
    return msgspec.structs.replace(reference, entities=_entities(reference), blueprints={"baker": BLUEPRINT})


@pytest.fixture(scope="session")
def facts_of(bakery: Reference) -> Callable[..., Facts]:
    return lambda text, path="note.md": extract(parse(Source(path, text)), bakery)


@pytest.fixture(scope="session")
def measured(bakery: Reference, facts_of: Callable[..., Facts]) -> Measure:
    def run(*texts: str, paths: Iterable[str] = ()) -> Coverage:
        names = list(paths) or [f"note{number}.md" for number in range(len(texts))]
        return measure([facts_of(text, path) for text, path in zip(texts, names, strict=True)], BLUEPRINT, bakery)

    return run
