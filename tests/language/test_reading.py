"""Quantities, bounds, roles, plurals and changes in a second language, with nothing but its file."""

import pytest
from notelint.claims.roles import RoleReader
from notelint.language import Language
from notelint.language.load import parse_language
from notelint.quantities.quantities import Found, QuantityReader
from notelint.reference import Reference

from tests.facts.shown import shown

GERMAN = """
name: German
number-words: {ein: 1, zwei: 2, elf: 11, halb: 0.5}
scales: {tausend: 1000, millionen: 1000000}
periods: {täglich: day}
bounds:
  before: {at_most: [bis zu, höchstens, "{nicht|nie} {mehr|länger} als"], at_least: [mindestens], about: [etwa]}
  after: {at_least: [oder mehr]}
roles: {default: [standardmäßig], max: [höchstens, maximal], min: [mindestens]}
plurals: [{ending: sen, singular: se, min-length: 5}, {ending: en, singular: e, min-length: 5}]
articles: [der, die, das]
function-words: [und, oder, in, mit, bis]
numbers: {per: [pro], range-words: [bis], paired-range-words: [und], range-leads: [zwischen, von], list-words: [und, oder], unit-links: [ist]}
changes: {verbs: [erhöht], source: [von]}
dates: {months: [mai], before-year: [seit]}
masks: {before-label: [fassung], before-port: [tor]}
"""


@pytest.fixture(scope="module")
def german() -> Language:
    return parse_language(GERMAN.encode(), "de.yaml")


def _lines(text: str, found: list[Found]) -> list[str]:
    return [f"{text[one.start : one.end]} = {shown(one.quantity)}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das sind elf Tassen mit Tee", ["elf Tassen = 11 tasse"]),
        ("höchstens 5 GB", ["5 GB = at most 5 GB"]),
        ("Sie ist nicht länger als zwei s", ["zwei s = at most 2 s"]),
        ("mindestens zwei GB", ["zwei GB = at least 2 GB"]),
        ("etwa 3 MB", ["3 MB = about 3 MB"]),
        ("5 GB oder mehr", ["5 GB = at least 5 GB"]),
        ("2 bis 5 GB", ["2 bis 5 GB = 2 .. 5 GB"]),
        ("zwischen 2 und 5 GB", ["2 und 5 GB = 2 .. 5 GB"]),
        ("5 GB pro Tasse", ["5 GB pro Tasse = 5 GB"]),
        ("Vorräte für 3 tausend Tassen", ["3 tausend Tassen = 3000 tasse"]),
        ("es wird täglich geleert", ["täglich = 1 d"]),
        ("erhöht von 5 GB bis 50 GB", ["5 GB = 5 GB", "50 GB = 50 GB"]),
        ("IOPS ist 16000", ["16000 = 16000 IOPS"]),
        ("at least eleven cups", []),
        ("seit 2020 Tassen", ["2020 = 2020"]),
        ("am 3 Mai 2020 2 GB", ["2 GB = 2 GB"]),
        ("Fassung 3 und Tor 80", []),
        ("version 3", ["3 = 3"]),
    ],
)
def test_quantities(text: str, expected: list[str], german: Language, reference: Reference) -> None:
    assert _lines(text, QuantityReader(reference, german).read(text)) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("standardmäßig 5 GB", "default"),
        ("maximal 5 GB", "max"),
        ("mindestens 5 GB", "min"),
        ("etwa 5 GB", "approx"),
        ("by default 5 GB", "exact"),
    ],
)
def test_roles(text: str, role: str, german: Language, reference: Reference) -> None:
    found = QuantityReader(reference, german).read(text)[0]
    assert RoleReader(german).role_of(found.quantity, text[: found.start], "") == role


def test_a_former_number_is_marked(german: Language, reference: Reference) -> None:
    found = QuantityReader(reference, german).read("erhöht von 5 GB bis 50 GB")
    assert [one.former for one in found] == [True, False]
