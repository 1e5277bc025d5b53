"""How the time of a whole check grows with the length of texts that nobody writes: seconds at n, 2n, 4n, and the ratio of the last two.

    python benchmarks/pathological.py [--bytes 250000] [SHAPE ...]

A ratio near 2 is linear, near 4 quadratic.
"""

import argparse
import time
from pathlib import Path

from notelint.config import Config, Options
from notelint.engine.run.analyse import analyse_bytes
from notelint.reference import load_reference

SHAPES = {
    "brackets": "[", "stars": "*", "quotes": "> ", "dashes": "- ", "backticks": "`", "pipes": "|", "hashes": "#", "dollars": "$", "angles": "<",
    "bangs": "!", "underscores": "_", "backslashes": "\\", "ampersands": "&", "headings of one name": "# Same name\n\n",
    "table rows": "| a | 5 TB |\n", "claims on one attribute": "- Retention: 5 days\n", "one line of prose": "word and 5 TB of records, ",
    "list and quote by turns": "- a\n> b\n", "crossed emphasis": "*x __y ", "open links": "[a](", "open comments": "<!-- a ", "numbers": "5 ",
    "words": "notes ", "unknown words": "qwzrtx ", "expansions": "DMS (Database Migration Service) ", "digits": "1",
}  # fmt: skip
_HEADS = {"table rows": "| a | b |\n|---|---|\n", "claims on one attribute": "# Kinesis Data Streams\n\n"}


def seconds(text: str, reference: object) -> float:
    began = time.process_time()
    analyse_bytes("note.md", text.encode(), reference)  # type: ignore[arg-type]
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", choices=[*SHAPES, []], metavar="SHAPE")
    parser.add_argument("--bytes", type=int, default=250_000, help="length of the largest text")
    arguments = parser.parse_args()
    reference = load_reference(Config(Options(), Path.cwd()))
    seconds("# warm\n\n- 5 TB\n", reference)
    print(f"{'shape':28} {'n/4':>8} {'n/2':>8} {'n':>8} {'ratio':>6}   (n = {arguments.bytes:,} bytes; CPU seconds)")
    for name in arguments.shapes or SHAPES:
        unit, head = SHAPES[name], _HEADS.get(name, "")
        times = [
            seconds(head + (unit * (size // len(unit)))[:size], reference)
            for size in (arguments.bytes // 4, arguments.bytes // 2, arguments.bytes)
        ]
        print(f"{name:28} {times[0]:8.2f} {times[1]:8.2f} {times[2]:8.2f} {times[2] / max(times[1], 1e-3):6.1f}", flush=True)


if __name__ == "__main__":
    main()
