"""The house: imports go down only, and start-up stays light."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from collections import Counter
from collections.abc import Collection
from graphlib import TopologicalSorter
from pathlib import Path

import notelint
import pytest
from notelint.source.lazy_pattern import _LazyPattern

from tests.scratch import Scratch

ROOT = Path(__file__).resolve().parents[1]


def test_import_contract() -> None:
    done = subprocess.run([sys.executable, "-m", "importlinter.cli", "lint"], cwd=ROOT, capture_output=True, text=True, check=False)
    if "No module named" in done.stderr:
        done = subprocess.run([str(Path(sys.executable).with_name("lint-imports"))], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_imports_no_heavy_library(arguments: list[str]) -> None:
    code = (
        "import sys; from notelint.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'jsonschema', 'mistune', 'pint', 'jinja2', 'rapidfuzz', 'symspellpy', 'yaml', 'msgspec'} & set(sys.modules)\n"
        "print('heavy:', sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("heavy: []")


def test_every_pattern_compiles() -> None:
    """They are compiled when they are first used, so that a slip in one would be met late."""
    lazy = 0
    for found in pkgutil.walk_packages(notelint.__path__, "notelint."):
        if found.name == "notelint.__main__":
            continue
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, _LazyPattern):
                lazy += 1
                assert value.pattern
    assert lazy > 100


def test_the_program_ends_with_the_code_and_all_of_the_output(scratch: Scratch) -> None:
    scratch.write("a.md", "".join(f"[x](gone-{number}.md)\n\n" for number in range(3000)))
    command = [sys.executable, "-m", "notelint", "check", "--isolated", "--select", "links", "--output-format", "concise", "--all", "a.md"]
    done = subprocess.run(command, cwd=scratch.folder, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert len(lines) == 3001
    assert lines[-1].startswith("Found 3000 errors")
    assert subprocess.run([*command[:3], "--version"], capture_output=True, text=True, check=True).stdout.startswith("notelint, version")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_no_success() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "notelint", "rules"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode not in (0, 1)
    assert "No space left" in done.stderr


def test_no_file_is_longer_than_a_reader_stands() -> None:
    long = {
        path.name: lines for path in (ROOT / "lint").rglob("*.py") if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_no_module_imports_itself_by_a_detour() -> None:
    """Imports inside functions count; those that only type checkers see do not."""
    files = (ROOT / "lint").rglob("*.py")
    modules = {".".join(path.relative_to(ROOT / "lint").with_suffix("").parts).removesuffix(".__init__"): path for path in files}
    needs = {name: _imports(ast.parse(path.read_text(encoding="utf-8")), modules) for name, path in modules.items()}
    assert len(needs) > 300
    assert needs["notelint.rules.empty_section"] >= {"notelint.outlines.emptiness"}
    TopologicalSorter(needs).prepare()


def _imports(tree: ast.AST, modules: Collection[str]) -> set[str]:
    found = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found |= {name if name in modules else node.module for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        found |= _imports(node, modules)
    return found & set(modules)


def _class_names(folder: Path) -> Counter[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py"))
    return Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def test_a_class_name_occurs_once() -> None:
    assert {name: count for name, count in _class_names(ROOT / "lint").items() if count > 1} == {}
