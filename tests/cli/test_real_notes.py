"""Fixes, baseline and changes on real notes, in a scratch copy of them."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.scratch import Scratch

REAL = ROOT.parent / "shared"
FOLDERS = [REAL / "seeds", REAL / "corpus" / "symeneses__MLS-C01", REAL / "corpus" / "fishnal__aws-notes"]

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="real notes stand in a sibling folder that is not here")


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def notes(request: pytest.FixtureRequest, tmp_path: Path) -> Scratch:
    copy = Scratch(tmp_path / "notes")
    for path in request.param.rglob("*.md"):
        copy.write(str(path.relative_to(request.param)), path.read_bytes())
    copy.write(".gitignore", ".notelint_cache\n")
    copy.git("init", "-q")
    copy.commit("as they are")
    return copy


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes"])
def test_fixing_twice_changes_nothing_more_and_brings_no_new_refusal(notes: Scratch, option: str) -> None:
    ends = {path: path.read_bytes().count(b"\r\n") for path in notes.folder.rglob("*.md")}
    first = notes.check(option)
    assert "not fixed" not in first.err
    assert ends == {path: path.read_bytes().count(b"\r\n") for path in notes.folder.rglob("*.md")}
    notes.commit("fixed")
    second = notes.check(option)
    assert notes.git("status", "--porcelain") == ""
    assert second.out == first.out
    assert notes.check("--diff", *(["--unsafe-fixes"] if option == "--unsafe-fixes" else [])).code == 0


def test_a_baseline_survives_new_lines_and_moves_and_sees_what_is_new(notes: Scratch) -> None:
    assert notes.notelint("baseline", "create").code == 0
    assert notes.check("--fail-on", "info").code == 0
    for path in list(notes.folder.rglob("*.md")):
        data = path.read_bytes()
        if not data.startswith(b"---"):
            path.write_bytes(b"".join(b"Opening line %d of ten.\n\n" % number for number in range(5)) + data)
    assert notes.check("--fail-on", "info").code == 0
    notes.write("new.md", "# Kinesis Video Streams\n\n- Retention: 2 to 30 years\n")
    result = notes.check("--select", "facts")
    assert result.code == 1
    assert all(line.startswith("new.md:3:14") for line in result.out.splitlines()[:-1])


def test_a_change_reports_itself_alone(notes: Scratch) -> None:
    assert notes.check("--changed-since", "HEAD").code == 0
    path = next(iter(sorted(notes.folder.rglob("*.md"))))
    name = str(path.relative_to(notes.folder))
    lines = notes.read(name).count("\n")
    notes.write(name, notes.read(name) + "\n\n- see [this](no-such-note-here.md)\n")
    result = notes.check("--changed-since", "HEAD")
    assert [line.split(":")[1] for line in result.out.splitlines()[:-1]] == [str(lines + 3)]


def test_a_folder_that_moves_takes_its_baseline_along(notes: Scratch) -> None:
    notes.notelint("baseline", "create")
    folder = notes.folder / "moved"
    paths = list(notes.folder.rglob("*.md"))
    for path in paths:
        target = folder / path.relative_to(notes.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
    assert notes.check("--fail-on", "info", "--ignore", "links").code == 0
