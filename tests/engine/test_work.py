"""Where notes are analysed makes no difference."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from notelint.config import Config, Options
from notelint.engine.run import process_pool, read, work
from notelint.engine.run.read import read_notes
from notelint.engine.run.result import NoteResult
from notelint.engine.store import stamp
from notelint.engine.store.cache import Cache
from notelint.reference import Reference, load_reference

from tests.conftest import ROOT
from tests.scratch import Scratch

TEXT = "# Kinesis Video Streams\n\n- Retention: {} to 10 years\n\n[x](gone{}.md) and the compaany\n\nSome text that stands here.\n"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return Config(Options(as_of=date(2025, 6, 30)), tmp_path_factory.mktemp("notes"))


@pytest.fixture(scope="module")
def packs(config: Config) -> Reference:
    return load_reference(config)


@pytest.fixture(scope="module")
def files(config: Config) -> list[str]:
    """Notes of several sizes, one of them no text."""
    for number in range(12):
        (config.root / f"{number:02}.md").write_text(TEXT.format(number + 1, number) * (1 + number % 5))
    (config.root / "latin.md").write_bytes(b"caf\xe9\n")
    return sorted(str(path) for path in config.root.glob("*.md"))


@pytest.fixture(scope="module")
def expected(files: list[str], config: Config, packs: Reference) -> dict[str, NoteResult]:
    found = read_notes(files, config, packs)
    assert list(found) == files
    assert sum(len(result.findings) for result in found.values()) > 20
    return found


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool, "_BATCH", 500)


def test_processes(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "ENOUGH", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    seen: list[tuple[int, int]] = []
    found = read_notes(files, config, packs, progress=lambda done, total: seen.append((done, total)))
    assert found == expected
    assert list(found) == files
    assert seen == [(number, len(files)) for number in range(1, len(files) + 1)]


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="processes that are not forked load the packs themselves")
def test_forked_processes_have_the_packs(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Reference:
        raise AssertionError("the packs were loaded again")

    monkeypatch.setattr(work, "ENOUGH", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(process_pool, "load_reference", refuse)
    assert read_notes(files, config, packs) == expected


def test_the_environment_is_left_as_it_was(files: list[str], config: Config, packs: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", None):
        if value is None:
            monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
        else:
            monkeypatch.setenv("PYTHONSAFEPATH", value)
        before = dict(os.environ)
        read_notes(files, config, packs)
        assert dict(os.environ) == before


def test_threads(files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult]) -> None:
    with ThreadPoolExecutor(3) as executor:
        assert read_notes(files, config, packs, executor=executor) == expected


class _Breaking(Executor):
    """Does some batches and then breaks down, as a pool does whose process was killed."""

    def __init__(self, good: int) -> None:
        self.good = good

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.good -= 1
        if self.good >= 0:
            future.set_result(fn(*args, **kwargs))
        else:
            future.set_exception(BrokenExecutor("gone"))
        return future


@pytest.mark.parametrize("good", [0, 3])
def test_one_that_breaks_down(files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], good: int) -> None:
    assert read_notes(files, config, packs, executor=_Breaking(good)) == expected


class _Frozen(Executor):
    """Does the first batches and never comes back with the others, as workers do whose machine hangs."""

    def __init__(self, good: int) -> None:
        self.good = good

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.good -= 1
        if self.good >= 0:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.parametrize("good", [0, 3])
def test_one_that_freezes(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], good: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "_PATIENCE", 0.1)
    assert read_notes(files, config, packs, executor=_Frozen(good)) == expected


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_processes_import_nothing_from_the_working_directory(tmp_path: Path, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method} here")
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    for name in ("multiprocessing", "notelint", "random", "msgspec", "encodings", "site", "usercustomize"):
        (hostile / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})\n")
    for number in range(4):
        (hostile / f"{number}.md").write_text(TEXT.format(number, number))
    script = tmp_path / "script" / "run.py"
    script.parent.mkdir()
    script.write_text(
        "import multiprocessing, os, sys\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    from notelint.engine.run import work\n"
        "    work.ENOUGH = 0\n"
        "    os.cpu_count = lambda: 2\n"
        "    from notelint.cli import run\n"
        "    sys.argv[1:] = ['check', '--no-cache', '--select', 'broken-link', '--output-format', 'concise', '.']\n"
        "    run()\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "lint")}
    done = subprocess.run([sys.executable, str(script)], cwd=hostile, env=environment, capture_output=True, text=True, check=False)
    assert "Found 4 errors in 4 of 4 notes." in done.stdout, done.stderr
    assert not (tmp_path / "ran").exists()


def test_the_module_imports_nothing_from_the_working_directory(tmp_path: Path) -> None:
    """What is imported when it is first needed, such as yaml, included."""
    for name in ("yaml", "difflib", "rapidfuzz", "msgspec"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})\n")
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\n\n# A\n\nThe compaany is here.\n")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "lint")}
    command = [sys.executable, "-m", "notelint", "check", "--no-cache", "--output-format", "concise", "."]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "misspelling" in done.stdout, done.stderr
    assert not (tmp_path / "ran").exists()


def test_no_process_can_be_started(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(work, "ENOUGH", 0)
    monkeypatch.setattr(process_pool, "ProcessPoolExecutor", refuse)
    assert read_notes(files, config, packs) == expected


class _Idle(Executor):
    """Does nothing before somebody waits for it."""

    def __init__(self) -> None:
        self.batches = 0
        self.most = 0
        self._waiting: list[tuple[Future[Any], Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self._waiting.append((future, lambda: fn(*args, **kwargs)))
        self.batches += 1
        self.most = max(self.most, len(self._waiting))
        return future

    def work(self, futures: set[Future[Any]], *_: Any) -> tuple[set[Future[Any]], set[Future[Any]]]:
        for future, do in self._waiting:
            future.set_result(do())
        self._waiting = []
        return futures, set()


def test_few_texts_are_held_at_a_time(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    executor = _Idle()
    monkeypatch.setattr(process_pool, "_MOST", 2)
    monkeypatch.setattr(process_pool, "wait", executor.work)
    assert read_notes(files, config, packs, executor=executor) == expected
    assert executor.most == 2
    assert executor.batches > 3


@pytest.mark.parametrize("processes", [True, False])
def test_a_note_that_goes_away_is_a_finding(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], monkeypatch: pytest.MonkeyPatch, *, processes: bool
) -> None:
    """And the others are read."""
    gone = str(config.root / "gone.md")
    monkeypatch.setattr(work, "ENOUGH", 0 if processes else 10**9)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    found = read_notes([gone, *files], config, packs)
    missing = found.pop(gone)
    assert [(rule, finding.message) for rule, finding in missing.findings] == [("unread-note", "cannot be read: No such file or directory")]
    assert not missing.is_sound
    assert found == expected


def test_what_a_run_found_out_before_it_was_stopped_is_kept(
    files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(done: int, total: int) -> None:
        if done == 7:
            raise KeyboardInterrupt

    monkeypatch.setattr(read, "_WRITTEN_AT_ONCE", 3)
    monkeypatch.setattr(stamp, "_SETTLED", 0)
    cache = Cache(tmp_path, "here")
    with pytest.raises(KeyboardInterrupt):
        read_notes(files, config, packs, cache, progress=stop)
    seen: list[int] = []
    assert read_notes(files, config, packs, cache, progress=lambda done, total: seen.append(total)) == expected
    assert set(seen) == {len(files) - 6}
    cache.close()


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="needs /proc to see processes")
def test_processes_end_with_the_run(tmp_path: Path) -> None:
    """Even if it is killed, when nothing can be cleared up."""
    for number in range(4):
        (tmp_path / f"{number}.md").write_text(TEXT.format(number, number) * 4000)
    command = [sys.executable, "-m", "notelint", "check", "--no-cache", "--select", "facts", "."]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "lint")}
    run = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        workers = _wait_for(lambda: _children(run.pid), 20)
    finally:
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert workers
    assert _wait_for(lambda: not any(os.path.exists(f"/proc/{worker}") for worker in workers), 5)


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(word) for word in text.split()]


def _wait_for(found: Any, seconds: float) -> Any:
    end = time.monotonic() + seconds
    while not (value := found()) and time.monotonic() < end:
        time.sleep(0.02)
    return value


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers, which are processes."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'notelint[dask]'")
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(ROOT / "lint")
    try:
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster:
            yield str(cluster.scheduler_address).removeprefix("tcp://")
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


def test_dask(cluster: str, files: list[str], config: Config, packs: Reference, expected: dict[str, NoteResult]) -> None:
    from notelint.cli.executors import executor_at

    with executor_at(f"dask://{cluster}") as executor:
        assert read_notes(files, config, packs, executor=executor) == expected


def test_dask_from_the_command_line(cluster: str, scratch: Scratch) -> None:
    for number in range(5):
        scratch.write(f"{number}.md", TEXT.format(number + 1, number))
    here = scratch.check("--no-cache")
    assert scratch.check("--no-cache", "--executor", f"dask://{cluster}") == here
    assert here.code == 1


@pytest.mark.parametrize(
    ("address", "told"),
    [("here", "expected dask://HOST:PORT, got 'here'"), ("dask://127.0.0.1:1", "no Dask scheduler at dask://127.0.0.1:1")],
)
def test_no_cluster(scratch: Scratch, address: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if address.startswith("dask"):
        pytest.importorskip("distributed", reason="Dask is not installed")
        monkeypatch.setattr("notelint.cli.executors._SECONDS", 0.3)
    scratch.write("a.md", TEXT)
    result = scratch.check("--executor", address)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert "Traceback" not in result.err
