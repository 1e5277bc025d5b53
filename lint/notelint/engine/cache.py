"""What earlier runs found out, in .notelint_cache/ of the project: results by content, and whole runs.

Anything that is wrong with the cache (damaged, of another version, read-only, locked, disk full) only makes a run slower: each entry carries a
checksum, an entry that does not fit is not there, and a store that cannot be used is left alone.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from notelint import __version__

FOLDER = ".notelint_cache"
_RUNS_KEPT = 8
_SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (path TEXT, context TEXT, digest BLOB, stamp TEXT, result BLOB, PRIMARY KEY (path, context)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (key TEXT PRIMARY KEY, made INTEGER, result BLOB) WITHOUT ROWID;
"""


Row = tuple[object, ...]


class Cache:
    """One project's cache; `context` names what results depend on beside the text (packs, options, version)."""

    def __init__(self, root: Path | None, context: str = "") -> None:
        self._context = context
        self._database = _open(root) if root else None

    def run(self, key: str) -> bytes | None:
        """The result that was kept for a whole run."""
        rows = self._read("SELECT result FROM runs WHERE key = ?", (key,))
        return _checked(rows[0][0]) if rows else None

    def keep_run(self, key: str, result: bytes) -> None:
        """Keep a whole run; the oldest beyond a few are dropped."""
        self._write(
            [
                ("INSERT OR REPLACE INTO runs VALUES (?, (SELECT coalesce(max(made), 0) + 1 FROM runs), ?)", [(key, _sealed(result))]),
                ("DELETE FROM runs WHERE key NOT IN (SELECT key FROM runs ORDER BY made DESC LIMIT ?)", [(_RUNS_KEPT,)]),
            ]
        )

    def notes(self) -> dict[str, tuple[bytes, str, bytes]]:
        """Path -> digest of the text, stamp of the file and result, of every note that was kept in this context."""
        found: dict[str, tuple[bytes, str, bytes]] = {}
        for path, digest, stamp, sealed in self._read("SELECT path, digest, stamp, result FROM notes WHERE context = ?", (self._context,)):
            result = _checked(sealed)
            if result is not None and isinstance(path, str) and isinstance(digest, bytes) and isinstance(stamp, str):
                found[path] = (digest, stamp, result)
        return found

    def keep_notes(self, entries: Iterable[tuple[str, bytes, str, bytes]]) -> None:
        """Keep results: path, digest, stamp, result; what was kept of these paths in other contexts goes."""
        rows: list[Row] = [(path, self._context, digest, stamp, _sealed(result)) for path, digest, stamp, result in entries]
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
        except (sqlite3.Error, OverflowError):
            self._give_up()
            return []

    def _write(self, statements: list[tuple[str, list[Row]]]) -> None:
        if self._database is None:
            return
        try:
            with self._database:
                for query, rows in statements:
                    self._database.executemany(query, rows)
        except sqlite3.Error as error:
            if "locked" not in str(error) and "readonly" not in str(error) and "full" not in str(error):
                self._give_up()

    def _give_up(self) -> None:
        """The file is of no use: take it away if that is possible, and go on without."""
        database, self._database = self._database, None
        path = ""
        with suppress(sqlite3.Error):
            path = database.execute("PRAGMA database_list").fetchone()[2] if database else ""
        with suppress(sqlite3.Error):
            if database:
                database.close()
        _remove(path or self._path)

    _path = ""


def _open(root: Path) -> sqlite3.Connection | None:
    folder = root / FOLDER
    path = folder / f"notelint-{__version__}.sqlite"
    try:
        if not folder.is_dir():
            folder.mkdir()
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        return _connect(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            return None
        _remove(str(path))
        with suppress(sqlite3.Error):
            return _connect(path)
    except OSError:
        pass
    return None


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=2.0)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _remove(path: str) -> None:
    for name in (path, path + "-wal", path + "-shm"):
        with suppress(OSError):
            if path:
                os.unlink(name)


def _sealed(result: bytes) -> bytes:
    return blake2b(result, digest_size=8).digest() + result


def _checked(sealed: object) -> bytes | None:
    """The result, if it is whole."""
    if not isinstance(sealed, bytes) or blake2b(sealed[8:], digest_size=8).digest() != sealed[:8]:
        return None
    return sealed[8:]
