"""How the time of a whole check grows with the length of texts that nobody writes.

    python benchmarks/pathological.py [--bytes 200000] [SHAPE ...]

Prints CPU seconds for an eighth, a quarter, a half and all of the length, and the exponent between them: near 1 is linear, near 2 quadratic.
"""

import argparse
import math
import time
from pathlib import Path

from notelint.config import Config, Options
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.run import check
from notelint.reference import Reference, load_reference
from shapes import SHAPES, text_of

_CONFIG = Config(Options(), Path(__file__).resolve().parent)


def seconds(text: str, reference: Reference) -> float:
    began = time.process_time()
    check({"note.md": analyse_bytes("note.md", text.encode(), reference)}, _CONFIG, reference)
    return time.process_time() - began


def exponent(sizes: list[int], times: list[float]) -> float:
    """The slope of the line through the logarithms, with 20 ms for what is too quick to measure."""
    points = [(math.log(size), math.log(max(one, 0.02))) for size, one in zip(sizes, times, strict=True)]
    middle = [sum(values) / len(points) for values in zip(*points, strict=True)]
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / sum((x - middle[0]) ** 2 for x, _ in points)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", choices=[*SHAPES, []], metavar="SHAPE")
    parser.add_argument("--bytes", type=int, default=200_000, help="length of the largest text")
    arguments = parser.parse_args()
    reference = load_reference(_CONFIG)
    seconds("# warm\n\n- 5 TB\n", reference)
    sizes = [arguments.bytes // part for part in (8, 4, 2, 1)]
    print(f"{'shape':36} {'n/8':>8} {'n/4':>8} {'n/2':>8} {'n':>8} {'exponent':>8}   (n = {arguments.bytes:,} bytes; CPU seconds)")
    for name in arguments.shapes or SHAPES:
        times = [seconds(text_of(name, size), reference) for size in sizes]
        print(f"{name:36} " + " ".join(f"{one:8.3f}" for one in times) + f" {exponent(sizes, times):8.2f}", flush=True)


if __name__ == "__main__":
    main()
