#!/usr/bin/env python3
"""How often notelint, codespell, typos and cspell report something in polished text of several subjects, where nearly every report is false.

usage: false_alarms.py PACKAGE... [--size KB] [--tool NAME ...] [--keep FOLDER] [--show]

A PACKAGE is one whose documentation is the text: a wheel, a source archive, an npm or Debian package (`pip download`, `npm pack`, `apt-get download`). Its
paragraphs are written as Markdown notes of up to KB kilobytes in all (200), taken evenly from all over the documentation, code as code. Each line of the
table is a package: its kilobytes, then the reports of each tool per 100 KB, then those of notelint by rule. Real slips in the text are not taken
out, so the figures are upper bounds; --show prints every report of notelint for a person to judge. Tools that are not installed are left out.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tools" / "context"))
import texts

NOTE = 100
"""Paragraphs in one note."""


def write_notes(package: Path, folder: Path, size: int) -> int:
    """Write the notes of a package; the number of bytes."""
    seen: dict[str, None] = {}
    for name, data in texts.members(package):
        seen.update(dict.fromkeys(filter(texts.is_prose, texts.paragraphs(name, data))))
    every = max(1, sum(map(len, seen)) // (size * 1000))
    chosen = [re.sub(f"{texts.OPAQUE}+", "`x`", one) for one in list(seen)[::every]]
    for start in range(0, len(chosen), NOTE):
        (folder / f"note{start // NOTE:04}.md").write_text("\n\n".join(chosen[start : start + NOTE]) + "\n", "utf-8")
    return sum(path.stat().st_size for path in folder.glob("*.md"))


def output(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def notelint(folder: Path) -> list[tuple[str, str]]:
    """Rule and message of each report."""
    select = [option for rule in ("spelling", "terminology") for option in ("--select", rule)]
    command = [sys.executable, "-m", "notelint", "check", "--isolated", "--no-cache", "--output-format", "json", *select, "."]
    return [
        (one["rule"], f"{one['filename']}:{one['start']['line']} {one['message']}")
        for one in json.loads(output(command, folder))["diagnostics"]
    ]


def codespell(folder: Path) -> list[tuple[str, str]]:
    return [("", line) for line in output(["codespell", "--disable-colors", "."], folder).splitlines() if "==>" in line]


def typos(folder: Path) -> list[tuple[str, str]]:
    lines = output(["typos", "--format", "json", "--isolated", "."], folder).splitlines()
    return [("", line) for line in lines if json.loads(line).get("type") == "typo"]


def cspell(folder: Path) -> list[tuple[str, str]]:
    command = ["cspell", "lint", "--no-progress", "--no-summary", "--no-color", "--no-config-search", "*.md"]
    return [("", line) for line in output(command, folder).splitlines() if " - " in line]


TOOLS: dict[str, Callable[[Path], list[tuple[str, str]]]] = {"notelint": notelint, "codespell": codespell, "typos": typos, "cspell": cspell}


def measure(package: Path, folder: Path, size: int, names: list[str], *, show: bool) -> str:
    kilobytes = write_notes(package, folder, size) / 1000
    reports = {name: TOOLS[name](folder) for name in names}
    if show:
        print(*(f"{rule}: {text}" for rule, text in reports.get("notelint", ())), sep="\n")
    rules = Counter(rule for rule, _ in reports.get("notelint", ()))
    columns = "".join(f"{len(reports[name]) * 100 / kilobytes:10.2f}" for name in names)
    by_rule = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
    return f"{re.split(r'[_-][0-9]', package.name)[0]:<24}{kilobytes:6.0f}{columns}   {by_rule}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path, nargs="+")
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--tool", action="append", choices=TOOLS, help="only these tools")
    parser.add_argument("--keep", type=Path, help="write the notes below this folder and leave them there")
    parser.add_argument("--show", action="store_true", help="print what notelint reports")
    given = parser.parse_args()
    names = [name for name in given.tool or TOOLS if name == "notelint" or shutil.which(name)]
    print(f"{'reports per 100 KB':<24}{'KB':>6}{''.join(f'{name:>10}' for name in names)}   notelint by rule")
    for package in given.packages:
        with tempfile.TemporaryDirectory() as scratch:
            folder = given.keep / package.stem if given.keep else Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            print(measure(package.resolve(), folder, given.size, names, show=given.show), flush=True)


if __name__ == "__main__":
    main()
