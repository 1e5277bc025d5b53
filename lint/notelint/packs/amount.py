"""The strict notation of values in packs: "365 d", "1 h .. 10 y", "3 .. 63 characters", "5 USD/TB"."""

import re
from dataclasses import dataclass

_SIDE = re.compile(r"(?P<number>-?\d+(?:\.\d+)?)(?:\s*(?P<unit>[^\d\s.][^\s]*(?: [^\d\s.][^\s]*)*))?")


@dataclass(frozen=True)
class WrittenAmount:
    """`low` and `high` are equal for a single value; `unit` is that of the low end, `high_unit` that of the other if it differs; `per` what it is divided by."""

    low: float
    high: float
    unit: str
    high_unit: str = ""
    per: tuple[str, ...] = ()


def parse_amount(text: str) -> WrittenAmount | None:
    """None where the text is not an amount."""
    sides = [side.strip() for side in text.split("..")] if ".." in text else [text.strip()]
    if len(sides) > 2:
        return None
    matches = [_SIDE.fullmatch(side) for side in sides]
    if not all(matches):
        return None
    numbers = [float(match["number"]) for match in matches if match]
    units = [match["unit"] or "" for match in matches if match]
    low_unit, *per = _split(units[0] or units[-1])
    high_unit = _split(units[-1])[0] if units[0] else low_unit
    return WrittenAmount(numbers[0], numbers[-1], low_unit, high_unit if high_unit != low_unit else "", tuple(per))


def _split(unit: str) -> list[str]:
    return [part.strip() for part in unit.split("/")]
