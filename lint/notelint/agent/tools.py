"""The tools: each a function of plain arguments that returns plain data. Paths are confined to the roots that the server was given."""

import errno
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from notelint.agent.lookup import lookup
from notelint.config import Config, discover, load
from notelint.coverage import measure
from notelint.diagnostic import Diagnostic
from notelint.engine.fixing.fix import fix, fix_files
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.files import collect
from notelint.engine.run.read import read_notes
from notelint.engine.run.result import NoteResult
from notelint.engine.run.run import check as check_results
from notelint.notes.explain import explain_line
from notelint.reference import Reference, load_reference
from notelint.report.coverage_json import coverage_data
from notelint.report.json import diagnostics_json
from notelint.source import Texts, decode
from notelint.source.boundary import Boundary, OutsideError, boundary_around


class Tools:
    """`roots` are the folders that may be read. Values are those of the packs that the configuration of the first root chooses."""

    def __init__(self, roots: Sequence[str]) -> None:
        self._roots = [os.path.realpath(root) for root in roots]
        self._boundary = Boundary(tuple(self._roots))

    def check_text(self, text: str, filename: str = "note.md") -> dict[str, Any]:
        """Check the text of a note that is not saved. Relative links start at `filename`, a path in the notes folder.

        Each finding has the rule, severity, message, line and column, the source that proves it (`url`), and a fix where there is one.
        """
        config, reference = self._settings()
        path = self._inside(filename)
        results = {path: analyse_bytes(path, text.encode(), reference)}
        return _as_data(diagnostics_json(check_results(results, config, reference, base=self._roots[0]).diagnostics))

    def check_paths(self, paths: list[str] | None = None) -> dict[str, Any]:
        """Check saved notes, also against each other. `paths` are files and folders, relative to the first notes folder; all notes without it."""
        config, reference = self._settings()
        results = self._read(paths, config, reference)
        return _as_data(diagnostics_json(check_results(results, config, reference, base=self._roots[0]).diagnostics))

    def lookup_value(self, words: str) -> dict[str, Any]:
        """Canonical values of a thing, or of one property of it: "message size of SQS".

        `era` says whether a value holds now or held in the past; `as_of` is the date of the text that it was read from, `source` the page. Without a
        property, all that is known of the thing is returned. Nothing found means that the packs do not know the thing, not that it does not exist.
        """
        return {"found": lookup(words, self._settings()[1])}

    def explain_claim(self, path: str, line: int) -> str:
        """How a line of a saved note was read: what its numbers were taken for, and which canonical value they were compared with. Lines count from 1."""
        inside = self._inside(path)
        return explain_line(decode(inside, Path(inside).read_bytes()), line, self._settings()[1])

    def coverage(self, exam: str, paths: list[str] | None = None) -> dict[str, Any]:
        """How much of an exam, such as "saa-c03", the notes at `paths` cover, by domain and task; all notes without paths."""
        config, reference = self._settings()
        if exam not in reference.blueprints:
            raise ValueError(f"there is no exam {exam!r}; known are {', '.join(sorted(reference.blueprints))}")
        results = self._read(paths, config, reference, outlined=True)
        return coverage_data(measure([result.facts for result in results.values()], reference.blueprints[exam], reference))

    def suggest_fix(self, text: str, *, unsafe: bool = False) -> dict[str, Any]:
        """The text of a note with its fixes made, and what is left: safe fixes, or with `unsafe` also those that a person should review."""
        config, reference = self._settings()
        path = os.path.join(self._roots[0], "note.md")
        texts = Texts({path: text.encode()})
        results = {path: analyse_bytes(path, text.encode(), reference)}

        def judge(results: dict[str, NoteResult]) -> list[Diagnostic]:
            return check_results(results, config, reference, base=self._roots[0], corpus=False).diagnostics

        fixed = fix(results, judge, texts, reference, unsafe=unsafe)
        return {
            "text": texts.read(path).decode(),
            "fixed": dict(fixed.made),
            "left": _as_data(diagnostics_json(fixed.diagnostics))["diagnostics"],
        }

    def fix_paths(self, paths: list[str] | None = None) -> dict[str, Any]:
        """Make the safe fixes in the files at `paths`; in all notes without it."""
        config, reference = self._settings()
        results, texts = self._read(paths, config, reference), Texts()
        fixed = fix_files(results, lambda notes: check_results(notes, config, reference, base=self._roots[0]).diagnostics, texts, reference)
        return {"changed": sorted(fixed.changed), "fixed": dict(fixed.made), "refused": fixed.refused}

    def _settings(self) -> tuple[Config, Reference]:
        root = Path(self._roots[0])
        config = load(discover([str(root)]), root=root)
        reference = load_reference(replace(config, boundary=boundary_around(config.root, self._roots)))
        return replace(config, boundary=self._boundary), reference

    def _read(self, paths: list[str] | None, config: Config, reference: Reference, *, outlined: bool = False) -> dict[str, NoteResult]:
        """The notes at `paths`, or all, but for links that lead out of the roots; raises FileNotFoundError."""
        collected = collect([self._inside(path) for path in paths or self._roots], config)
        if collected.missing:
            reason = f"no such file or folder; relative paths start at {self._roots[0]}"
            raise FileNotFoundError(errno.ENOENT, reason, ", ".join(collected.missing))
        return read_notes(collected.files, config, reference, outlined=outlined)

    def _inside(self, path: str) -> str:
        """The real path, from the first root; raises ValueError for a path outside of the roots."""
        real = os.path.realpath(os.path.join(self._roots[0], path))
        try:
            self._boundary.check(real)
        except OutsideError:
            raise ValueError(f"{path} is outside of the folders that may be read: {', '.join(self._roots)}") from None
        return real


def _as_data(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text)
    return data
