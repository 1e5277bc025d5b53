"""A copy of this checkout as it stands, as a repository that pre-commit can take hooks from."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT
from tests.scratch import Scratch


def copy_of_checkout(folder: Path) -> Scratch:
    """All files that git knows of, with changes that are not committed yet, in one commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in map(os.fsdecode, filter(None, listed.stdout.split(b"\0"))):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    copy = Scratch(folder)
    copy.git("init", "-q")
    copy.commit("as it stands")
    return copy
