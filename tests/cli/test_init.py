"""notelint init."""

import tomllib

import pytest
import yaml
from click.testing import CliRunner
from notelint.config import KEYS

from tests.conftest import ROOT
from tests.scratch import RIGHT, Scratch


@pytest.fixture
def fresh(scratch: Scratch) -> Scratch:
    (scratch.folder / "notelint.toml").unlink()
    scratch.write("notes/a.md", RIGHT)
    return scratch


def test_it_writes_settings_that_suit_the_notes(fresh: Scratch) -> None:
    fresh.write("README.md", "# Notes for MLS-C01\n\nEverything that the exam asks.\n")
    fresh.write("CHANGELOG.md", "# Changes\n\nNone so far, and none are planned.\n")
    result = fresh.notelint("init")
    assert result.code == 0
    assert "3 notes in" in result.out
    assert "they speak of the exam mls-c01" in result.out
    assert tomllib.loads(fresh.read("notelint.toml")) == {"exam": "mls-c01", "exclude": ["CHANGELOG.md"]}
    assert fresh.notelint("check").code == 0


def test_without_a_hint_all_settings_are_comments(fresh: Scratch) -> None:
    fresh.notelint("init")
    assert tomllib.loads(fresh.read("notelint.toml")) == {}
    assert "mls-c01" in fresh.read("notelint.toml")


def test_every_comment_that_is_a_setting_is_a_right_one(fresh: Scratch) -> None:
    fresh.notelint("init")
    lines = fresh.read("notelint.toml").splitlines()
    settings = [line.removeprefix("# ") for line in lines if " = " in line or line.startswith("# [")]
    fresh.write("notelint.toml", "\n".join(settings))
    assert set(tomllib.loads(fresh.read("notelint.toml"))) | {"packs", "schema"} == set(KEYS)
    result = fresh.notelint("check", "--show-settings")
    assert (result.code, result.err) == (0, "")
    assert fresh.notelint("check").code == 0


def test_nothing_is_overwritten(fresh: Scratch) -> None:
    for name in ("notelint.toml", ".pre-commit-config.yaml", ".gitlab-ci.yml"):
        fresh.write(name, "# mine\n")
    result = fresh.notelint("init", "--pre-commit", "--ci", "gitlab")
    assert result.code == 0
    for name in ("notelint.toml", ".pre-commit-config.yaml", ".gitlab-ci.yml"):
        assert fresh.read(name) == "# mine\n"
        assert f"{name} is there already: left as it is" in result.out
    assert "entry: notelint check --staged" in result.out


def test_settings_in_pyproject_stay(fresh: Scratch) -> None:
    fresh.write("pyproject.toml", "[tool.notelint]\nfail-on = 'error'\n")
    assert "pyproject.toml holds settings of notelint already" in fresh.notelint("init").out
    assert not (fresh.folder / "notelint.toml").exists()


def test_it_offers_hooks_and_the_right_ci(fresh: Scratch) -> None:
    result = fresh.notelint("init")
    assert "--pre-commit" in result.out
    assert "--ci github" in result.out
    fresh.git("init", "-q")
    fresh.git("remote", "add", "origin", "https://gitlab.example.org/notes.git")
    assert "--ci gitlab" in fresh.notelint("init").out


def test_hooks_and_ci_files(fresh: Scratch) -> None:
    result = fresh.notelint("init", "--pre-commit", "--ci", "github")
    assert "--ci" not in result.out
    shipped = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    for hook in yaml.safe_load(fresh.read(".pre-commit-config.yaml"))["repos"][0]["hooks"]:
        for key in ("entry", "name", "types", "pass_filenames", "require_serial"):
            assert hook.get(key) == shipped[hook["id"]].get(key)
    assert fresh.read(".github/workflows/notelint.yml") == (ROOT / "examples/ci/github-workflow.yml").read_text(encoding="utf-8")
    fresh.notelint("init", "--ci", "gitlab")
    assert fresh.read(".gitlab-ci.yml") == (ROOT / "examples/ci/gitlab-ci.yml").read_text(encoding="utf-8")


def test_another_folder(fresh: Scratch) -> None:
    fresh.notelint("init", "notes")
    assert (fresh.folder / "notes/notelint.toml").exists()
    assert fresh.notelint("init", "nowhere").code == 2


def test_a_folder_without_notes(fresh: Scratch) -> None:
    (fresh.folder / "notes/a.md").unlink()
    result = fresh.notelint("init")
    assert result.code == 0
    assert "0 notes" in result.out
    assert (fresh.folder / "notelint.toml").exists()


def test_it_asks_nothing(fresh: Scratch) -> None:
    from notelint.cli import main

    result = CliRunner().invoke(main, ["init", str(fresh.folder)], input=None)
    assert result.exit_code == 0
