"""The extensions of editors, as far as they can be held without Node.js: what they say of themselves, and the commands that they run."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.scratch import Scratch

ROOT = Path(__file__).resolve().parents[2]
VSCODE = ROOT / "editors" / "vscode"
OBSIDIAN = ROOT / "editors" / "obsidian"
NOTE = "# Lambda\n\n- AWS Lambda has a timeout of 5 minutes\n- It is recieved twice\n"


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """A folder without settings but the day."""
    folder = Scratch(tmp_path)
    folder.write("notelint.toml", "as-of = 2026-11-20\n")
    return folder


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _text(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _obsidian_arguments(function: str) -> list[str]:
    """What a function of the plugin returns for the note lambda.md."""
    source = _text(OBSIDIAN / "src" / "program.ts")
    body = re.search(rf"function {function}\(.*?return \[(.*?)\];", source, re.DOTALL)
    assert body, function
    return [quoted or "lambda.md" for quoted, _ in re.findall(r"\"([^\"]+)\"|\b(note)\b", body[1])]


def test_vscode_documents_exactly_the_settings_that_it_has() -> None:
    declared = set(_json(VSCODE / "package.json")["contributes"]["configuration"]["properties"])
    table = set(re.findall(r"^\| `(notelint\.[\w.]+)`", _text(VSCODE / "README.md"), re.MULTILINE))
    assert table == declared
    read = set(re.findall(r"settings\.get\(\"(\w+)\"", _text(VSCODE / "src" / "extension.ts")))
    assert {f"notelint.{name}" for name in read} == declared - {"notelint.trace.server"}


def test_the_documentation_names_no_setting_that_vscode_lacks() -> None:
    declared = set(_json(VSCODE / "package.json")["contributes"]["configuration"]["properties"])
    named = set(re.findall(r"\"(notelint\.[\w.]+)\":", _text(ROOT / "docs" / "editors.md")))
    assert named
    assert named <= declared


def test_vscode_offers_the_commands_that_it_registers() -> None:
    offered = {one["command"]: f"{one['category']}: {one['title']}" for one in _json(VSCODE / "package.json")["contributes"]["commands"]}
    registered = set(re.findall(r"registerCommand\(\"([\w.]+)\"", _text(VSCODE / "src" / "extension.ts")))
    assert registered == set(offered)
    assert all(title in _text(VSCODE / "README.md") for title in offered.values())


def test_vscode_runs_a_command_of_the_program(scratch: Scratch) -> None:
    found = re.search(r"arguments: \[\"(\w+)\", \.\.\.settings\.arguments\]", _text(VSCODE / "src" / "server-command.ts"))
    assert found
    assert scratch.notelint(found[1], "--help").code == 0


def test_obsidian_asks_for_findings_that_the_program_gives(scratch: Scratch) -> None:
    arguments = _obsidian_arguments("checkArguments")
    assert "lambda.md" in arguments
    found = json.loads(scratch.notelint(*arguments, given=NOTE).out)["diagnostics"]
    assert [one["rule"] for one in found] == ["outdated-value", "misspelling"]
    assert all(set(_members("Finding")) <= set(one) for one in found)
    assert set(_members("Fix")) <= set(found[0]["fix"])


def test_obsidian_asks_for_fixes_that_the_program_makes(scratch: Scratch) -> None:
    assert scratch.notelint(*_obsidian_arguments("fixArguments"), given=NOTE).out == NOTE.replace("recieved", "received")


def test_obsidian_asks_for_claims_that_the_program_knows(scratch: Scratch) -> None:
    (claim,) = json.loads(scratch.notelint(*_obsidian_arguments("factsArguments"), given=NOTE).out)["claims"]
    assert set(_members("Claim")) <= set(claim)
    assert claim["canonical"]["status"] == "outdated"


def _members(interface: str) -> list[str]:
    """The members of an interface of the plugin, without those of what it extends."""
    source = _text(OBSIDIAN / "src" / "findings.ts")
    body = re.search(rf"interface {interface}\b[^{{]*{{(.*?)^}}", source, re.DOTALL | re.MULTILINE)
    assert body, interface
    members = re.findall(r"^  readonly (\w+):", body[1], re.MULTILINE)
    assert members
    return members


def test_obsidian_is_for_desktops_and_says_so() -> None:
    manifest = _json(OBSIDIAN / "manifest.json")
    assert manifest["isDesktopOnly"]
    assert "desktops only" in _text(OBSIDIAN / "README.md")
    assert manifest["version"] == _json(OBSIDIAN / "package.json")["version"]


def test_both_name_the_extra_that_they_need() -> None:
    extras = set(re.findall(r"^(\w+) = \[$", _text(ROOT / "pyproject.toml"), re.MULTILINE))
    named = set(re.findall(r"notelint\[(\w+)\]", _text(*ROOT.glob("editors/*/README.md"), *ROOT.glob("editors/*/src/*.ts"))))
    assert named
    assert named <= extras


@pytest.mark.parametrize("package", [VSCODE, OBSIDIAN], ids=lambda path: path.name)
def test_the_lock_belongs_to_the_package_and_names_no_host(package: Path) -> None:
    declared, lock = _json(package / "package.json"), _json(package / "package-lock.json")
    locked = lock["packages"][""]
    assert (locked["version"], locked.get("devDependencies")) == (declared["version"], declared["devDependencies"])
    assert locked.get("dependencies") == declared.get("dependencies")
    assert not [name for name, one in lock["packages"].items() if "resolved" in one]


@pytest.mark.parametrize("package", [VSCODE, OBSIDIAN], ids=lambda path: path.name)
def test_the_package_has_the_licence_of_the_project(package: Path) -> None:
    assert _text(package / "LICENSE") == _text(ROOT / "LICENSE")


def test_nothing_built_is_kept() -> None:
    listed = subprocess.run(["git", "ls-files", "editors"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git repository")
    assert not re.search(r"node_modules/|/dist/|\.vsix$|obsidian/main\.js$", listed.stdout, re.MULTILINE)
