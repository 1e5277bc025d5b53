"""Changes one operator or constant at a time and runs the tests that cover it: what no test notices is printed.

    python tools/mutate.py --sample 100                 # of claims, spelling, rules and engine/fixing
    python tools/mutate.py --sample 20 lint/notelint/spelling

Works in a copy of the tree. The score of a file is the share of its mutants that a test failed on, or that took too long.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("lint/notelint")
ROOMS = [PACKAGE / "claims", PACKAGE / "spelling", PACKAGE / "rules", PACKAGE / "engine/fixing"]
TESTS = {
    "claims": [
        "tests/claims",
        "tests/facts/test_claims.py",
        "tests/rules/test_rules.py",
        "-k",
        "claim or value or expansion or arithmetic",
    ],
    "spelling": ["tests/facts/spelling", "tests/rules/test_rules.py"],
    "rules": ["tests/rules/test_rules.py", "tests/cli/test_fix.py"],
    "fixing": ["tests/engine/test_fix.py", "tests/cli/test_fix.py"],
}
"""Test paths by the name of a room."""
OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
}
SIGNS = {"Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Eq": "==", "NotEq": "!=", "In": "in"}
PATIENCE = 300
"""Seconds for the tests of one mutant."""


class Mutant(NamedTuple):
    """The characters `start`..`end` of line `line` (1-based) of `path` become `new`."""

    path: Path
    line: int
    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """The module with the change."""
        lines = text.splitlines(keepends=True)
        old = lines[self.line - 1]
        lines[self.line - 1] = old[: self.start] + self.new + old[self.end :]
        return "".join(lines)


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change of a module: comparisons, numbers, booleans, `and`, `or` and `not`."""
    text = (ROOT / path).read_text(encoding="utf-8")
    lines = text.splitlines()
    if not text.isascii():  # columns of the syntax tree are bytes
        lines = [line if line.isascii() else "" for line in lines]
    tree = ast.parse(text)
    keywords = {
        id(one.value) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for one in node.keywords
    }  # frozen=True, gc=False
    for node in ast.walk(tree):
        for line, start, end, new in _changes(node, lines) if id(node) not in keywords else ():
            if lines[line - 1]:
                yield Mutant(path, line, start, end, new)


def _changes(node: ast.AST, lines: list[str]) -> Iterator[tuple[int, int, int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float) and node.end_col_offset is not None:
        new = (
            str(not node.value)
            if isinstance(node.value, bool)
            else repr(node.value + 1 if isinstance(node.value, int) else node.value * 1.5)
        )
        yield node.lineno, node.col_offset, node.end_col_offset, new
    elif isinstance(node, ast.Compare):
        yield from _between(node.left, node.comparators[0], SIGNS.get(type(node.ops[0]).__name__), OPERATORS.get(type(node.ops[0])), lines)
    elif isinstance(node, ast.BoolOp):
        both = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for one, other in zip(node.values, node.values[1:], strict=False):
            yield from _between(one, other, *both, lines)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.lineno, node.col_offset, node.col_offset + len("not "), ""


def _between(left: ast.expr, right: ast.expr, old: str | None, new: str | None, lines: list[str]) -> Iterator[tuple[int, int, int, str]]:
    """The operator between two operands that are on one line."""
    if old is None or new is None or left.end_lineno != right.lineno or left.end_col_offset is None:
        return
    at = lines[right.lineno - 1].find(old, left.end_col_offset, right.col_offset)
    if at >= 0:
        yield right.lineno, at, at + len(old), new


def tests_of(path: Path) -> list[str]:
    """The arguments of pytest for the tests that cover a module; those of one rule for the module of a rule."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.parent.name == "rules" and "\nID = " in text:
        return ["tests/rules/test_rules.py", "-k", path.stem.replace("_", "-")]
    return TESTS[path.parent.name]


def is_killed(mutant: Mutant, copy: Path) -> bool:
    """Does a test fail on the mutant, or not come to an end?"""
    whole = copy / mutant.path
    text = whole.read_text(encoding="utf-8")
    whole.write_text(mutant.apply(text), encoding="utf-8")
    try:
        environment = os.environ | {"PYTHONPATH": str(copy / "lint"), "XDG_CACHE_HOME": str(copy / "cache")}
        start = f"import sys; sys.path.insert(0, {str(copy / 'lint')!r}); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
        command = [sys.executable, "-c", start, "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *tests_of(mutant.path)]
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return True
    finally:
        whole.write_text(text, encoding="utf-8")
    if done.returncode not in (0, 1):
        return "Error" in done.stdout + done.stderr  # it cannot even be imported
    return done.returncode == 1


def _copy(folder: Path) -> Path:
    for name in ("lint", "schema", "tests", "notes", "docs", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def main() -> None:
    """Prints each survivor, then the score by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=ROOMS)
    parser.add_argument("--sample", type=int, default=100, help="how many mutants, drawn by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    modules = [path.resolve().relative_to(ROOT) if path.is_absolute() else path for path in wanted.paths]
    files = sorted(file.relative_to(ROOT) for path in modules for file in ([ROOT / path] if path.suffix else (ROOT / path).rglob("*.py")))
    every = [mutant for file in files for mutant in mutants(file)]
    drawn = random.Random(wanted.seed).sample(every, min(wanted.sample, len(every)))
    print(f"{len(drawn)} of {len(every)} mutants in {len(files)} files")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(wanted.jobs) as pool:
        copies = [_copy(Path(folder) / str(number)) for number in range(wanted.jobs)]
        shares = [pool.submit(_run, drawn[number :: wanted.jobs], copies[number]) for number in range(wanted.jobs)]
        results = [result for share in shares for result in share.result()]
    total, killed = Counter(mutant.path for mutant, _ in results), Counter(mutant.path for mutant, dead in results if dead)
    for path in sorted(total):
        print(f"{killed[path]:4} of {total[path]:3}  {path.relative_to(PACKAGE)}")
    print(f"{sum(killed.values())} of {len(results)} killed: {sum(killed.values()) / max(len(results), 1):.0%}")


def _run(drawn: list[Mutant], copy: Path) -> list[tuple[Mutant, bool]]:
    results = []
    for mutant in drawn:
        dead = is_killed(mutant, copy)
        results.append((mutant, dead))
        if not dead:
            line = (copy / mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1]
            changed = line[: mutant.start] + mutant.new + line[mutant.end :]
            print(f"survived: {mutant.path}:{mutant.line}\n  - {line.strip()}\n  + {changed.strip()}", flush=True)
    return results


if __name__ == "__main__":
    main()
