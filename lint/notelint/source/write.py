"""Writes files so that a reader never sees half of one."""

import errno
import os
import re
import shutil
import tempfile
import time
from contextlib import suppress
from typing import Self

_STAGED = re.compile(r"\.notelint-(\d{1,9})-\w+\.tmp")
_HOUR = 3600


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


class Staging:
    """New contents of files, ready beside them. A file that is not what it was, or cannot be written, is left alone; the others are not."""

    def __init__(self) -> None:
        self._ready: dict[str, tuple[bytes, str, str]] = {}
        self._cleared: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for _, _, ready in self._ready.values():
            with suppress(OSError):
                os.unlink(ready)

    def add(self, path: str, before: bytes, after: bytes) -> str:
        """Make `after` ready for the file at `path`, which held `before` when it was read; returns why that cannot be, or nothing."""
        target = os.path.realpath(path)
        self._clear(os.path.dirname(target))
        try:
            if _read(target) != before:
                return CHANGED
            self._ready[path] = (before, target, _stage(target, after))
        except OSError as error:
            return _reason(error)
        return ""

    def replace(self, path: str) -> str:
        """Put what was added in the place of the file; returns why it was left alone, or nothing."""
        before, target, ready = self._ready[path]
        try:
            if _read(target) != before:
                return CHANGED
            os.replace(ready, target)
        except OSError as error:
            return _reason(error)
        del self._ready[path]
        return ""

    def _clear(self, folder: str) -> None:
        """Remove what runs left in the folder that were killed before they were done."""
        if folder in self._cleared:
            return
        self._cleared.add(folder)
        with suppress(OSError):
            for name in os.listdir(folder):
                match = _STAGED.fullmatch(name)
                if match and _is_abandoned(os.path.join(folder, name), int(match[1])):
                    os.unlink(os.path.join(folder, name))


CHANGED = "it has changed since it was read"


def _reason(error: OSError) -> str:
    return "it is gone" if isinstance(error, FileNotFoundError) else error.strerror or str(error)


def _read(path: str) -> bytes:
    with open(path, "rb") as handle:
        return handle.read()


def _is_abandoned(path: str, process: int) -> bool:
    """Whether the process that wrote the file is gone. Where that cannot be asked, an old file is taken for abandoned."""
    if os.name == "posix":
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False
        return False
    return time.time() - os.lstat(path).st_mtime > _HOUR


def _stage(target: str, data: bytes) -> str:
    """A new file beside `target`, with its mode."""
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only", target)
    handle, ready = tempfile.mkstemp(prefix=f".notelint-{os.getpid()}-", suffix=".tmp", dir=os.path.dirname(target))
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
