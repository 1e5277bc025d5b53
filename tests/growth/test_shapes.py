"""A check of a text that nobody writes takes about as many times longer as the text is longer; benchmarks/pathological.py prints how long."""

import time
from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.engine.run.analyse import analyse
from notelint.engine.run.run import check
from notelint.reference import Reference
from notelint.source import Source

from benchmarks.shapes import SHAPES, text_of

SIZES = (3_000, 24_000)
"""Characters: a linear check takes 8 times as long for the second, a quadratic one 64 times."""
STEEP = 18
QUICK = 0.15
"""CPU seconds below which nobody asks how they grow."""


def seconds(name: str, size: int, reference: Reference) -> float:
    source = Source("note.md", text_of(name, size))
    began = time.process_time()
    check({"note.md": analyse(source, reference)}, Config(Options(), Path(__file__).parent), reference)
    return time.process_time() - began


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_the_length(name: str, reference: Reference) -> None:
    long = seconds(name, SIZES[1], reference)
    if long > QUICK:
        short = min(seconds(name, SIZES[0], reference) for _ in range(2))
        assert min(long, seconds(name, SIZES[1], reference)) < STEEP * max(short, QUICK / STEEP)
