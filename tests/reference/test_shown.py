"""Canonical values in words."""

from datetime import date
from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.reference import load_reference
from notelint.reference.compile import compile_reference
from notelint.reference.shown import dated, shown_amount, shown_property, shown_value

from tests.reference.packs import ATTRIBUTES, write_pack
from tests.scratch import Scratch

COUNTS = """\
  - {id: pots, title: Pots, dimension: count, nouns: [pot]}
  - {id: pot_price, title: Pot price, dimension: money, changes-often: true}
  - {id: words, title: IP words, dimension: text}
"""


def _values(scratch: Scratch, *entries: str) -> list[str]:
    """Entries as flow mappings without entity and source -> property, value and date of each."""
    lines = "".join(f"  - {{entity: tea.green, {entry}, source: https://example.org/tea}}\n" for entry in entries)
    write_pack(scratch, attributes=ATTRIBUTES + COUNTS, values=f"values:\n{lines}")
    reference = compile_reference({"schema": scratch.folder / "schema"}, date(2026, 11, 30))
    return [
        f"{shown_property(one.entity, one.attribute, reference)}: {shown_value(one, reference)}{dated(one, reference)}"
        for one in reference.values
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("attribute: steeping_time, role: range, value: 1 h .. 10 y", "steeping time: 1 hour to 10 years"),
        ("attribute: steeping_time, role: range, value: 1 min .. 3 min", "steeping time: 1 to 3 minutes"),
        ("attribute: steeping_time, role: max, value: 15 min", "steeping time: at most 15 minutes"),
        ("attribute: steeping_time, role: min, value: 1 d, qualifiers: [cold]", "steeping time: at least 1 day, cold"),
        ("attribute: steeping_time, role: one_of, value: [10 s, 20 s, 30 s]", "steeping time: 10 seconds, 20 seconds or 30 seconds"),
        ("attribute: pots, role: range, value: 1 pots .. 11 pots", "pots: 1 to 11"),
        ("attribute: pots, role: default, value: 5 pots/d", "pots: by default 5 pots per day"),
        ("attribute: pots, role: approx, value: 1 cups", "pots: about 1 cup"),
        ("attribute: words, role: text, value: one .. two", "IP words: one .. two"),
        ("attribute: pots, role: max, value: 3 pots, as-of: 2024", "pots: at most 3 (as of 2024)"),
        ("attribute: pots, role: max, value: 3 pots, adjustable: true, as-of: 2024-02", "pots: at most 3 (as of 2024-02)"),
        ("attribute: pots, role: max, value: 3 pots, adjustable: true, as-of: 2023", "pots: at most 3 (as of 2023, may have changed)"),
        ("attribute: pot_price, role: exact, value: 5 USD, as-of: 2020-01-31", "pot price: 5 USD (as of 2020-01-31, may have changed)"),
    ],
)
def test_in_words(scratch: Scratch, entry: str, expected: str) -> None:
    assert _values(scratch, entry) == [f"Green tea, {expected}"]


def test_all_shipped_values_can_be_shown() -> None:
    reference = load_reference(Config(Options(), Path(__file__).parent))
    shown = [shown_amount(value, reference) for value in reference.values if value.role not in ("text", "one_of")]
    assert not [text for text in shown if ".." in text]
