"""A run that differs from an earlier one in a few notes: these are read, and of all else only what they touch is looked at again."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import msgspec

from notelint.config import Config
from notelint.diagnostic import Diagnostic, Finding
from notelint.engine.incremental.renewal import Notes, Renewal
from notelint.engine.run.groups import Groups, Key
from notelint.engine.run.result import NoteResult, decode_result
from notelint.engine.run.run import Run, check
from notelint.engine.store.cache import AT_ONCE, Cache
from notelint.engine.store.recall import Memory, Stamps
from notelint.links.wiki import Ties
from notelint.notes import Facts
from notelint.reference import Reference
from notelint.rules import unread_note
from notelint.source.folder_fingerprint import Witness

Read = Callable[[Sequence[str]], dict[str, NoteResult]]
"""Analyses the notes at some paths, or knows the results from earlier."""


class Index(msgspec.Struct, frozen=True, array_like=True):
    """What the notes of a run have to do with each other, in few bytes: groups are numbered in the order of `keys`."""

    keys: tuple[Key, ...]
    members: dict[str, tuple[int, ...]]
    findings: dict[Key, tuple[Finding, ...]]
    ties: Ties

    @property
    def groups(self) -> Groups:
        """With the keys in the place of numbers."""
        return Groups({path: tuple(map(self.keys.__getitem__, numbers)) for path, numbers in self.members.items()}, self.findings)


_DECODER = msgspec.msgpack.Decoder(Index)


def up_to_date(memory: Memory, read: Read, config: Config, reference: Reference, *, corpus: bool) -> list[Diagnostic]:
    """The diagnostics of all notes as they are, kept for the next run: those of the last run with what has changed since, where that is possible."""
    found = _found(memory, read, config, reference, corpus=corpus)
    if found.is_sound:
        memory.keep(found.diagnostics, found.witness, found.index)
    return found.diagnostics


class _Found(msgspec.Struct, frozen=True):
    """What is left of a run when its facts are let go."""

    diagnostics: list[Diagnostic]
    witness: Witness
    index: bytes
    is_sound: bool


def _found(memory: Memory, read: Read, config: Config, reference: Reference, *, corpus: bool) -> _Found:
    results: dict[str, NoteResult] = {}
    run = None
    if memory.kept and len(memory.changed) * 2 <= len(memory.stamps):
        results = read(memory.changed)
        run = _renew(memory, results, config, reference)
    if run is None:
        results = read(list(memory.stamps))
        run = check(results, config, reference, corpus=corpus)
    index = _index_of(run)  # looks into folders, too
    seen = memory.kept.witness if memory.kept else {}
    return _Found(run.diagnostics, seen | run.corpus.tree.witness(), index, _is_sound(run, results))


def _is_sound(run: Run, results: dict[str, NoteResult]) -> bool:
    """Whether everything was read and no rule failed. What failed may go well another time."""
    return all(result.is_sound for result in results.values()) and all(one.rule != unread_note.ID for one in run.diagnostics)


def _index_of(run: Run) -> bytes:
    """The index of a run, encoded; empty if nothing was compared."""
    if run.groups is None:
        return b""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(chain.from_iterable(run.groups.members.values())))}
    members = {path: tuple(map(numbers.__getitem__, keys)) for path, keys in run.groups.members.items()}
    return msgspec.msgpack.encode(Index(tuple(numbers), members, run.groups.findings, run.corpus.wiki.ties))


def _renew(memory: Memory, fresh: dict[str, NoteResult], config: Config, reference: Reference) -> Run | None:
    """The last run with the `fresh` results in the place of old ones; None if it cannot be told without a look at all notes."""
    if memory.kept is None:
        return None
    try:
        index = _DECODER.decode(memory.index)
        notes = _Kept(fresh, memory.stamps, memory.cache)
        return Renewal(memory.kept.diagnostics, index.groups, index.ties, notes, config, reference).run(fresh)
    except (msgspec.DecodeError, _ForgottenError):
        return None


class _ForgottenError(BaseException):
    """The cache has no result for a note as it is. No Exception, since an error in the middle of a rule is told as a fault of the rule."""


class _Kept(Notes):
    """Of fresh results, and of those that the cache has for the files with these stamps, fetched when asked for."""

    def __init__(self, fresh: dict[str, NoteResult], stamps: Stamps, cache: Cache) -> None:
        self._results = dict(fresh)
        self._stamps = stamps
        self._cache = cache

    def result(self, path: str) -> NoteResult:
        """The facts with the findings."""
        if path not in self._results:
            self.fetch([path])
        return self._results[path]

    def fetch(self, paths: Sequence[str]) -> None:
        """Read the results of many notes at once."""
        missing = [path for path in paths if path not in self._results]
        for first in range(0, len(missing), AT_ONCE):
            some = missing[first : first + AT_ONCE]
            known = self._cache.notes(some)
            for path in some:
                _, stamp, encoded = known.get(path, (b"", "", b""))
                result = decode_result(encoded) if stamp and stamp == self._stamps[path] else None
                if result is None:
                    raise _ForgottenError(path)
                self._results[path] = result

    def __getitem__(self, path: str) -> Facts:
        if path not in self._stamps:
            raise KeyError(path)
        return self.result(path).facts

    def __iter__(self) -> Iterator[str]:
        return iter(self._stamps)

    def __len__(self) -> int:
        return len(self._stamps)

    def __contains__(self, path: object) -> bool:
        return path in self._stamps
