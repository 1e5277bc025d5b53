#!/usr/bin/env python3
"""Hold notelint, codespell, typos and cspell against notes whose slips are labelled by hand.

usage: spelling.py NOTES LABELS [--tool NAME ...]

NOTES is a folder of Markdown files, LABELS a tab-separated file with a header and the columns file, line, column (1-based, code points), wrong,
right (several accepted forms parted by " | "), kind, certain ("yes", or anything else for a debatable label, which counts neither way).
Tools that are not installed are left out (cspell: `npm install -g cspell`). One line a tool:
precision = reports at a label / reports that are not at a debatable one, recall = certain labels reported / certain labels,
right = hits whose suggestions hold an accepted form / hits; then the recall of each kind.
"""

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

LATER = {"renamed-term", "retired-term"}


@dataclass(frozen=True)
class Label:
    file: str
    line: int
    column: int
    wrong: str
    rights: tuple[str, ...]
    kind: str
    certain: bool


@dataclass(frozen=True)
class Report:
    """`column` is 0 for a tool that names only the line; `end` is one past the last column."""

    file: str
    line: int
    column: int
    end: int
    text: str
    suggestions: tuple[str, ...]

    def touches(self, label: Label) -> bool:
        if (self.file, self.line) != (label.file, label.line):
            return False
        if self.column:
            return self.column < label.column + len(label.wrong) and label.column < self.end
        return self.text.lower() in label.wrong.lower() or label.wrong.lower() in self.text.lower()

    def is_right(self, label: Label) -> bool:
        """A suggestion is right when it is an accepted form, or the changed word of one."""
        return any(
            one and any(one == right or re.search(rf"\b{re.escape(one)}\b", right) for right in label.rights) for one in self.suggestions
        )


def labels(path: Path) -> list[Label]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Label(
            r["file"],
            int(r["line"]),
            int(r["column"]),
            r["wrong"],
            tuple(x.strip() for x in r["right"].split(" | ")),
            r["kind"],
            r["certain"] == "yes",
        )
        for r in rows
    ]


def run(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def notelint(folder: Path) -> Iterator[Report]:
    select = [option for rule in ("spelling", "terminology") for option in ("--select", rule)]
    out = run([sys.executable, "-m", "notelint", "check", "--isolated", "--no-cache", "--output-format", "json", *select, "."], folder)
    for one in json.loads(out)["diagnostics"]:
        if one["rule"] in LATER or "expansion" in one["rule"]:
            continue
        start, end = one["start"], one["end"]
        yield Report(
            Path(one["filename"]).name,
            start["line"],
            start["column"],
            max(end["column"], start["column"] + 1),
            "",
            tuple(one["suggestions"]),
        )


def codespell(folder: Path) -> Iterator[Report]:
    for line in run(["codespell", "--disable-colors", "--uri-ignore-words-list", "*", "."], folder).splitlines():
        if match := re.match(r"(.+?):(\d+): (.+?) ==> (.+)", line):
            yield Report(Path(match[1]).name, int(match[2]), 0, 0, match[3], tuple(one.strip() for one in match[4].split(",")))


def typos(folder: Path) -> Iterator[Report]:
    texts = {path.name: path.read_text("utf-8").splitlines() for path in folder.glob("*.md")}
    for line in run(["typos", "--format", "json", "--isolated", "."], folder).splitlines():
        one = json.loads(line)
        if one.get("type") != "typo":
            continue
        name = Path(one["path"]).name
        column = len(texts[name][one["line_num"] - 1].encode()[: one["byte_offset"]].decode("utf-8", "ignore")) + 1
        yield Report(name, one["line_num"], column, column + len(one["typo"]), one["typo"], tuple(one["corrections"]))


def cspell(folder: Path) -> Iterator[Report]:
    out = run(["cspell", "lint", "--no-progress", "--no-summary", "--no-color", "--show-suggestions", "--no-config-search", "*.md"], folder)
    for line in out.splitlines():
        if match := re.match(r"(.+?):(\d+):(\d+) - .*?\((.+?)\).*?(?:Suggestions: \[(.*)\])?$", line):
            name, number, column, word, rights = match.groups()
            yield Report(
                Path(name).name,
                int(number),
                int(column),
                int(column) + len(word),
                word,
                tuple(one.strip() for one in (rights or "").split(",")),
            )


TOOLS: dict[str, Callable[[Path], Iterator[Report]]] = {"notelint": notelint, "codespell": codespell, "typos": typos, "cspell": cspell}


def table(name: str, reports: list[Report], gold: list[Label]) -> str:
    certain = [label for label in gold if label.certain]
    hits = [label for label in certain if any(report.touches(label) for report in reports)]
    false = [report for report in reports if not any(report.touches(label) for label in gold)]
    right = sum(any(report.touches(label) and report.is_right(label) for report in reports) for label in hits)
    true = sum(any(report.touches(label) for label in certain) for report in reports)
    kinds = sorted({label.kind for label in certain})
    per_kind = "  ".join(f"{kind} {sum(h.kind == kind for h in hits)}/{sum(c.kind == kind for c in certain)}" for kind in kinds)
    precision = true / (true + len(false)) if true + len(false) else 0.0
    return f"{name:<10} {precision:9.3f} {len(hits) / len(certain):7.3f} {right:4}/{len(hits):<4} {len(false):5}   {per_kind}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notes", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--tool", action="append", choices=TOOLS, help="only these tools")
    given = parser.parse_args()
    gold = labels(given.labels)
    print(f"{'tool':<10} {'precision':>9} {'recall':>7} {'right':>9} {'false':>5}   recall by kind")
    for name, tool in TOOLS.items():
        if name in (given.tool or TOOLS):
            if name != "notelint" and shutil.which(name) is None:
                print(f"{name:<10} not installed")
                continue
            print(table(name, list(tool(given.notes.resolve())), gold))


if __name__ == "__main__":
    main()
