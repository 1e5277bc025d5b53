"""Whole processes of notelint and of the other linters on PATH, side by side: cold, warm, one note touched, one note alone.

    python benchmarks/speed.py [--runs 5] [--sizes pair folder large long short] [--folder FOLDER ...] [--results benchmarks/RESULTS.md]

Each round (one only for large corpora) runs every tool once, in an order that turns; a ratio is the median of those within the rounds, so that both sides saw the same
machine. Corpora come from generator.py (or are copies of the folders given); peak memory is that of a tool's largest process (and no less than the measuring one holds, some 27 MB).
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from generator import Written, write_corpus

SIZES = {"pair": (2, 43_000), "folder": (500, 5_000), "large": (5_000, 5_400), "long": (1, 5_000_000), "short": (100_000, 120)}
"""Name -> files, and the bytes that each is given at least."""
CASES = ("cold", "warm", "touched", "alone")
_NOTELINT = (sys.executable, "-m", "notelint")
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as where the tools are installed."""
_LARGE = 10_000_000
"""Bytes from which on a corpus is measured once only."""
_SETTLED = 2.5
"""Seconds after which a file's time of change says for certain that it was not changed since."""


@dataclass(frozen=True)
class Tool:
    """A command that checks the current folder or, `alone`, one file; `caches` are what it leaves there."""

    name: str
    command: tuple[str, ...]
    everything: tuple[str, ...] = (".",)
    caches: tuple[str, ...] = ()

    def run(self, folder: Path, paths: Iterable[str]) -> "Took":
        """Run it, whatever it finds."""
        began = time.perf_counter()
        child = subprocess.Popen(
            (*self.command, *paths), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return Took(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode)

    def forget(self, folder: Path) -> None:
        """Take its cache away."""
        for name in self.caches:
            path = folder / name
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)

    def version(self) -> str:
        """The number in what --version prints."""
        command = self.command[: 3 if self.name == "notelint" else 1]
        done = subprocess.run((*command, "--version"), capture_output=True, text=True, check=False)
        found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
        return found[0] if found else "?"


TOOLS = (
    Tool("notelint", (*_NOTELINT, "check", "--output-format", "concise"), caches=(".notelint_cache",)),
    Tool("codespell", ("codespell",)),
    Tool("typos", ("typos",)),
    Tool("rumdl", ("rumdl", "check"), caches=(".rumdl_cache",)),
    Tool("cspell", ("cspell", "lint", "--no-progress", "--cache"), ("**/*.md",), (".cspellcache",)),
    Tool("markdownlint-cli2", ("markdownlint-cli2",), ("**/*.md",)),
    Tool("pymarkdown", ("pymarkdown", "scan", "-r"), (".",)),
)


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, seconds of all processors, megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float
    code: int


