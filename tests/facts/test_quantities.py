"""Every text of quantities.md holds the quantities that stand below it, and no others."""

import re
from pathlib import Path

import pytest
from notelint.quantities.quantities import Found, QuantityReader
from notelint.reference import Reference

from tests.facts.shown import shown

Case = tuple[str, str, list[str]]


def _cases() -> list[Case]:
    """Family, text and expected quantities of every text."""
    cases: list[Case] = []
    family, fenced = "", False
    for line in (Path(__file__).parent / "quantities.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif line.startswith("## "):
            family = line[3:]
        elif fenced and line.startswith("    "):
            cases[-1][2].append(line.strip())
        elif fenced:
            cases.append((family, line.replace("\\n", "\n"), []))
    return cases


CASES = _cases()


@pytest.fixture(scope="session")
def reader(reference: Reference) -> QuantityReader:
    return QuantityReader(reference)


def _line(text: str, found: Found) -> str:
    quantity = found.quantity
    per = f" per {', '.join(quantity.per)}" if quantity.per else ""
    quote = text[found.start : found.end].replace("\n", "\\n")
    return f"{quote} = {shown(quantity)} [{quantity.dimension}]{per}"


@pytest.mark.parametrize(("family", "text", "expected"), CASES, ids=[f"{family}: {text}" for family, text, _ in CASES])
def test_text(family: str, text: str, expected: list[str], reader: QuantityReader) -> None:
    assert [_line(text, found) for found in reader.read(text)] == expected


def test_there_are_enough_texts_of_every_kind() -> None:
    assert sum(bool(expected) for _, _, expected in CASES) >= 300
    assert sum(not expected for _, _, expected in CASES) >= 60
    assert len({text for _, text, _ in CASES}) == len(CASES)


def test_every_unit_family_is_there() -> None:
    dimensions = {match for _, _, expected in CASES for line in expected for match in re.findall(r"\[(.+?)\]", line)}
    wanted = "time data data/time count count/time ratio money money/data money/time iops iops/data vcpu rcu wcu acu dpu date number factor"
    assert set(wanted.split()) <= dimensions


@pytest.mark.parametrize(
    ("cell", "header", "expected"),
    [
        ("250", "MiB/s", "250 = 250 MiB/s [data/time]"),
        ("16", "GB", "16 = 16 GB [data]"),
        ("16 TB", "GB", "16 TB = 16 TB [data]"),
        ("5", "cups", "5 = 5 cups [count]"),
    ],
)
def test_a_bare_number_has_the_unit_of_its_column(cell: str, header: str, expected: str, reader: QuantityReader) -> None:
    assert [_line(cell, found) for found in reader.read(cell, header)] == [expected]


@pytest.mark.parametrize(
    ("text", "former"),
    [("raised from 5 GB to 50 GB", [True, False]), ("from 5 GB to 50 GB", [False]), ("shrunk from 50 GB to 5 GB", [True, False])],
)
def test_the_number_that_a_change_replaced_is_former(text: str, former: list[bool], reader: QuantityReader) -> None:
    assert [found.former for found in reader.read(text)] == former
