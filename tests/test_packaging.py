"""The wheel and the sdist hold the data, and the command works from the wheel alone."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def data_files() -> set[str]:
    return {
        f"notelint/schema/{path.relative_to(ROOT / 'schema').as_posix()}"
        for path in (ROOT / "schema").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_holds_all_of_schema(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert data_files() <= names
    assert {"notelint/py.typed", "notelint/report/templates/report.html.j2"} <= set(names)
    assert not [name for name in names if name.startswith(("tests", "lint", "notes"))]


def test_command_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """Unpacked beside nothing of the checkout, it finds its data and judges a note."""
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    note = tmp_path / "note.md"
    note.write_text("# Kinesis Video Streams\n\n- Retention 1 to 10 years\n", encoding="utf-8")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from notelint.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(unpacked), "check", "--output-format", "concise", "note.md"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "note.md:3:13: error[wrong-value]" in done.stdout


def test_sdist_builds_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = archive.getnames()
    assert any(name.endswith("/schema/units.txt") for name in names)
    assert any(name.endswith("/lint/notelint/cli/__init__.py") for name in names)


def _lock() -> list[tuple[Requirement, list[str]]]:
    """The entries of requirements-test.txt with their hashes."""
    text = (ROOT / "requirements-test.txt").read_text(encoding="utf-8")
    entries = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    return [(Requirement(entry.partition("--hash")[0].strip()), re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry)) for entry in entries]


def test_lock_holds_every_dependency_with_hashes() -> None:
    """Made by the command in its first lines; whoever changes a dependency in pyproject.toml makes it again."""
    entries = _lock()
    assert [str(entry) for entry, hashes in entries if not hashes] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        *project["build-system"]["requires"],
    ]
    for line in wanted:
        requirement = Requirement(line)
        versions = [
            next(iter(entry.specifier)).version
            for entry, _ in entries
            if canonicalize_name(entry.name) == canonicalize_name(requirement.name)
        ]
        assert versions, f"{requirement.name} is not in the lock"
        assert all(requirement.specifier.contains(version) for version in versions), line


def test_lock_names_no_host() -> None:
    text = (ROOT / "requirements-test.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
