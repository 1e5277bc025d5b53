"""Whatever is done to a folder of notes, a run that remembers says the same as one that does not."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from notelint.engine.store import cache, stamp

from tests.engine.tea import CONFIG, NAMES, PACK, TEXTS, check_equal, settle, write_notes

_SETTINGS = (
    "",
    'select = ["facts"]',
    'ignore = ["links"]',
    'exclude = ["sub"]',
    'accepted-words = ["compaany"]',
    '[severity]\nall = "info"',
)
_NUMBERS = st.integers(0, 30)


@pytest.fixture(autouse=True)
def _quickly_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamp, "_SETTLED", 0.02)
    monkeypatch.setattr(cache, "_PATIENCE", 0.05)


class Edits(RuleBasedStateMachine):
    """Changes to a folder, one after the other; after each the runs are compared."""

    def __init__(self) -> None:
        super().__init__()
        self.home = os.getcwd()
        self.folder = Path(tempfile.mkdtemp())
        os.chdir(self.folder)
        self.scratch = write_notes(self.folder)

    def teardown(self) -> None:
        os.chdir(self.home)
        shutil.rmtree(self.folder)

    def note(self, number: int) -> Path:
        """One of the notes that there are."""
        found = sorted(path for path in self.folder.rglob("*.md") if path.is_file())
        return found[number % len(found)] if found else self.scratch.write("a.md", "")

    @invariant()
    def warm_equals_cold(self) -> None:
        check_equal(self.scratch)

    @rule()
    def wait(self) -> None:
        settle()

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def write(self, name: str, text: str) -> None:
        if not (self.folder / name).is_dir():
            self.scratch.write(name, text)

    @rule(number=_NUMBERS, text=st.sampled_from(TEXTS))
    def append(self, number: int, text: str) -> None:
        path = self.note(number)
        path.write_text(path.read_text() + text)

    @rule(number=_NUMBERS)
    def delete(self, number: int) -> None:
        self.note(number).unlink()

    @rule(number=_NUMBERS, name=st.sampled_from((*NAMES, "A.md", "new.md")))
    def rename(self, number: int, name: str) -> None:
        target = self.folder / name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            self.note(number).rename(target)

    @rule(number=_NUMBERS, when=st.sampled_from((0, 10**18)))
    def touch(self, number: int, when: int) -> None:
        os.utime(self.note(number), ns=(0, when))

    @rule(one=_NUMBERS, other=_NUMBERS)
    def swap(self, one: int, other: int) -> None:
        first, second = self.note(one), self.note(other)
        if first != second:
            spare = first.rename(self.folder / "swap.tmp")
            second.rename(first)
            spare.rename(second)

    @rule(one=_NUMBERS, other=_NUMBERS)
    def copy(self, one: int, other: int) -> None:
        first, second = self.note(one), self.note(other)
        if first != second:
            shutil.copy2(first, second)

    @rule(number=_NUMBERS)
    def change_within_the_same_size_and_time(self, number: int) -> None:
        path = self.note(number)
        status = path.stat()
        path.write_text(path.read_text().translate(str.maketrans("259", "592")))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    @rule(number=_NUMBERS)
    def change_line_ends(self, number: int) -> None:
        path = self.note(number)
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    @rule()
    def put_an_image_there_or_away(self) -> None:
        path = self.folder / "img/i.png"
        if path.exists():
            path.unlink()
        else:
            self.scratch.write("img/i.png", b"png")

    @rule()
    def put_a_folder_there_or_away(self) -> None:
        path = self.folder / "gone.md"
        if path.is_dir():
            path.rmdir()
            return
        path.unlink(missing_ok=True)
        path.mkdir()

    @rule(more=st.sampled_from(_SETTINGS))
    def configure(self, more: str) -> None:
        self.scratch.write("notelint.toml", CONFIG + more + "\n")

    @rule(value=st.sampled_from(("1 min .. 9 min", "1 min .. 3 min", "2 min .. 3 min")))
    def change_the_pack(self, value: str) -> None:
        name = "schema/values/tea.yaml"
        self.scratch.write(name, PACK[name].replace("1 min .. 3 min", value))

    @rule()
    def know_what_is_found_or_forget_it(self) -> None:
        path = self.folder / "notelint-baseline.json"
        if path.exists():
            path.unlink()
        else:
            self.scratch.notelint("baseline", "create")

    @rule()
    def look_from_inside(self) -> None:
        inside = self.folder / "sub"
        if inside.is_dir():
            check_equal(type(self.scratch)(inside), ".")


@pytest.fixture(autouse=True)
def _at_home() -> Iterator[None]:
    home = os.getcwd()
    yield
    os.chdir(home)


Edits.TestCase.settings = settings(max_examples=6, stateful_step_count=12, deadline=None)
TestEdits = Edits.TestCase
