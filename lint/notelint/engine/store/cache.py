"""What earlier runs found out, in .notelint_cache/ of the project (or in $NOTELINT_CACHE_DIR): results by content, and whole runs.

Anything that is wrong with the cache (damaged, of another version, read-only, locked, disk full) only makes a run slower: each entry is sealed with
a key of this user, an entry that does not fit is not there, and a store that cannot be used is left alone. A database that somebody else may have
put there is not opened, and is given little time.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from notelint.engine.store.ownership import ENDINGS, FOLDER, database_path, shown, why_not_ours
from notelint.source.digest import blake2b
from notelint.source.user_cache import user_key

AT_ONCE = 500
"""Notes that are asked for together: a statement holds only so many values, and a run only so many encoded results."""
_RUNS_KEPT = 16
"""Each run comes with an index."""
_PATIENCE = 2.0
"""Seconds to wait for another run that is writing."""
_TABLES = {
    "notes": "CREATE TABLE notes (path TEXT, context TEXT, digest BLOB, stamp TEXT, result BLOB, PRIMARY KEY (path, context)) WITHOUT ROWID",
    "runs": "CREATE TABLE runs (key TEXT PRIMARY KEY, made INTEGER, result BLOB) WITHOUT ROWID",
}
_LONGEST = 10.0
"""Seconds that one statement may take."""
_STEPS = 100_000
"""Steps of SQLite's machine between two looks at the clock."""
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
    """One project's cache; `context` names what results depend on beside the text (packs, options, version).

    `remark` says why a database that is there is not used, or was thrown away.
    """

    def __init__(self, root: Path | None, context: str = "") -> None:
        self._context = context
        self._path = database_path(root) if root else None
        self.remark = why_not_ours(self._path, root) if self._path and root else ""
        self._database = self._opened(self._path) if self._path and not self.remark else None
        self._key = user_key() if self._database else b""

    def close(self) -> None:
        """Let go of the file; nothing is kept from here on."""
        database, self._database = self._database, None
        with suppress(sqlite3.Error):
            if database:
                database.close()

    def run(self, key: str) -> bytes | None:
        """The result that was kept for a whole run."""
        rows = self._read("SELECT result FROM runs WHERE key = ?", (key,))
        return self._unsealed(rows[0][0], key) if rows else None

    def keep_run(self, key: str, result: bytes) -> None:
        """Keep a whole run; the oldest beyond a few are dropped."""
        self._write(
            [
                (
                    "INSERT OR REPLACE INTO runs VALUES (?, (SELECT coalesce(max(made), 0) + 1 FROM runs), ?)",
                    [(key, self._sealed(result, key))],
                ),
                ("DELETE FROM runs WHERE key NOT IN (SELECT key FROM runs ORDER BY made DESC LIMIT ?)", [(_RUNS_KEPT,)]),
            ]
        )

    def notes(self, paths: Sequence[str]) -> dict[str, tuple[bytes, str, bytes]]:
        """Path -> digest of the text, stamp of the file and result, of those of the notes at `paths` that were kept in this context."""
        found: dict[str, tuple[bytes, str, bytes]] = {}
        query = f"SELECT path, digest, stamp, result FROM notes WHERE context = ? AND path IN ({', '.join('?' * len(paths))})"  # noqa: S608
        for path, digest, stamp, sealed in self._read(query, (self._context, *paths)):
            result = self._unsealed(sealed, path, self._context, digest, stamp)
            if result is not None and isinstance(path, str) and isinstance(digest, bytes) and isinstance(stamp, str):
                found[path] = (digest, stamp, result)
        return found

    def keep_notes(self, entries: Iterable[tuple[str, bytes, str, bytes]]) -> None:
        """Keep results: path, digest, stamp, result; what was kept of these paths in other contexts goes."""
        rows: list[Row] = [
            (path, self._context, digest, stamp, self._sealed(result, path, self._context, digest, stamp))
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
            _limit(self._database)
            return self._database.execute(query, values).fetchall()
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self._give_up(error)
            return []

    def _write(self, statements: list[tuple[str, list[Row]]]) -> None:
        if self._database is None:
            return
        try:
            _limit(self._database)
            with self._database:
                for query, rows in statements:
                    self._database.executemany(query, rows)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without; take the file away if it is of no use to anybody."""
        self.close()
        if self._path and not _is_passing(error):
            self.remark = f"{shown(self._path)} was damaged, and is made anew"
            _remove(self._path)

    def _opened(self, path: Path) -> sqlite3.Connection | None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            ignore = path.parent / ".gitignore"
            if path.parent.name == FOLDER and not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            return _connect(path)
        except sqlite3.Error as error:
            if _is_passing(error):
                return None
            self.remark = f"{shown(path)} was damaged or no cache of notelint, and is made anew"
            _remove(path)
            with suppress(sqlite3.Error):
                return _connect(path)
        except OSError:
            pass
        return None

    def _sealed(self, result: bytes, *about: object) -> bytes:
        """With a code of the result and of what it is kept under, which nobody can make who does not have the key."""
        return blake2b(repr(about).encode() + result, digest_size=8, key=self._key).digest() + result

    def _unsealed(self, sealed: object, *about: object) -> bytes | None:
        """The result, if it is whole and is what was kept under that."""
        if not isinstance(sealed, bytes) or self._sealed(sealed[8:], *about) != sealed:
            return None
        return sealed[8:]


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _limit(database)
        database.execute("PRAGMA trusted_schema = OFF")
        found = dict(database.execute("SELECT name, sql FROM sqlite_schema").fetchall())
        if found not in ({}, _TABLES):
            raise sqlite3.DatabaseError("other tables than those of notelint")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if not found:
            with database:
                database.execute("BEGIN IMMEDIATE")
                for name, table in _TABLES.items():
                    database.execute(table.replace(f"TABLE {name}", f"TABLE IF NOT EXISTS {name}"))
    except sqlite3.Error:
        database.close()
        raise
    return database


def _limit(database: sqlite3.Connection) -> None:
    """End what takes longer than anything that notelint asks for."""
    end = monotonic() + _LONGEST
    database.set_progress_handler(lambda: monotonic() > end, _STEPS)


def _is_passing(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in _PASSING


def _remove(path: Path) -> None:
    for ending in ENDINGS:
        with suppress(OSError):
            os.unlink(f"{path}{ending}")
