"""Everything that can be wrong with packs beyond the form of a file."""

from collections.abc import Iterator
from pathlib import Path

from notelint.packs.ambiguity import shared_names
from notelint.packs.clash import clashes, repetitions
from notelint.packs.error import PackError
from notelint.packs.folders import UNITS
from notelint.packs.idle import idle
from notelint.packs.load import Entries, load_packs
from notelint.packs.pack import FILES
from notelint.packs.problem import Problem, Where, in_order
from notelint.packs.strange import strange
from notelint.packs.unit import Unit
from notelint.packs.units import compile_units
from notelint.source.shipped import shipped


def faults(entries: Entries, units: dict[str, Unit]) -> list[Problem]:
    """What keeps the packs from being used together."""
    return [*strange(entries, units), *clashes(entries, units)]


def units_of(entries: Entries) -> dict[str, Unit]:
    """The units that notelint knows, and those of the packs; raises PackError."""
    return compile_units(shipped() / UNITS, tuple(entries.units))


def check_packs(packs: dict[str, Path], own: str | None = None) -> list[Problem]:
    """All problems of the packs (name as shown -> folder) in order, also those that keep nobody from using them; the latter only of the pack `own`, if one is given."""
    entries, problems = load_packs(packs)
    try:
        units = units_of(entries)
    except PackError as error:
        return in_order([*problems, *error.problems])
    problems += faults(entries, units)
    problems += [
        Problem(draft.at(), "draft: not confirmed; look at its source, then take out the line `draft`, or the entry")
        for draft in entries.drafts
    ]
    gentle = (*repetitions(entries, units), *shared_names(entries), *_unread(packs), *(() if problems else idle(entries)))
    problems += [one for one in gentle if own is None or _is_about(own, one)]
    return in_order(problems)


def _unread(packs: dict[str, Path]) -> Iterator[Problem]:
    """Files that look as if they were meant to be read."""
    for name, pack in packs.items():
        for folder in FILES:
            for path in sorted((pack / folder).glob("**/*.y*ml")):
                if path.suffix != ".yaml" or path.parent.name != folder:
                    shown = path.relative_to(pack).as_posix()
                    yield Problem(Where(f"{name}/{shown}"), f"is not read; move it to {folder}/{path.stem}.yaml", fatal=False)


def _is_about(own: str, problem: Problem) -> bool:
    return any(where is not None and where.path.startswith(f"{own}/") for where in (problem.where, problem.other))
