"""The baseline: findings that were there before, which do not stop anybody. It holds no line numbers, so it survives edits."""

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from notelint.config import ConfigError
from notelint.diagnostic import Diagnostic, Identity, identify
from notelint.engine.history.moved import moved, sketch
from notelint.source import Texts
from notelint.source.write import write_all

_VERSION = 1
_MOST = 1_000_000
"""Findings of one kind in one note."""


@dataclass
class KnownNote:
    """What is known of one note: a sketch of its lines, to find it when it has moved, and how often each finding occurs."""

    lines: tuple[str, ...] = ()
    findings: Counter[Identity] = field(default_factory=Counter)


@dataclass
class Baseline:
    """Known findings by note; paths are relative to the folder of the file at `path`, those of a run to `base`, "" for the working directory."""

    path: Path
    notes: dict[str, KnownNote] = field(default_factory=dict)
    base: str = ""

    def name(self, path: str) -> str:
        """How the baseline names the note at `path`."""
        return os.path.relpath(os.path.realpath(os.path.join(self.base, path)), os.path.realpath(self.path.parent)).replace(os.sep, "/")

    def exists(self, name: str) -> bool:
        """Whether the note is still where the baseline knows it."""
        return os.path.exists(self.path.parent / name)

    def renames(self, paths: Iterable[str], texts: Texts) -> dict[str, str]:
        """Old name -> new name of known notes that are gone, found again among the notes at `paths`."""
        gone = {name: note.lines for name, note in self.notes.items() if not self.exists(name)}
        if not gone:
            return {}
        fresh = {self.name(path): path for path in paths if self.name(path) not in self.notes}
        sources = {name: texts.source(path) for name, path in fresh.items()}
        return moved(gone, {name: source.text for name, source in sources.items() if source})

    def follow(self, renames: dict[str, str]) -> "Baseline":
        """A copy with notes under their new names."""
        notes = {renames.get(name, name): KnownNote(note.lines, Counter(note.findings)) for name, note in self.notes.items()}
        return Baseline(self.path, notes, self.base)

    def total(self) -> int:
        """How many findings it holds."""
        return sum(note.findings.total() for note in self.notes.values())

    def save(self) -> None:
        """Write the file: sorted, one finding per line, so that changes merge well."""
        write_all({str(self.path): _dump(self).encode("utf-8")})


def record(path: Path, diagnostics: Iterable[Diagnostic], texts: Texts) -> Baseline:
    """A baseline of exactly these findings."""
    baseline = Baseline(path)
    for diagnostic in diagnostics:
        source = texts.source(diagnostic.place.path)
        name = baseline.name(diagnostic.place.path)
        if name not in baseline.notes:
            baseline.notes[name] = KnownNote(sketch(source.text) if source else ())
        baseline.notes[name].findings[identify(diagnostic, source)] += 1
    return baseline


def load_baseline(path: Path, base: str = "") -> Baseline:
    """Read a file that `save` wrote; raises ConfigError for anything else."""
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
        if "\\ud" in text.lower():  # half of a character, which can be neither printed nor written
            json.dumps(data, ensure_ascii=False).encode("utf-8")
        if data["version"] != _VERSION:
            raise ConfigError(f"{path}: version {data['version']} is not one that this notelint reads ({_VERSION})")
        return Baseline(path, {name: _note(note) for name, note in data["notes"].items()}, base)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ConfigError(
            f"{path}: not a baseline ({type(error).__name__}: {error}); fix it, or remove it and run `notelint baseline create`"
        ) from None


def _note(data: dict[str, Any]) -> KnownNote:
    findings: Counter[Identity] = Counter()
    for one in data["findings"]:
        findings[Identity(str(one["rule"]), str(one.get("subject", "")), str(one.get("text", "")))] += min(
            max(int(one.get("count", 1)), 0), _MOST
        )
    return KnownNote(tuple(str(data.get("lines", "")).split()), findings)


def _dump(baseline: Baseline) -> str:
    notes = []
    for name, note in sorted(baseline.notes.items()):
        findings = ",\n".join(
            f"        {json.dumps(_entry(*one), ensure_ascii=False)}" for one in sorted(note.findings.items()) if one[1] > 0
        )
        notes.append(
            f"    {json.dumps(name, ensure_ascii=False)}: {{\n"
            f'      "lines": "{" ".join(note.lines)}",\n'
            f'      "findings": [\n{findings}\n      ]\n    }}'
        )
    body = "{\n" + ",\n".join(notes) + "\n  }" if notes else "{}"
    return f'{{\n  "version": {_VERSION},\n  "notes": {body}\n}}\n'


def _entry(identity: Identity, count: int) -> dict[str, Any]:
    entry: dict[str, Any] = {name: value for name, value in identity._asdict().items() if value}
    return entry | ({"count": count} if count > 1 else {})
