"""Writes files so that a reader never sees half of one."""

import os
import shutil
import tempfile
from contextlib import suppress


def write_all(contents: dict[str, bytes]) -> None:
    """Replace files, each at once and none before all are ready on the disk; mode and symbolic links stay. Raises OSError."""
    staged: dict[str, str] = {}
    try:
        for path, data in contents.items():
            target = os.path.realpath(path)
            staged[target] = _stage(target, data)
        for target, ready in staged.items():
            os.replace(ready, target)
    finally:
        for ready in staged.values():
            with suppress(FileNotFoundError):
                os.unlink(ready)


def _stage(target: str, data: bytes) -> str:
    """A new file beside `target`, with its mode."""
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise PermissionError(13, "is read-only", target)
    handle, ready = tempfile.mkstemp(prefix=".notelint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            shutil.copymode(target, ready)
        else:
            os.chmod(ready, 0o666 & ~_umask())
    except BaseException:
        os.unlink(ready)
        raise
    return ready


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