@dataclass
class Corpus:
    """A folder of notes to be checked, in a place where nothing else is."""

    name: str
    folder: Path
    written: Written
    times: dict[tuple[str, str], list[Took]] = field(default_factory=dict)

    @property
    def notes(self) -> list[Path]:
        """Its notes in order."""
        return sorted(self.folder.rglob("*.md"))

    def measure(self, tools: list[Tool], runs: int, cases: Iterable[str]) -> None:
        """All cases for all tools, round by round."""
        middle = self.notes[len(self.notes) // 2]
        for number in range(runs):
            turned = tools[number % len(tools) :] + tools[: number % len(tools)]
            for case in cases:
                self._prepare(case, tools, middle, number)
                for tool in turned:
                    paths = (str(middle.relative_to(self.folder)),) if case == "alone" else tool.everything
                    self.times.setdefault((case, tool.name), []).append(tool.run(self.folder, paths))
                    print(f"  {case} {tool.name}: {self.times[case, tool.name][-1].wall:.2f} s", file=sys.stderr, flush=True)

    def _prepare(self, case: str, tools: list[Tool], middle: Path, number: int) -> None:
        if case == "cold":
            for tool in tools:
                tool.forget(self.folder)
        elif case != "warm":
            with middle.open("a", encoding="utf-8") as note:
                note.write(f"\n- One more remark, the {number + 1}th of {case} runs.\n")
        elif number == 0:
            time.sleep(_SETTLED)
            for tool in tools:
                tool.run(self.folder, tool.everything)

    def ratio(self, case: str, tool: str) -> str:
        """How much longer notelint takes, within the same rounds."""
        ours, theirs = self.times[case, "notelint"], self.times[case, tool]
        return f"{median(one.wall / other.wall for one, other in zip(ours, theirs, strict=True)):.2f}"


def installed(wanted: list[str] | None) -> list[Tool]:
    """notelint, and the others that there are."""
    return [tool for tool in TOOLS if tool.name == "notelint" or (shutil.which(tool.command[0]) and (not wanted or tool.name in wanted))]


def corpora(sizes: list[str], folders: list[Path], place: Path) -> Iterator[Corpus]:
    """Made or copied one after the other."""
    for name in sizes:
        yield Corpus(name, place / name, write_corpus(place / name, *SIZES[name]))
    for number, folder in enumerate(folders):
        target = place / f"copy-{number}"
        shutil.copytree(folder, target, ignore=shutil.ignore_patterns(".*"))
        notes = list(target.rglob("*.md"))
        yield Corpus(folder.name, target, Written(len(notes), sum(note.stat().st_size for note in notes), 0))


def table(corpus: Corpus, tools: list[Tool]) -> Iterator[str]:
    """Medians of one corpus."""
    written = corpus.written
    yield f"\n### {corpus.name}: {written.files:,} notes, {written.bytes / 1e6:.2f} MB" + (
        f", {written.claims:,} claims" if written.claims else ""
    )
    yield "\n| case | tool | seconds | fastest | CPU seconds | peak MB | notelint takes x times as long |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for case in dict.fromkeys(case for case, _ in corpus.times):
        for tool in tools:
            took = corpus.times[case, tool.name]
            clock, cpu, memory = ([getattr(one, what) for one in took] for what in ("wall", "cpu", "memory"))
            ratio = "" if tool.name == "notelint" else corpus.ratio(case, tool.name)
            yield f"| {case} | {tool.name} | {median(clock):.2f} | {min(clock):.2f} | {median(cpu):.2f} | {max(memory):.0f} | {ratio} |"


def scaling(measured: list[Corpus]) -> Iterator[str]:
    """What a cold run of notelint costs for each file, megabyte and claim."""
    yield "\n## How the time grows\n"
    yield "| corpus | notes | MB | claims | cold, seconds | CPU seconds a MB | warm, seconds | ms a note, warm | peak MB |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for one in measured:
        cold, warm = one.times["cold", "notelint"], one.times.get(("warm", "notelint"), [])
        size, calm = one.written.bytes / 1e6, median([took.wall for took in warm] or [0])
        yield (
            f"| {one.name} | {one.written.files:,} | {size:.2f} | {one.written.claims or ''} | {median(took.wall for took in cold):.2f}"
            f" | {median(took.cpu for took in cold) / size:.2f} | {calm:.2f} | {calm / one.written.files * 1000:.2f} | {max(took.memory for took in cold):.0f} |"
        )


def machine(tools: list[Tool], load: float) -> Iterator[str]:
    """On what, with what, and how busy that was."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor()
    )
    yield "# Speed\n"
    yield f"Made by `python benchmarks/speed.py` on {datetime.now(UTC).date()}: {os.cpu_count()} x {model}, {platform.system()}, Python {platform.python_version()}."
    after = os.getloadavg()[0]
    yield f"Load of the machine at the start {load:.1f}, at the end {after:.1f} (the measured programs included at the end)."
    if load > (os.cpu_count() or 1) / 4:
        yield "**It was not idle**: others worked on it at the same time. Trust the ratios and CPU seconds, not the seconds."
    yield "\nVersions: " + "; ".join(f"{tool.name} {tool.version()}" for tool in tools) + ".\n"
    yield "Tools without a cache of their own do the same work in every case. Each tool looks for other things; only notelint reads meaning."


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="*", choices=list(SIZES), default=["pair", "folder"])
    parser.add_argument("--folder", nargs="*", type=Path, default=[], help="measure copies of these as well")
    parser.add_argument("--cases", nargs="*", choices=CASES, default=list(CASES))
    parser.add_argument("--tools", nargs="*", choices=[tool.name for tool in TOOLS], help="only these beside notelint")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--results", type=Path, help="write the tables there too")
    arguments = parser.parse_args()
    tools, load = installed(arguments.tools), os.getloadavg()[0]
    report = ""
    lines: list[str] = []
    measured: list[Corpus] = []
    with tempfile.TemporaryDirectory() as place:
        for corpus in corpora(arguments.sizes, arguments.folder, Path(place)):
            print(corpus.name, corpus.written, file=sys.stderr, flush=True)
            corpus.measure(tools, arguments.runs if corpus.written.bytes < _LARGE else 1, arguments.cases)
            measured.append(corpus)
            lines += table(corpus, tools)
            report = "\n".join([*machine(tools, load), "\n## Tool by tool", *lines, *scaling(measured)]) + "\n"
            if arguments.results:
                arguments.results.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
