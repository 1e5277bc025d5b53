"""What a kilobyte of notes holds, so that generated notes can be held against real ones.

python benchmarks/density.py FOLDER...
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from notelint.claims.claim import SURE
from notelint.config import Config, Options
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import NoteResult
from notelint.reference import load_reference

_KINDS = ("numbers", "with attribute", "sure", "links", "headings", "findings", "list items", "table rows")


def density(results: Iterable[tuple[bytes, NoteResult]]) -> dict[str, float]:
    """Kind -> how many there are in 1000 bytes of text."""
    found: Counter[str] = Counter()
    size = 0
    for data, result in results:
        size += len(data)
        found.update(_counted(data, result))
    return {kind: 1000 * found[kind] / max(size, 1) for kind in _KINDS}


def _counted(data: bytes, result: NoteResult) -> dict[str, int]:
    claims, lines = result.facts.claims, [line.lstrip() for line in data.splitlines()]
    return {
        "numbers": len(claims),
        "with attribute": sum(bool(claim.attribute) for claim in claims),
        "sure": sum(bool(claim.entity and claim.attribute) and claim.confidence >= SURE for claim in claims),
        "links": len(result.facts.links),
        "headings": len(result.facts.headings),
        "findings": len(result.findings),
        "list items": sum(line.startswith((b"- ", b"* ", b"+ ")) for line in lines),
        "table rows": sum(line.startswith(b"|") for line in lines),
    }


def _read(folder: Path) -> Iterator[tuple[bytes, NoteResult]]:
    reference = load_reference(Config(Options(), folder))
    for path in sorted(folder.rglob("*.md")):
        data = path.read_bytes()
        yield data, analyse_bytes(str(path), data, reference)


def main() -> None:
    print(f"{'in a kilobyte':40}", *(f"{kind:>15}" for kind in _KINDS))
    for name in sys.argv[1:]:
        print(f"{Path(name).name:40}", *(f"{count:15.2f}" for count in density(_read(Path(name))).values()))


if __name__ == "__main__":
    main()
