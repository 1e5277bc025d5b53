"""What a change does: findings on lines that are new, and findings that were not there before."""

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from notelint.config import Config
from notelint.diagnostic import Diagnostic, Identity, identify
from notelint.engine.history.changed_lines import changed_lines
from notelint.engine.history.git import Repository
from notelint.engine.history.moved import moved, sketch
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.files import EXTENSIONS, excluded
from notelint.engine.run.result import NoteResult
from notelint.engine.run.run import check
from notelint.links.tree import Tree
from notelint.reference import Reference
from notelint.source import Place, SourceError, Texts, decode

Key = tuple[str, str, Identity]
"""Path and category of a finding, and what it is about."""


@dataclass
class CommitChange:
    """`before` maps the present path of each changed note to its former text (empty for a new note).

    `former` are the diagnostics of then in the `texts` of then; `moved` maps the former path of a note that was moved to the present one.
    """

    before: dict[str, str] = field(default_factory=dict)
    former: list[Diagnostic] = field(default_factory=list)
    texts: Texts = field(default_factory=Texts)
    moved: dict[str, str] = field(default_factory=dict)

    def findings(self, diagnostics: Sequence[Diagnostic], texts: Texts) -> list[Diagnostic]:
        """Those that touch a changed line, and those that occur more often than before: the last ones, where they look the same.

        Words on an unchanged line that were found wrong before are old news, whatever the change has to say about them.
        """
        concerned = {*self.before, *_differing(diagnostics, self.former)}
        diagnostics = [diagnostic for diagnostic in diagnostics if diagnostic.place.path in concerned]
        lines = {path: changed_lines(before, source.text) for path, before in self.before.items() if (source := texts.source(path))}
        known = Counter(self._former_key(one) for one in self.former if one.place.path in concerned)
        accused = {(path, category, identity.text) for path, category, identity in known if identity.text}
        keys = [_key(diagnostic, texts) for diagnostic in diagnostics]
        chosen = set()
        for number, diagnostic in enumerate(diagnostics):
            path, category, identity = keys[number]
            related = [one.place for one in diagnostic.finding.related] if (path, category, identity.text) not in accused else []
            if any(_touches(place, lines) for place in (diagnostic.place, *related)):
                chosen.add(number)
        more = Counter(keys) - known - Counter(keys[number] for number in chosen)
        for number in reversed(range(len(keys))):
            path, category, identity = keys[number]
            news = known[keys[number]] or (path, category, identity.text) not in accused
            if news and number not in chosen and more[keys[number]] > 0:
                more[keys[number]] -= 1
                chosen.add(number)
        return [diagnostic for number, diagnostic in enumerate(diagnostics) if number in chosen]

    def _former_key(self, diagnostic: Diagnostic) -> Key:
        path, category, identity = _key(diagnostic, self.texts)
        return self.moved.get(path, path), category, identity


def _differing(one: Iterable[Diagnostic], other: Iterable[Diagnostic]) -> set[str]:
    """Paths of the notes about which not the same is said."""
    return {diagnostic.place.path for diagnostic in set(one) ^ set(other)}


def _key(diagnostic: Diagnostic, texts: Texts) -> Key:
    path = diagnostic.place.path
    return path, diagnostic.category, identify(diagnostic, texts.source(path))


def _touches(place: Place, lines: dict[str, frozenset[int]]) -> bool:
    return not lines.get(place.path, frozenset()).isdisjoint(range(place.start.line, place.end.line + 1))


@dataclass(frozen=True)
class CommitComparison:
    """The notes of a run beside those of a commit (None: before the first one). `only` limits the change to some paths of the repository."""

    repository: Repository
    commit: str | None
    config: Config
    reference: Reference
    corpus: bool = True
    only: frozenset[str] | None = None

    def change(self, results: dict[str, NoteResult], paths: Iterable[str], texts: Texts) -> CommitChange:
        """Analyse the notes as they were and find what is new; `paths` are the files and folders that the run was given."""
        files = self.repository.files(self.commit) if self.commit else {}
        inside = {path: self._inside(path) for path in results}
        changed = [path for path in results if self._counts(inside[path]) and _blob(texts.read(path), files) != files.get(inside[path])]
        gone = self._gone(files, paths)
        old = {name: files[name] for name in (*gone, *(inside[path] for path in changed)) if name in files}
        blobs = self.repository.blobs(old.values())
        former = {name: blobs[blob] for name, blob in old.items()}
        new_notes = {path: source.text for path in changed if inside[path] not in files and (source := texts.source(path))}
        renames = moved({name: sketch(_text(former[name])) for name in gone}, new_notes)
        came_from = {path: name for name, path in renames.items()}
        before = {path: _text(former.get(came_from.get(path, inside[path]), b"")) for path in changed}
        kept = {path: result for path, result in results.items() if path not in before}
        then = {self._shown(name): data for name, data in former.items()}
        return CommitChange(
            before, self._found(kept, then, files), Texts(then), {self._shown(name): path for name, path in renames.items()}
        )

    def _found(self, kept: dict[str, NoteResult], former: dict[str, bytes], files: Iterable[str]) -> list[Diagnostic]:
        """What was found at the commit: in `former` notes, and in those that are as they were."""
        results = kept | {path: analyse_bytes(path, data, self.reference) for path, data in former.items()}
        with tempfile.TemporaryDirectory(prefix="notelint-") as scratch:
            return check(results, self.config, self.reference, corpus=self.corpus, tree=self._tree(scratch, files)).diagnostics

    def _tree(self, scratch: str, files: Iterable[str]) -> Tree | None:
        """The names of the commit's files laid out in a scratch folder, so that links are looked up as they were."""
        here, root = self._inside("."), self._inside(str(self.config.root))
        if here.startswith("..") or root.startswith(".."):
            return None
        for folder in {here, root, *(os.path.dirname(name) for name in files)}:
            os.makedirs(os.path.join(scratch, folder), exist_ok=True)
        for name in files:
            Path(scratch, name).touch()
        return Tree(os.path.normpath(os.path.join(scratch, here)), os.path.normpath(os.path.join(scratch, root)))

    def _counts(self, name: str) -> bool:
        return not name.startswith("../") and (self.only is None or name in self.only)

    def _gone(self, files: Iterable[str], paths: Iterable[str]) -> list[str]:
        """Notes that were there then, among what the run was given, and no longer are."""
        given = [self._inside(path) for path in paths]
        notes = (name for name in files if name.lower().endswith(EXTENSIONS) and self._counts(name))
        below = (name for name in notes if any(one in (".", name) or name.startswith(f"{one}/") for one in given))
        return [
            name
            for name in below
            if not os.path.lexists(os.path.join(self.repository.top, name)) and not excluded(self._shown(name), self.config)
        ]

    def _inside(self, path: str) -> str:
        return os.path.relpath(os.path.realpath(path), self.repository.top).replace(os.sep, "/")

    def _shown(self, name: str) -> str:
        return os.path.relpath(os.path.join(self.repository.top, name), os.path.realpath(".")).replace(os.sep, "/")


def _text(data: bytes) -> str:
    """The note's text; empty where the bytes are none."""
    try:
        return decode("", data).text
    except SourceError:
        return ""


def _blob(data: bytes, files: dict[str, str]) -> str:
    """The name that git gives these bytes, in the hash of this repository."""
    long = len(next(iter(files.values()), "")) == 64
    content = b"blob %d\0" % len(data) + data
    return hashlib.sha256(content).hexdigest() if long else hashlib.sha1(content, usedforsecurity=False).hexdigest()
