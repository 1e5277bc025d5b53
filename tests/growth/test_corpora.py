"""A check of many notes that have much to do with each other takes about as many times longer as there are more notes."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.run import check
from notelint.links.link import Link
from notelint.links.tree import Tree
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.source import Place, Position, Span

SIZES = (150, 1200)
STEEP = 20
QUICK = 0.3

Make = Callable[[int, int], tuple[str, str]]
KINDS: dict[str, Make] = {
    "one value per note": lambda i, _: (f"n{i}.md", f"# Kinesis Data Streams\n\n- Kinesis Data Streams retention is {i + 1} days\n"),
    "one expansion per note": lambda i, _: (f"n{i}.md", f"# X\n\nABC (Alpha Beta{'x' * (i % 7)} Cat) is here.\n"),
    "one name": lambda i, _: (f"d{i}/note.md", "# X\n\n[[note]] and [[note#x]] here.\n"),
    "links to all": lambda i, n: (f"n{i}.md", "# X\n\n" + " ".join(f"[a](n{(i + j) % n}.md#y)" for j in range(5)) + "\n"),
    "links to nothing": lambda i, _: (f"n{i}.md", "# X\n\n" + " ".join(f"[a](m{i}-{j}.md)" for j in range(5)) + "\n"),
    "names of nothing": lambda i, n: (f"n{i}.md", "# X\n\n" + " ".join(f"[[m{i}-{j}]]" for j in range(5)) + f" [[n{(i + 1) % n}]]\n"),
    "anchors of one note": lambda i, _: (f"n{i}.md", "# X\n\n" + " ".join(f"[a](n0.md#y{i}-{j})" for j in range(5)) + "\n"),
    "aliases": lambda i, n: (f"n{i}.md", f"---\naliases: [a{i}, b{i}]\n---\n\n# X\n\n[[a{(i + 3) % n}]] text\n"),
}


def seconds(make: Make, count: int, reference: Reference, folder: Path) -> float:
    results = {path: analyse_bytes(path, text.encode(), reference) for path, text in (make(number, count) for number in range(count))}
    began = time.process_time()
    check(results, Config(Options(), folder), reference, base=str(folder))
    return time.process_time() - began


@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_number_of_notes(kind: str, reference: Reference, tmp_path: Path) -> None:
    long = seconds(KINDS[kind], SIZES[1], reference, tmp_path)
    if long > QUICK:
        assert long < STEEP * max(seconds(KINDS[kind], SIZES[0], reference, tmp_path), QUICK / STEEP)


def test_of_notes_of_one_name_the_nearest_is_meant(tmp_path: Path) -> None:
    dice = random.Random(3)
    for _ in range(50):
        folders = {"/".join(dice.choice("abc") for _ in range(dice.randint(0, 4))) for _ in range(dice.randint(1, 12))}
        paths = sorted(f"{folder}/note.md".lstrip("/") for folder in folders)
        here = "/".join([*(dice.choice("abc") for _ in range(dice.randint(0, 4))), "here.md"])
        corpus = Corpus({path: Facts(path) for path in [*paths, here]}, Tree(str(tmp_path)))
        link = Link(Place(here, Span(0, 4), Position(1, 1), Position(1, 5)), "note", wiki=True)
        assert corpus.target(corpus.notes[here], link).path == min(paths, key=lambda path: (_steps(here, path), path))


def _steps(here: str, there: str) -> int:
    """Folders that are left and entered on the way."""
    mine, other = here.split("/")[:-1], there.split("/")[:-1]
    while mine and other and mine[0] == other[0]:
        mine, other = mine[1:], other[1:]
    return len(mine) + len(other)
