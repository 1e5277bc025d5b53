"""What all tests share."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.reference import Reference, load_reference

from tests.scratch import Scratch

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for this run of the tests; all of its processes see the same one, so that what takes long is made once."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session", autouse=True)
def _bytecode(shared_folder: Path) -> Iterator[None]:
    """Programs that tests start compile the package once, whatever the environment says about bytecode; pip compiles nothing that is not run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(shared_folder / "bytecode"))
        patch.setenv("PIP_NO_COMPILE", "1")
        yield


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
