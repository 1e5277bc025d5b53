"""The server in Neovim, where that is installed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.editor import tea_folder


@pytest.mark.skipif(not shutil.which("nvim"), reason="there is no Neovim here")
def test_neovim_shows_fixes_and_renames(tmp_path: Path) -> None:
    tea_folder(tmp_path, a="# Green tea\n\n- Steeping time: 9 minutes\n", b="# More\n\nSee [tea](a.md#green-tea).\n")
    script = Path(__file__).with_name("neovim.lua")
    environment = os.environ | {"SERVER": f"{sys.executable}\n-m\nnotelint\nserver", "XDG_STATE_HOME": str(tmp_path / ".state")}
    command = ["nvim", "--headless", "--clean", "-c", f"luafile {script}"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert "{" in done.stdout, done.stderr
    found = json.loads(done.stdout[done.stdout.index("{") :])
    assert found["first"] == [[2, 17, "wrong-value", "Green tea, steeping time: 1 to 3 minutes, not 9 minutes (as of 2026-01-31)"]]
    assert found["hover"].startswith("**Green tea, steeping time**: contradicts")
    assert found["typed"] == ["misspelling"]
    assert found["fixed"] == ["# Green tea", "", "- 😀 Steeping time: 2 minutes", "- It was received"]
    assert found["renamed"] == ["# More", "", "See [tea](a.md#tea)."]
