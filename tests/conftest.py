"""What all tests share."""

from datetime import date
from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.reference import Reference, load_reference

from tests.scratch import Scratch

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def reference() -> Reference:
    """All shipped packs, as of the last exam guide of MLS-C01."""
    return load_reference(Config(Options(as_of=date(2025, 6, 30)), ROOT / "tests"))


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """An empty folder with a configuration that needs few rules."""
    folder = Scratch(tmp_path)
    folder.write(
        "notelint.toml", 'as_of = 2025-06-30\nselect = ["wrong-value", "conflicting-values", "broken-link", "unused-suppression"]\n'
    )
    return folder
