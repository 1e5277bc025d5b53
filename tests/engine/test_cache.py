"""The cache makes runs quicker and changes nothing else, whatever happens to it or to the notes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from notelint import __version__
from notelint.dictionary.words import load_words
from notelint.engine.store import cache as cache_module
from notelint.engine.store import context, stamp
from notelint.engine.store.cache import Cache

from tests.conftest import ROOT
from tests.engine.tea import TEXTS, check_equal, run, settle, write_notes
from tests.scratch import Scratch

SETTLED = stamp._SETTLED
DATABASE = f".notelint_cache/notelint-{__version__}.sqlite"


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """A few notes with a pack of their own; files count as settled almost at once."""
    monkeypatch.setattr(stamp, "_SETTLED", 0.02)
    monkeypatch.setattr(cache_module, "_PATIENCE", 0.05)
    return write_notes(tmp_path)


def test_the_same_name_in_another_folder_is_another_note(notes: Scratch) -> None:
    """Both are called a.md where they are checked from, are of one size and were written at the same time."""
    for folder, text in (("one", "5 days"), ("two", "9 days")):
        notes.write(f"{folder}/a.md", f"# Widgets\n\n- Retention: {text}\n")
        notes.write(f"{folder}/b.md", "# Widgets\n\n- Retention: 5 days\n")
    settle()
    assert check_equal(Scratch(notes.folder / "one"), ".").code == 0
    assert check_equal(Scratch(notes.folder / "two"), ".").code == 1


def test_a_second_run_reads_nothing(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(notes)
    for module in ("read", "run", "analyse"):
        monkeypatch.setitem(sys.modules, f"notelint.engine.{module}", None)
    assert run(notes) == first


def test_a_file_that_was_only_just_written_is_read_again(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second write within the same tick of the clock leaves size and times as they are."""
    monkeypatch.setattr(stamp, "_SETTLED", 1000.0)
    text = notes.read("a.md")
    status = os.stat(notes.folder / "a.md")
    monkeypatch.setattr(os, "stat", lambda path, **_: status if str(path) == "a.md" else os.lstat(path))
    before = run(notes)
    notes.write("a.md", text.replace("2", "9"))
    after = run(notes)
    assert before != after == run(notes, "--no-cache")


def test_changing_a_file_that_links_lead_to(notes: Scratch) -> None:
    notes.write("a.md", "# Links\n\n[f](file.txt) and [d](folder/)\n")
    assert '"broken-link"' in check_equal(notes, "a.md").out
    notes.write("file.txt", "text")
    (notes.folder / "folder").mkdir()
    assert '"broken-link"' not in check_equal(notes, "a.md").out
    (notes.folder / "file.txt").rename(notes.folder / "File.txt")
    assert '"broken-link"' in check_equal(notes, "a.md").out


def test_no_cache_leaves_nothing(notes: Scratch) -> None:
    run(notes, "--no-cache")
    assert not (notes.folder / ".notelint_cache").exists()
    run(notes)
    before = {path: path.read_bytes() for path in (notes.folder / ".notelint_cache").iterdir()}
    notes.write("a.md", TEXTS[1])
    run(notes, "--no-cache")
    assert {path: path.read_bytes() for path in (notes.folder / ".notelint_cache").iterdir()} == before


def test_git_does_not_see_it(notes: Scratch) -> None:
    notes.git("init", "-q")
    run(notes)
    assert "notelint_cache" not in notes.git("status", "--porcelain", "--untracked-files=all")


def _flip(seed: int) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        chosen = random.Random(seed)
        for _ in range(200):
            data[chosen.randrange(100, len(data))] ^= 1 << chosen.randrange(8)
        path.write_bytes(bytes(data))

    return damage


