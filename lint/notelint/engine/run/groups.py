"""What several notes say of the same thing, checked group by group: all groups of a run, or those that a change touches."""

from collections.abc import Container, Iterable, Iterator
from typing import Any

import msgspec

from notelint.diagnostic import Finding
from notelint.notes import Corpus
from notelint.reference import Reference
from notelint.rules import CORPUS_RULES, unread_note
from notelint.rules.protocol import CorpusRule

Key = str
"""Id of a corpus rule, a space, and what the rule calls the group."""


class Groups(msgspec.Struct, frozen=True, array_like=True):
    """Path -> the groups that the note is in, beside those with its own name; group -> what is wrong in it, for those where anything is."""

    members: dict[str, tuple[Key, ...]]
    findings: dict[Key, tuple[Finding, ...]]

    def found(self) -> Iterator[tuple[str, Finding]]:
        """All findings with the ids of their rules."""
        return ((_rule(key), finding) for key, findings in self.findings.items() for finding in findings)

    def touched_by(self, paths: Iterable[str]) -> set[Key]:
        """The groups that a change of these notes touches."""
        found = {f"{rule.ID} {path}" for rule in CORPUS_RULES for path in paths}
        return found.union(*(self.members.get(path, ()) for path in paths))

    def with_any(self, keys: set[Key]) -> list[str]:
        """Paths of the notes that are in one of these groups."""
        names = {name_of(key) for key in keys}
        return [path for path, groups in self.members.items() if path in names or not keys.isdisjoint(groups)]

    def replaced(self, keys: set[Key], new: "Groups") -> "Groups":
        """With what is `new` of these groups in the place of what was."""
        others = {key: findings for key, findings in self.findings.items() if key not in keys}
        return Groups(self.members | new.members, others | new.findings)


def form(
    corpus: Corpus, reference: Reference, chosen: Container[str], paths: Iterable[str] | None = None, only: Container[Key] | None = None
) -> Groups:
    """The groups that the notes at `paths` are in (default: all notes), checked among these notes: `only` some, or all.

    Rules that are not `chosen` find nothing.
    """
    members: dict[str, tuple[Key, ...]] = {}
    items: dict[Key, list[Any]] = {}
    first: dict[Key, str] = {}
    failed: dict[Key, tuple[Finding, ...]] = {}
    for path in sorted(corpus.notes if paths is None else paths):
        shared = [(f"{rule.ID} {name}", item) for rule in CORPUS_RULES for name, item in _shared(rule, corpus, path, failed)]
        members[path] = tuple(dict.fromkeys(key for key, _ in shared if name_of(key) != path))
        for key, item in shared:
            if only is None or key in only:
                items.setdefault(key, []).append(item)
                first.setdefault(key, path)
    rules = {rule.ID: rule for rule in CORPUS_RULES if rule.ID in chosen}
    found: dict[Key, tuple[Finding, ...]] = {}
    for key, group in items.items():
        if _rule(key) in rules:
            try:
                found[key] = tuple(rules[_rule(key)].check(group, corpus, reference))
            except Exception as error:  # noqa: BLE001 - one group must not keep the others from being checked
                failed |= _failure(_rule(key), first[key], error)
    return Groups(members, {key: findings for key, findings in found.items() if findings} | failed)


def _shared(rule: CorpusRule, corpus: Corpus, path: str, failed: dict[Key, tuple[Finding, ...]]) -> list[tuple[str, Any]]:
    try:
        return list(rule.share(corpus.notes[path], corpus))
    except Exception as error:  # noqa: BLE001 - one note must not keep the others from being checked
        failed |= _failure(rule.ID, path, error)
        return []


def _failure(rule: str, path: str, error: Exception) -> dict[Key, tuple[Finding, ...]]:
    """What is said, under a key of its own, when a rule fails on a note."""
    return {f"{unread_note.ID} {path}": (unread_note.finding(path, error, rule),)}


def _rule(key: Key) -> str:
    return key.partition(" ")[0]


def name_of(key: Key) -> str:
    """What the rule calls the group."""
    return key.partition(" ")[2]
