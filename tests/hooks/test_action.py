"""action.yml and the CI examples: valid, and their shell steps run against scratch repositories."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.hooks.checkout import copy_of_checkout
from tests.hooks.expressions import fill
from tests.scratch import RIGHT, WRONG, Scratch

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXAMPLES = ROOT / "examples" / "ci"
SETTINGS = 'as_of = 2025-06-30\nselect = ["wrong-value", "broken-link"]\n'


@pytest.mark.parametrize(
    ("schema", "path", "transform"),
    [
        ("github-actions", ROOT / "action.yml", ()),
        ("github-workflows", EXAMPLES / "github-action.yml", ()),
        ("github-workflows", EXAMPLES / "github-workflow.yml", ()),
        ("gitlab-ci", EXAMPLES / "gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
    ],
)
def test_files_are_valid(schema: str, path: Path, transform: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_step_puts_an_expression_into_its_shell() -> None:
    for path in (ROOT / "action.yml", *EXAMPLES.glob("*.yml")):
        assert all("${{" not in step.get("run", "") for step in _steps(yaml.safe_load(path.read_text(encoding="utf-8"))))


def test_the_example_uses_inputs_that_there_are() -> None:
    workflow = yaml.safe_load((EXAMPLES / "github-action.yml").read_text(encoding="utf-8"))
    assert set(workflow["jobs"]["notes"]["steps"][-1]["with"]) <= set(ACTION["inputs"])


def _steps(data: dict[str, Any]) -> list[dict[str, Any]]:
    jobs = data.get("jobs", {}).values()
    return [step for part in (data.get("runs", {}), *jobs) for step in part.get("steps", [])]


@dataclass
class Job:
    """The steps of the action, run in a repository; `summary` and `printed` hold what they said."""

    repository: Scratch
    temp: Path
    context: dict[str, str]
    printed: str = ""
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        path = self.temp / "summary"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def run(self) -> int:
        """Every shell step but the installation; returns the exit code of the first one that fails."""
        for step in ACTION["runs"]["steps"]:
            if "run" in step and step["name"] != "Install notelint":
                code = self.step(step)
                if code:
                    return code
        return 0

    def step(self, step: dict[str, Any]) -> int:
        context = {f"inputs.{name}": about["default"] for name, about in ACTION["inputs"].items()} | self.context | self.outputs
        (self.temp / "output").write_text("", encoding="utf-8")
        script = self.temp / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.repository.folder,
            env=self._environment() | {name: fill(value, context) for name, value in step.get("env", {}).items()},
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed += done.stdout + done.stderr
        for line in (self.temp / "output").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.outputs[f"steps.{step['id']}.outputs.{name}"] = value
        return done.returncode

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "NOTELINT"))}
        files = {"GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary", "GITHUB_PATH": "path"}
        found = self.temp / "path"
        more = found.read_text(encoding="utf-8").splitlines() if found.exists() else []
        path = os.pathsep.join([*more, str(self.temp / "bin"), kept["PATH"]])
        return kept | {"RUNNER_TEMP": str(self.temp), "PATH": path} | {name: str(self.temp / file) for name, file in files.items()}


@pytest.fixture
def repository(tmp_path: Path) -> Scratch:
    """Two commits: old findings, then a new note that is right."""
    scratch = Scratch(tmp_path / "repository")
    scratch.write("notelint.toml", SETTINGS)
    scratch.write("old.md", WRONG)
    scratch.git("init", "-q")
    scratch.commit("old")
    scratch.write("new.md", RIGHT)
    scratch.commit("new")
    return scratch


@pytest.fixture
def job(repository: Scratch, tmp_path: Path, shared_folder: Path) -> Job:
    """A pull request of the second commit; `notelint` is the one under test, and finds the packs compiled by the jobs before."""
    temp = tmp_path / "runner temp"
    temp.mkdir()
    (shared_folder / "notelint-cache").mkdir(exist_ok=True)
    (temp / "notelint-cache").symlink_to(shared_folder / "notelint-cache")
    script = Scratch(temp).write("bin/notelint", f'#!/bin/sh\nPYTHONPATH="{ROOT / "lint"}" exec "{sys.executable}" -m notelint "$@"\n')
    script.chmod(0o755)
    base = repository.git("rev-parse", "HEAD~1").strip()
    context = {"github.event_name": "pull_request", "github.event.pull_request.base.sha": base, "github.event.before": ""}
    return Job(repository, temp, context)


def test_a_clean_pull_request_passes(job: Job) -> None:
    assert job.run() == 0
    assert "Nothing to report in 2 notes." in job.summary
    assert job.outputs["steps.check.outputs.status"] == "0"


def test_a_wrong_pull_request_is_annotated_and_fails(job: Job) -> None:
    job.repository.write("sub dir/new.md", WRONG)
    job.repository.commit()
    assert job.run() == 1
    assert "::error file=sub dir/new.md,line=3," in job.printed
    assert "old.md" not in job.printed
    assert "### sub dir/new.md" in job.summary
    assert not (job.repository.folder / "notelint.sarif").exists()


def test_a_push_reports_everything(job: Job) -> None:
    job.context |= {"github.event_name": "push", "github.event.pull_request.base.sha": "", "github.event.before": "0" * 40}
    assert job.run() == 1
    assert "::error file=old.md" in job.printed


def test_inputs(job: Job) -> None:
    job.context |= {"inputs.only-changes": "false", "inputs.paths": "new.md\n\nold.md\n", "inputs.sarif": "true"}
    assert job.run() == 1
    found = json.loads(job.repository.read("notelint.sarif"))["runs"][0]["results"]
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found] == ["old.md"]
    job.context |= {"inputs.paths": "new.md"}
    assert job.run() == 0


@pytest.mark.parametrize(("setting", "event", "code"), [("true", "pull_request", 1), ("false", "pull_request", 0), ("true", "push", 0)])
def test_settings_of_the_base(job: Job, setting: str, event: str, code: int) -> None:
    job.repository.write("notelint.toml", 'ignore = ["all"]\n')
    job.repository.write("sub/new.md", WRONG)
    job.repository.commit()
    job.context |= {"inputs.settings-from-base": setting, "github.event_name": event}
    assert job.run() == code
    assert ("::error file=sub/new.md,line=3," in job.printed) == bool(code)
    assert job.outputs["steps.check.outputs.status"] == str(code)


def test_coverage_and_its_change(job: Job) -> None:
    job.context |= {"inputs.exam": "mls-c01"}
    assert job.run() == 0
    assert "% covered (+" in job.summary
    assert "worktree" not in job.repository.git("status", "--porcelain")
    assert job.repository.git("worktree", "list").count("\n") == 1


def test_the_gate_on_coverage_fails_the_job(job: Job) -> None:
    job.repository.write("notelint.toml", 'exam = "mls-c01"\n' + SETTINGS + "[coverage]\nfail-under = 99\n")
    job.repository.commit()
    assert job.run() == 1


def test_a_broken_configuration_fails_the_job(job: Job) -> None:
    job.repository.write("notelint.toml", "selct = []\n")
    assert job.run() == 2
    assert "did you mean" in job.printed


def test_a_shallow_checkout(job: Job, tmp_path: Path) -> None:
    job.repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    job.repository.git("clone", "-q", "--depth=1", f"file://{job.repository.folder}", str(tmp_path / "clone"))
    job.repository = Scratch(tmp_path / "clone")
    assert job.run() == 0
    assert "Nothing to report" in job.summary


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the action installs from a checkout, and this is none")
def test_the_action_installs_itself(job: Job, tmp_path: Path) -> None:
    job.context["github.action_path"] = str(copy_of_checkout(tmp_path / "checkout").folder)
    for name in ("venv.py", "pip.py", "ensurepip.py", "notelint.py"):
        job.repository.write(name, f'open({str(tmp_path / "ran")!r}, "a").write({name!r})\n')
    install = next(step for step in ACTION["runs"]["steps"] if step["name"] == "Install notelint")
    assert job.step(install) == 0, job.printed
    (job.temp / "bin" / "notelint").unlink()
    assert job.run() == 0, job.printed
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("merge_request", "code"), [(True, 0), (False, 1)])
def test_the_gitlab_example(job: Job, merge_request: bool, code: int) -> None:
    example = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text(encoding="utf-8"))["notelint"]
    step = {"run": "\n".join(example["script"]), "env": {}, "id": "gitlab"}
    if merge_request:
        step["env"] = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": job.context["github.event.pull_request.base.sha"]}
    assert job.step(step) == code
    found = json.loads(job.repository.read(example["artifacts"]["reports"]["codequality"]))
    assert [one["location"]["path"] for one in found] == ([] if merge_request else ["old.md"])
    assert job.repository.read(example["artifacts"]["reports"]["junit"]).startswith("<?xml")


@pytest.mark.parametrize(("base", "code"), [("github.event.pull_request.base.sha", 0), ("github.event.before", 1)])
def test_the_workflow_example(job: Job, base: str, code: int) -> None:
    workflow = yaml.safe_load((EXAMPLES / "github-workflow.yml").read_text(encoding="utf-8"))
    step = next(step for step in _steps(workflow) if step.get("name") == "Check notes")
    job.context["github.event.pull_request.base.sha"] = job.context[base]
    assert job.step(step | {"id": "check"}) == code
    assert "## notelint" in job.summary
