"""Whether a file is still the one that was read."""

import os
import time

_SETTLED = 2.0
"""Seconds after which a file system surely gives a later write another time: those of FAT count in twos."""
_SECOND = 10**9
"""In nanoseconds."""


def stamp_of(path: str) -> str:
    """Changes when the file is written or another one takes its place.

    Empty if it is not there, may be written again within the same tick, or is on a file system that counts in whole seconds.
    """
    try:
        stat = os.stat(path)
    except OSError:
        return ""
    if time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < _SETTLED * _SECOND:
        return ""
    if stat.st_mtime_ns % _SECOND == 0 and stat.st_ctime_ns % _SECOND == 0:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino} {stat.st_dev}"
