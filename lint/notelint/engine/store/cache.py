"""What earlier runs found out, in .notelint_cache/ of the project: results by content, and whole runs.

Anything that is wrong with the cache (damaged, of another version, read-only, locked, disk full) only makes a run slower: each entry carries a
checksum, an entry that does not fit is not there, and a store that cannot be used is left alone.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from notelint import __version__
from notelint.source.digest import blake2b

FOLDER = ".notelint_cache"
AT_ONCE = 500
"""Notes that are asked for together: a statement holds only so many values, and a run only so many encoded results."""
_RUNS_KEPT = 16
"""Each run comes with an index."""
_PATIENCE = 2.0
"""Seconds to wait for another run that is writing."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (path TEXT, context TEXT, digest BLOB, stamp TEXT, result BLOB, PRIMARY KEY (path, context)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (key TEXT PRIMARY KEY, made INTEGER, result BLOB) WITHOUT ROWID;
"""
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_INTERRUPT,
    }
)
"""Troubles that say nothing against the file: another run writes, the disk is full."""

Row = tuple[object, ...]


class Cache:
    """One project's cache; `context` names what results depend on beside the text (packs, options, version)."""

    def __init__(self, root: Path | None, context: str = "") -> None:
        self._context = context
        self._path = root / FOLDER / f"notelint-{__version__}.sqlite" if root else None
        self._database = _open(self._path) if self._path else None

    def close(self) -> None:
        """Let go of the file; nothing is kept from here on."""
        database, self._database = self._database, None
        with suppress(sqlite3.Error):
            if database:
                database.close()

    def run(self, key: str) -> bytes | None:
        """The result that was kept for a whole run."""
        rows = self._read("SELECT result FROM runs WHERE key = ?", (key,))
        return _unsealed(rows[0][0], key) if rows else None

    def keep_run(self, key: str, result: bytes) -> None:
        """Keep a whole run; the oldest beyond a few are dropped."""
        self._write(
            [
                ("INSERT OR REPLACE INTO runs VALUES (?, (SELECT coalesce(max(made), 0) + 1 FROM runs), ?)", [(key, _sealed(result, key))]),
                ("DELETE FROM runs WHERE key NOT IN (SELECT key FROM runs ORDER BY made DESC LIMIT ?)", [(_RUNS_KEPT,)]),
            ]
        )

    def notes(self, paths: Sequence[str]) -> dict[str, tuple[bytes, str, bytes]]:
        """Path -> digest of the text, stamp of the file and result, of those of the notes at `paths` that were kept in this context."""
        found: dict[str, tuple[bytes, str, bytes]] = {}
        query = f"SELECT path, digest, stamp, result FROM notes WHERE context = ? AND path IN ({', '.join('?' * len(paths))})"  # noqa: S608
        for path, digest, stamp, sealed in self._read(query, (self._context, *paths)):
            result = _unsealed(sealed, path, self._context, digest, stamp)
            if result is not None and isinstance(path, str) and isinstance(digest, bytes) and isinstance(stamp, str):
                found[path] = (digest, stamp, result)
        return found

    def keep_notes(self, entries: Iterable[tuple[str, bytes, str, bytes]]) -> None:
        """Keep results: path, digest, stamp, result; what was kept of these paths in other contexts goes."""
        rows: list[Row] = [
            (path, self._context, digest, stamp, _sealed(result, path, self._context, digest, stamp))
            for path, digest, stamp, result in entries
        ]
        if rows:
            self._write(
                [
                    ("DELETE FROM notes WHERE path = ?", [(row[0],) for row in rows]),
                    ("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", rows),
                ]
            )

    def _read(self, query: str, values: Row) -> list[Row]:
        if self._database is None:
            return []
        try:
            return self._database.execute(query, values).fetchall()
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self._give_up(error)
            return []

    def _write(self, statements: list[tuple[str, list[Row]]]) -> None:
        if self._database is None:
            return
        try:
            with self._database:
                for query, rows in statements:
                    self._database.executemany(query, rows)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without; take the file away if it is of no use to anybody."""
        self.close()
        if self._path and not _is_passing(error):
            _remove(self._path)


def _open(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        return _connect(path)
    except sqlite3.Error as error:
        if _is_passing(error):
            return None
        _remove(path)
        with suppress(sqlite3.Error):
            return _connect(path)
    except OSError:
        pass
    return None


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _is_passing(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in _PASSING


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            os.unlink(f"{path}{ending}")


def _sealed(result: bytes, *about: object) -> bytes:
    """With a checksum of the result and of what it is kept under."""
    return blake2b(repr(about).encode() + result, digest_size=8).digest() + result


def _unsealed(sealed: object, *about: object) -> bytes | None:
    """The result, if it is whole and is what was kept under that."""
    if not isinstance(sealed, bytes) or _sealed(sealed[8:], *about) != sealed:
        return None
    return sealed[8:]
