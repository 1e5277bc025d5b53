"""units.txt, compiled with pint."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from notelint.packs.error import PackError
from notelint.packs.problem import Problem, Where
from notelint.packs.unit import Unit

_TWIN = {"K": "KiB", "k": "KiB", "M": "MiB", "G": "GiB", "T": "TiB", "P": "PiB", "E": "EiB"}
_CALENDAR = {"year", "month", "quarter"}


@lru_cache
def compile_units(path: Path, more: tuple[tuple[str, Path], ...] = ()) -> dict[str, Unit]:
    """Every name, symbol and alias of pint definition files -> Unit; takes about 0.3 s, most of it importing pint.

    `more` are the files of packs (name as shown, path), which add units to those in `path`. Raises PackError where one cannot be used.
    """
    import pint  # noqa: PLC0415 - imported here alone, when packs are compiled

    registry: Any = pint.UnitRegistry(None, on_redefinition="raise")
    registry.load_definitions(path)
    for shown, file in more:
        _add(registry, shown, file)
    found: dict[str, Unit] = {}
    for name, definition in registry._units.items():  # noqa: SLF001 - pint has no public list of units with their aliases
        if not name or name not in (definition.name, definition.symbol, *definition.aliases):
            continue
        factor = float(registry.get_root_units(definition.name)[0])
        found[name] = Unit(
            symbol=definition.symbol or definition.name,
            dimension=_dimension(dict(registry.get_dimensionality(definition.name))),
            factor=factor,
            loose_factor=_loose(registry, definition.symbol or "", factor),
            calendar=definition.name in _CALENDAR,
            name=definition.name,
        )
    return found


def _add(registry: Any, shown: str, path: Path) -> None:
    import pint  # noqa: PLC0415 - as above

    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        definition = line.partition("#")[0].strip()
        try:
            if definition:
                registry.define(definition)
                registry.get_root_units(definition.partition("=")[0].strip())
        except (pint.PintError, ValueError, TypeError, AttributeError) as error:
            raise PackError(
                [Problem(Where(shown, number), f'the unit cannot be used: {error}; write "name = 10 * metre = symbol"')]
            ) from None


def _dimension(powers: dict[str, float]) -> str:
    """{"[data]": 1, "[time]": -1} -> "data/time"; "ratio" for none."""
    above = sorted(name.strip("[]") for name, power in powers.items() if power > 0)
    below = sorted(name.strip("[]") for name, power in powers.items() if power < 0)
    if not above and not below:
        return "ratio"
    return "/".join(["*".join(above) or "count", *below])


def _loose(registry: Any, symbol: str, factor: float) -> float:
    """KB, Kb and mbps are often written for KiB and MB/s: 1024 bytes, not 1000, not bits."""
    prefix, rest = symbol[:1], symbol[1:].lower()
    if prefix not in _TWIN or rest not in ("b", "bps"):
        return factor
    return float(registry.get_root_units(_TWIN[prefix])[0])
