"""A server that runs all day holds no more than one that has just started."""

import gc
import tracemalloc
from pathlib import Path

from notelint.server.diagnostics import Published
from notelint.server.workspace import Workspace

from tests.engine.tea import NAMES, TEXTS
from tests.server.editor import tea_folder

_ROUNDS = 6
_MOST = 40_000
"""Bytes; the results of one note take more than a kilobyte, so that one that is left behind per edit is noticed."""


def test_edits_leave_nothing_behind(tmp_path: Path) -> None:
    scratch = tea_folder(tmp_path)
    for name, text in zip(NAMES, TEXTS, strict=False):
        scratch.write(name, text)
    workspace = Workspace(str(tmp_path))
    workspace.take(workspace.read(lambda done, of: None))
    published = Published(workspace)

    def edit_all() -> int:
        for text in TEXTS:
            for name in ("a.md", "sub/b.md"):
                workspace.edit(name, text)
                published.changes()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        edit_all()
        before = edit_all()
        assert max(edit_all() for _ in range(_ROUNDS)) - before < _MOST
    finally:
        tracemalloc.stop()
