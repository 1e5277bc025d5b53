"""Files that notelint keeps for itself in the user's cache folder."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_WEEK = 7 * 24 * 3600


def cache_folder() -> Path:
    """$NOTELINT_CACHE_DIR, else notelint/ in the user's cache folder of this system."""
    if chosen := os.environ.get("NOTELINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "notelint"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "notelint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "notelint"


def write_atomically(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all; a folder that cannot be written is no error. Older ones of its kind that nobody made for a week go."""
    import tempfile  # noqa: PLC0415 - few runs write here

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as handle:
            handle.write(data)
        os.replace(handle.name, path)
    for other in path.parent.glob(f"{path.name.partition('-')[0]}-*{path.suffix}"):
        with suppress(OSError):
            if other != path and time.time() - other.stat().st_mtime > _WEEK:
                other.unlink()