def _sql(*statements: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with sqlite3.connect(path) as database:
            for statement in statements:
                database.execute(statement)
        database.close()

    return damage


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "other bytes": lambda path: path.write_bytes(b"no database " * 500),
    "header only": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "cut in the middle": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 7]),
    "zeros in the middle": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096)),
    "a folder": _folder,
    "other tables": _sql("DROP TABLE notes", "DROP TABLE runs", "CREATE TABLE notes (a)"),
    "other columns": _sql("ALTER TABLE notes RENAME COLUMN stamp TO other"),
    "other types": _sql("UPDATE notes SET result = 3, digest = 'x', stamp = NULL", "UPDATE runs SET result = NULL"),
    "no text": _sql("UPDATE notes SET stamp = CAST(x'ff' AS TEXT)"),
    "results of others": _sql("UPDATE notes SET result = (SELECT result FROM notes WHERE path = 'b.md')"),
    "stamps of others": _sql("UPDATE notes SET stamp = (SELECT stamp FROM notes WHERE path = 'b.md')"),
    "runs of others": _sql("UPDATE runs SET result = (SELECT result FROM runs ORDER BY made LIMIT 1)"),
    "results of another shape": _sql("UPDATE notes SET result = x'00'", "UPDATE runs SET result = x'9101'"),
    **{f"flipped bits {seed}": _flip(seed) for seed in range(5)},
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage(notes: Scratch, name: str) -> None:
    run(notes, "b.md")
    run(notes)
    path = notes.folder / DATABASE
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode = DELETE")
    database.close()
    DAMAGES[name](path)
    check_equal(notes)
    notes.write("a.md", TEXTS[1])
    settle()
    check_equal(notes)


def test_a_database_of_no_use_is_replaced(notes: Scratch) -> None:
    run(notes)
    DAMAGES["other bytes"](notes.folder / DATABASE)
    run(notes)
    assert (notes.folder / DATABASE).read_bytes().startswith(b"SQLite format 3")


def test_one_of_another_version_is_left_alone(notes: Scratch) -> None:
    other = notes.write(".notelint_cache/notelint-0.0.0.sqlite", b"old")
    check_equal(notes)
    assert other.read_bytes() == b"old"


def test_a_file_in_place_of_the_folder(notes: Scratch) -> None:
    notes.write(".notelint_cache", "mine")
    check_equal(notes)
    assert notes.read(".notelint_cache") == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written(notes: Scratch) -> None:
    notes.folder.chmod(0o555)
    try:
        check_equal(notes)
    finally:
        notes.folder.chmod(0o755)


@pytest.mark.parametrize("mode", ["NORMAL", "EXCLUSIVE"])
def test_a_locked_database_is_left_alone(notes: Scratch, mode: str) -> None:
    run(notes)
    path = notes.folder / DATABASE
    before = path.stat().st_ino
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute(f"PRAGMA locking_mode = {mode}")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("DELETE FROM runs")
    try:
        notes.write("a.md", TEXTS[1])
        check_equal(notes)
        assert path.stat().st_ino == before
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    check_equal(notes)


