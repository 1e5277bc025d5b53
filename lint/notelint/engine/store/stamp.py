"""Whether a file is still the one that was read."""

import os
import time

_SETTLED = 0.1
"""Seconds after which a file system surely gives a later write another time."""


def stamp_of(path: str) -> str:
    """Changes when the file is written or another one takes its place; empty if it is not there, or may be written again within the same tick."""
    try:
        stat = os.stat(path)
    except OSError:
        return ""
    if time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < _SETTLED * 1e9:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino} {stat.st_dev}"
