"""Whatever is typed, saved, opened and closed, the server shows what `notelint check` finds in the same texts."""

import json
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from lsprotocol import types
from notelint.server.diagnostics import Published
from notelint.server.workspace import Workspace
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from tests.engine.tea import CONFIG, NAMES, PACK, TEXTS
from tests.scratch import Scratch

_SETTINGS = ("", 'select = ["facts"]\n', 'exclude = ["sub"]\n', 'accepted-words = ["compaany"]\n', '[severity]\nall = "info"\n')
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_NUMBERS = st.integers(0, 30)
_TYPED = (*TEXTS, "# Wide \U0001f600 compaany and compaany\n", "\ufeff# Marked\r\n\r\n- The compaany\r\n")
Shown = set[tuple[object, ...]]


class Editing(RuleBasedStateMachine):
    """An editor with the folder open: `open` are the notes in it, by path, with what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()).resolve()
        self.scratch = Scratch(self.folder / "notes")
        self.scratch.write("notelint.toml", CONFIG)
        for name, text in (*PACK.items(), *zip(NAMES, TEXTS, strict=False)):
            self.scratch.write(name, text)
        self.open: dict[str, str] = {}
        self.workspace = Workspace(str(self.scratch.folder), PositionCodec(types.PositionEncodingKind.Utf32))
        self.read()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def read(self) -> None:
        """As the server does when it starts, or when the settings have changed."""
        self.workspace.take(self.workspace.read(lambda done, of: None))
        self.published = Published(self.workspace)
        self.shown: dict[str, list[types.Diagnostic]] = {}

    def note(self, number: int) -> str:
        found = sorted(path.relative_to(self.scratch.folder).as_posix() for path in self.scratch.folder.rglob("*.md"))
        return found[number % len(found)] if found else self.scratch.write("a.md", "").name

    def told(self, path: str) -> None:
        """The editor says that a file has changed."""
        if self.workspace.path(str(self.scratch.folder / path)):
            self.workspace.refresh(path)
        self.workspace.live.forget()

    @invariant()
    def server_equals_check(self) -> None:
        self.shown |= self.published.changes()
        assert self.by_server() == self.by_check()

    def by_server(self) -> Shown:
        return {
            (
                path,
                one.code,
                one.message,
                one.severity,
                *_range(one.range),
                *(
                    (*_range(other.location.range), _name(other.location.uri, self.workspace.folder), other.message)
                    for other in one.related_information or ()
                ),
            )
            for path, found in self.shown.items()
            for one in found
        }

    def by_check(self) -> Shown:
        copy = self.folder / "copy"
        shutil.copytree(self.scratch.folder, copy)
        for name, text in self.open.items():
            (copy / name).write_bytes(text.encode())
        done = Scratch(copy).notelint("check", "--output-format", "json", "--no-cache")
        shutil.rmtree(copy)
        return {
            (
                one["filename"],
                one["rule"],
                one["message"],
                _SEVERITIES[one["severity"]],
                *_places(one),
                *((*_places(other), other["filename"], other["message"]) for other in one["related"]),
            )
            for one in json.loads(done.out)["diagnostics"]
        }

    @rule(number=_NUMBERS)
    def open_note(self, number: int) -> None:
        name = self.note(number)
        if name not in self.open:
            self.type_text(name, (self.scratch.folder / name).read_bytes().decode())

    @rule(number=_NUMBERS, text=st.sampled_from(_TYPED))
    def replace_text(self, number: int, text: str) -> None:
        self.type_text(self.note(number), text)

    @rule(number=_NUMBERS, text=st.sampled_from(_TYPED))
    def append_text(self, number: int, text: str) -> None:
        name = self.note(number)
        self.type_text(name, self.open.get(name, "") + text)

    def type_text(self, name: str, text: str) -> None:
        if self.workspace.path(str(self.scratch.folder / name)):
            self.open[name] = text
            self.workspace.edit(name, text)

    @rule(number=_NUMBERS)
    def save(self, number: int) -> None:
        name = self.note(number)
        if name in self.open:
            self.scratch.write(name, self.open[name])
            self.told(name)

    @rule(number=_NUMBERS)
    def close(self, number: int) -> None:
        name = self.note(number)
        if self.open.pop(name, None) is not None:
            self.workspace.close(name)

    @rule(name=st.sampled_from((*NAMES, "new.md")), text=st.sampled_from(TEXTS))
    def write_elsewhere(self, name: str, text: str) -> None:
        if name not in self.open:
            self.scratch.write(name, text)
            self.told(name)

    @rule(number=_NUMBERS)
    def delete(self, number: int) -> None:
        name = self.note(number)
        if name not in self.open:
            (self.scratch.folder / name).unlink()
            self.told(name)

    @rule()
    def put_an_image_there_or_away(self) -> None:
        path = self.scratch.folder / "img/i.png"
        if path.exists():
            path.unlink()
        else:
            self.scratch.write("img/i.png", b"png")
        self.told("img/i.png")

    @rule(more=st.sampled_from(_SETTINGS))
    def change_settings(self, more: str) -> None:
        self.scratch.write("notelint.toml", CONFIG + more)
        self.open = {name: text for name, text in self.open.items() if not ("exclude" in more and name.startswith("sub/"))}
        self.workspace.texts.held = {name: text.encode() for name, text in self.open.items()}
        self.workspace.load()
        self.read()

    @rule()
    def accept_what_is_there(self) -> None:
        baseline = self.scratch.folder / "notelint-baseline.json"
        if baseline.exists():
            baseline.unlink()
        else:
            assert self.scratch.notelint("baseline", "create").code == 0
        self.workspace.load()
        self.read()


def _range(one: types.Range) -> tuple[int, ...]:
    return one.start.line + 1, one.start.character + 1, one.end.line + 1, one.end.character + 1


def _places(one: dict[str, dict[str, int]]) -> tuple[int, ...]:
    return one["start"]["line"], one["start"]["column"], one["end"]["line"], one["end"]["column"]


def _name(uri: str, folder: str) -> str:
    return Path(to_fs_path(uri) or "").relative_to(folder).as_posix()


Editing.TestCase.settings = settings(max_examples=6, stateful_step_count=10, deadline=None)
TestEditing = Editing.TestCase
