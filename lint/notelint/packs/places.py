"""Where an entry of a pack is written, as a file that an editor can open."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class PackPlace(NamedTuple):
    """Line and column from 1."""

    path: Path
    line: int
    column: int


def place_of(where: str, packs: Mapping[str, Path]) -> PackPlace | None:
    """The file behind what a message calls "packs/aws/values/lambda.yaml:12:5"; `packs` maps names as shown to folders."""
    shown, line, column = ([*where.rsplit(":", 2), "1", "1"])[:3]
    for name in sorted(packs, key=len, reverse=True):
        path = packs[name] / shown.removeprefix(f"{name}/")
        if shown.startswith(f"{name}/") and path.is_file() and line.isdigit() and column.isdigit():
            return PackPlace(path, int(line), int(column))
    return None


def places_of_entity(entity: str, packs: Mapping[str, Path]) -> Iterator[PackPlace]:
    """The entries of an entity in the vocabularies of the packs."""
    pattern = re.compile(rf"(?<![\w-])id:\s*[\"']?{re.escape(entity)}[\"']?(?=\s*(?:[,}}#]|$))")
    for folder in packs.values():
        for path in sorted((folder / "vocabulary").glob("*.yaml")):
            text = path.read_text(encoding="utf-8", errors="replace")
            if entity in text:
                for number, line in enumerate(text.splitlines(), 1):
                    if match := pattern.search(line):
                        yield PackPlace(path, number, match.start() + 1)
