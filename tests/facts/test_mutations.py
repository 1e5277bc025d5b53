"""The mutation benchmark changes true claims, counts what is caught, and says the same at every run."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.facts.test_second_subject import TRUE

ROOT = Path(__file__).resolve().parents[2]


def _run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "lint")}
    command = [sys.executable, "benchmarks/mutations.py", "--pack", "kubernetes", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def _outcome(*arguments: str) -> dict[str, Any]:
    result = _run("--json", *arguments)
    assert result.returncode == 0, result.stderr
    outcome: dict[str, Any] = json.loads(result.stdout)
    return outcome


def test_most_mutants_are_caught_and_nothing_else_is_accused(tmp_path: Path) -> None:
    (tmp_path / "true.md").write_text(TRUE, encoding="utf-8")
    outcome = _outcome(str(tmp_path))
    assert outcome["claims"] >= 12
    assert outcome["mutants"] >= 30
    assert outcome["share"] >= 0.7
    assert outcome["reported"] == []
    assert outcome["accused"] == []
    assert outcome["kinds"]["unit"]["caught"]
    assert sum(kind["mutants"] for kind in outcome["kinds"].values()) == outcome["mutants"]
    assert outcome["mutants"] - outcome["caught"] == len(outcome["missed"])


def test_a_seed_gives_the_same_mutants_again(tmp_path: Path) -> None:
    (tmp_path / "true.md").write_text(TRUE, encoding="utf-8")
    first = _outcome("--limit", "8", "--seed", "3", str(tmp_path))
    assert first["mutants"] == 8
    assert first == _outcome("--limit", "8", "--seed", "3", str(tmp_path))


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    result = _run(str(tmp_path / "nowhere"))
    assert result.returncode == 2
    assert "nowhere" in result.stderr
