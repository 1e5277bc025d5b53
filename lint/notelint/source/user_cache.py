"""Files that notelint keeps for itself in the user's cache folder."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from notelint.source.boundary import checkout_around, is_below

_WEEK = 7 * 24 * 3600
_KEY_BYTES = 32


def cache_folder() -> Path:
    """$NOTELINT_CACHE_DIR, else notelint/ in the user's cache folder of this system. What is kept there is trusted, so it may not be in a checkout."""
    chosen = chosen_folder()
    if chosen and not is_in_checkout(chosen):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "notelint"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "notelint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "notelint"


def chosen_folder() -> str | None:
    """$NOTELINT_CACHE_DIR."""
    return os.environ.get("NOTELINT_CACHE_DIR")


def is_in_checkout(folder: str) -> bool:
    """Whether the folder is in the checkout around the working directory, where a pull request can put files."""
    checkout = checkout_around(os.getcwd())
    return os.path.lexists(os.path.join(checkout, ".git")) and is_below(os.path.realpath(folder), os.path.realpath(checkout))


def is_intact(path: Path) -> bool:
    """Whether the file is what was written. It is read through only when something has touched it since that was last found out."""
    try:
        stamp, checksum = _sum_of(path).read_text(encoding="ascii").split("\n")
        now = _stamp(path)
        if stamp != now:
            if checksum != _checksum(path.read_bytes()):
                return False
            _replace(_sum_of(path), f"{now}\n{checksum}".encode())
    except (OSError, ValueError):
        return False
    return True


def read_intact(path: Path) -> bytes | None:
    """The bytes of the file, if they are what was written."""
    with suppress(OSError):
        if is_intact(path):
            return path.read_bytes()
    return None


def write_atomically(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all, with a checksum beside it; a folder that cannot be written is no error. Older ones of its kind that nobody made for a week go."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
        _replace(_sum_of(path), f"{_stamp(path)}\n{_checksum(data)}".encode())
    for other in path.parent.glob(f"{path.name.partition('-')[0]}-*"):
        with suppress(OSError):
            if time.time() - other.stat().st_mtime > _WEEK and other not in (path, _sum_of(path)):
                other.unlink()


def user_key() -> bytes:
    """A secret of this user, made when it is first asked for: what is sealed with it was written by notelint for this user, whatever file it is found in."""
    path = cache_folder() / "key"
    with suppress(OSError):
        key = path.read_bytes()
        if len(key) == _KEY_BYTES:
            return key
    key = os.urandom(_KEY_BYTES)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, key)
    return key


def _sum_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.sum")


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _checksum(data: bytes) -> str:
    return f"{crc32(data):08x}"


def _replace(path: Path, data: bytes) -> None:
    """What a killed run leaves is named as the files of its kind, and goes with them."""
    import tempfile  # noqa: PLC0415 - few runs write here

    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name.partition('-')[0]}-", delete=False) as handle:
        handle.write(data)
    os.replace(handle.name, path)
