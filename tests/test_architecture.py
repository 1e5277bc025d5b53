"""The house: imports go down only, and start-up stays light."""

import subprocess
import sys
from pathlib import Path

import pytest

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


def test_no_file_is_longer_than_a_reader_stands() -> None:
    long = {
        path.name: lines for path in (ROOT / "lint").rglob("*.py") if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}
