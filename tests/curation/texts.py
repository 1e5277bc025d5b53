"""An invented release of botocore, and an invented documentation in a git repository."""

import json
import subprocess
from typing import Any

from tests.reference.packs import ATTRIBUTES, VOCABULARY
from tests.scratch import Scratch

MEMBER = "botocore:1.0.0/tea/2020-01-01#BrewRequest.members.SteepInSeconds"
VALUE = """\
  - entity: tea.green
    attribute: steeping_time
    role: {role}
    value: {value}
    source: https://example.org/tea
    evidence: {evidence}
    as-of: 2026-01-31
"""


def write_botocore(scratch: Scratch, folder: str, release: str = "1.0.0", most: int = 900) -> None:
    """The package in a folder: one service, one member with a bound."""
    text = f"<p>How long to steep. The default is 60 seconds, and the maximum is {most:,} seconds.</p><p>Used by Brew.</p>"
    model: dict[str, Any] = {
        "operations": {"Brew": {"input": {"shape": "BrewRequest"}, "documentation": "<p>Brews a pot.</p>"}},
        "shapes": {
            "BrewRequest": {"type": "structure", "members": {"SteepInSeconds": {"shape": "Steep", "documentation": text}}},
            "Steep": {"type": "integer", "min": 60, "max": most},
            "Leaf": {"type": "string", "enum": ["GREEN_LEAF", "BLACK_LEAF"]},
        },
    }
    scratch.write(f"{folder}/botocore/__init__.py", f"__version__ = '{release}'\n")
    scratch.write(f"{folder}/botocore/data/tea/2020-01-01/service-2.json", json.dumps(model))


def git(scratch: Scratch, folder: str, *arguments: str) -> str:
    """Run git in a folder."""
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        cwd=scratch.folder / folder,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def write_docs(scratch: Scratch, folder: str, *texts: str) -> list[str]:
    """Commits of a repository, each with docs/limits.md of one of the texts."""
    (scratch.folder / folder).mkdir(parents=True)
    git(scratch, folder, "init", "-q")
    commits = []
    for text in texts:
        scratch.write(f"{folder}/docs/limits.md", text)
        git(scratch, folder, "add", "-A")
        git(scratch, folder, "commit", "-q", "-m", "docs", "--date", "2024-05-01T00:00:00")
        commits.append(git(scratch, folder, "rev-parse", "HEAD"))
    return commits


def write_values(scratch: Scratch, *values: tuple[str, str, str]) -> None:
    """A pack whose values are (role, value, evidence)."""
    scratch.write("schema/vocabulary/tea.yaml", VOCABULARY)
    scratch.write("schema/attributes/tea.yaml", ATTRIBUTES)
    text = "".join(VALUE.format(role=role, value=value, evidence=evidence) for role, value, evidence in values)
    scratch.write("schema/values/tea.yaml", f"values:\n{text}")
    scratch.write("notelint.toml", 'packs = ["general"]\n')