def test_a_full_disk(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    run(notes)
    connect = cache_module._connect

    def full(path: Path) -> sqlite3.Connection:
        database = connect(path)
        database.execute("PRAGMA max_page_count = 1")
        return database

    monkeypatch.setattr(cache_module, "_connect", full)
    for number in range(30):
        notes.write(f"more{number}.md", TEXTS[number % len(TEXTS)] + "\nSome text that stands here.\n" * 50)
    settle()
    check_equal(notes)
    assert (notes.folder / DATABASE).exists()
    monkeypatch.undo()
    check_equal(notes)


def _hang(path: Path) -> None:
    """Views that never end in the place of the tables."""
    path.unlink()
    with sqlite3.connect(path) as database:
        endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
        database.execute(f"CREATE VIEW runs AS {endless} '' || x AS key, 1 AS made, x'00' AS result FROM c")
        database.execute(
            f"CREATE VIEW notes AS {endless} '' || x AS path, '' AS context, x'00' AS digest, '' AS stamp, x'00' AS result FROM c"
        )
    database.close()


def test_a_database_with_other_tables_is_thrown_away_with_a_remark(notes: Scratch) -> None:
    run(notes)
    _hang(notes.folder / DATABASE)
    cold = run(notes, "--no-cache")
    found = run(notes)
    assert found.out == cold.out
    assert f"{DATABASE} was damaged or no cache of notelint, and is made anew" in found.err
    assert run(notes) == cold


def test_a_statement_that_does_not_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_LONGEST", 0.2)
    cache = Cache(tmp_path)
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    start = time.monotonic()
    assert cache._read(endless, ()) == []
    assert time.monotonic() - start < 5
    assert cache.run("1") is None


def _linked_folder(notes: Scratch) -> Path:
    elsewhere = notes.folder.with_name(f"{notes.folder.name} elsewhere")
    elsewhere.mkdir()
    (notes.folder / ".notelint_cache").symlink_to(elsewhere)
    return elsewhere


def _linked_file(notes: Scratch) -> Path:
    elsewhere = notes.folder.with_name(f"{notes.folder.name} elsewhere")
    elsewhere.mkdir()
    (notes.folder / ".notelint_cache").mkdir()
    (notes.folder / DATABASE).symlink_to(elsewhere / "database")
    return elsewhere


@pytest.mark.parametrize("make", [_linked_folder, _linked_file])
def test_a_link_is_no_cache(notes: Scratch, make: Callable[[Scratch], Path]) -> None:
    elsewhere = make(notes)
    found = run(notes)
    assert found.out == run(notes, "--no-cache").out
    assert "is a symbolic link, and is not used as a cache" in found.err
    assert os.listdir(elsewhere) == []


def test_a_database_under_version_control_is_not_used(notes: Scratch) -> None:
    notes.git("init", "-q")
    run(notes)
    before = (notes.folder / DATABASE).read_bytes()
    notes.git("add", "--force", ".notelint_cache")
    found = run(notes)
    assert found.out == run(notes, "--no-cache").out
    assert ".notelint_cache is under version control, and is not used as a cache" in found.err
    assert (notes.folder / DATABASE).read_bytes() == before


def test_what_somebody_else_wrote_is_not_believed(
    notes: Scratch, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A database in which all notes are clean, made with the same version, settings and notes, on another machine."""
    cold = run(notes, "--no-cache")
    assert cold.code == 1
    with monkeypatch.context() as there:
        there.setattr(cache_module, "user_key", lambda: b"another key")
        there.setattr("notelint.engine.run.run.diagnose", lambda *_: iter(()))
        there.setattr("notelint.engine.run.analyse.NOTE_RULES", ())
        assert run(notes).code == 0
        assert run(notes).code == 0
    assert run(notes) == cold


def test_a_chosen_folder_holds_everything(
    notes: Scratch, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chosen = tmp_path_factory.mktemp("chosen")
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(chosen))
    check_equal(notes)
    assert not (notes.folder / ".notelint_cache").exists()
    assert {path.name.partition("-")[0] for path in chosen.iterdir()} >= {"key", "notelint", "reference"}


def test_a_chosen_folder_in_the_checkout_is_not_used(notes: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    notes.git("init", "-q")
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(notes.folder / "kept"))
    result = check_equal(notes)
    assert "is in the checkout, where a pull request can put files, and is not used" in result.err
    assert not (notes.folder / "kept").exists()


@pytest.mark.parametrize("kind", ["reference", "words"])
@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: data[:5000] + bytes(4096) + data[9096:]])
def test_compiled_packs_and_words_that_are_damaged_are_made_anew(
    kind: str, damage: Callable[[bytes], bytes], notes: Scratch, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chosen = tmp_path_factory.mktemp("chosen")
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(chosen))
    load_words.cache_clear()
    cold = run(notes, "--no-cache")
    path = next(path for path in chosen.iterdir() if path.name.startswith(kind) and path.suffix != ".sum")
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    load_words.cache_clear()
    assert run(notes, "--no-cache") == cold
    assert path.read_bytes() == whole
    load_words.cache_clear()


@pytest.mark.parametrize(
    ("mtime", "ctime", "settled"),
    [(5.5, 5.5, True), (8.5, 5.5, False), (5.5, 8.5, False), (5, 5, False), (5, 5.5, True)],
)
def test_files_that_may_change_within_a_tick_have_no_stamp(
    mtime: float, ctime: float, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time is told from the next one after two seconds, and where seconds are counted whole it never is for certain."""
    now = 10.0
    monkeypatch.setattr(stamp, "_SETTLED", SETTLED)
    monkeypatch.setattr(time, "time_ns", lambda: int(now * 1e9))
    status = SimpleNamespace(st_size=1, st_mtime_ns=int(mtime * 1e9), st_ctime_ns=int(ctime * 1e9), st_ino=1, st_dev=1)
    monkeypatch.setattr(os, "stat", lambda path: status)
    assert bool(stamp.stamp_of("a.md")) is settled


def test_only_the_last_runs_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(20):
        cache.keep_run(str(number), str(number).encode())
    kept = [number for number in range(20) if cache.run(str(number)) is not None]
    assert kept == list(range(4, 20))
    assert cache.run("19") == b"19"


def test_results_of_another_context_are_not_told(tmp_path: Path) -> None:
    Cache(tmp_path, "one").keep_notes([("a.md", b"d", "s", b"r")])
    assert Cache(tmp_path, "one").notes(["a.md"]) == {"a.md": (b"d", "s", b"r")}
    assert Cache(tmp_path, "two").notes(["a.md"]) == {}


def test_changed_code_is_another_context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = Scratch(tmp_path)
    scratch.write("notelint/rules/one.py", "a = 1\n")
    monkeypatch.setattr(context, "__file__", str(scratch.write("notelint/engine/context.py", "")))
    before = context._code()
    assert context._code() == before
    scratch.write("notelint/rules/two.py", "")
    assert context._code() != before


def test_names_that_are_no_text(notes: Scratch) -> None:
    """On systems that allow them."""
    try:
        (notes.folder / "caf\udce9.md").write_text(TEXTS[1])
    except OSError:
        pytest.skip("this file system knows names in UTF-8 only")
    settle()
    result = check_equal(notes)
    assert result.code == 1
    assert (
        '"caf\ufffd.md"' in result.out.encode().decode("unicode_escape", "replace")
        or "caf\\ufffd.md" in result.out
        or "caf\ufffd.md" in result.out
    )
    assert "the name of the file; rename it" in result.out


def _start(scratch: Scratch, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "notelint", "check", "--output-format", "json", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "lint")}
    return subprocess.Popen(
        command, cwd=scratch.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def test_two_runs_at_a_time(notes: Scratch) -> None:
    expected = run(notes, "--no-cache").out.encode()
    for _ in range(2):
        runs = [_start(notes) for _ in range(3)]
        assert [one.communicate() for one in runs] == [(expected, b"")] * 3
        notes.write("c.md", notes.read("c.md"))


@pytest.mark.parametrize("milliseconds", [150, 250, 350])
def test_a_killed_run_does_no_harm(notes: Scratch, milliseconds: int) -> None:
    for number in range(40):
        notes.write(f"more{number}.md", TEXTS[number % len(TEXTS)])
    one = _start(notes)
    time.sleep(milliseconds / 1000)
    one.send_signal(signal.SIGKILL)
    one.communicate()
    check_equal(notes)


def test_coverage_after_a_check_is_as_without_one(notes: Scratch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`check` leaves the outlines of notes to `coverage`, and takes over what that has read."""
    fresh = write_notes(tmp_path_factory.mktemp("fresh"))
    for scratch in (notes, fresh):
        scratch.write("notelint.toml", 'as_of = 2025-06-30\nexam = ["mls-c01"]\n')
        scratch.write(
            "ml.md", "# Amazon Kinesis Data Streams\n\n- Shards take 1 MB per second, and records stay for a day\n- Consumers read them\n"
        )
    settle()
    arguments = ("coverage", "--output-format", "json", ".")
    check_equal(notes)
    expected = fresh.notelint(*arguments)
    assert '"ml.md"' in expected.out
    assert notes.notelint(*arguments) == expected == notes.notelint(*arguments)
    check_equal(notes)


def test_another_option_of_a_rule_is_another_run(notes: Scratch) -> None:
    notes.write("teas.md", "# Teas\n\nThere are 20 kinds of tea:\n\n- **black**\n- **green**\n")
    assert "20 kinds" not in check_equal(notes, "--fail-on", "info").out
    settings = notes.read("notelint.toml") if (notes.folder / "notelint.toml").exists() else ""
    notes.write("notelint.toml", f"{settings}\n[rules.count-mismatch]\nlargest = 20\n")
    assert "20 kinds are announced" in check_equal(notes, "--fail-on", "info").out
