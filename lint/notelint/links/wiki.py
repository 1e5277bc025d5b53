"""Where wiki links lead: by file name, anywhere below the root, as Obsidian and GitHub's wikis find notes."""

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

from notelint.links.link import Link
from notelint.links.linked_note import LinkedNote
from notelint.links.sites import Sites
from notelint.links.targets import Target, TargetKind
from notelint.links.tree import Tree, TreeEntry
from notelint.source.lazy_pattern import lazy_pattern

_ATTACHMENT = lazy_pattern(
    r"\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?|heic|pdf|mp[34]|wav|ogg|m4a|webm|mov|canvas|base|excalidraw)\Z", re.IGNORECASE
)
_NOT_LETTERS = lazy_pattern(r"[\W_]+")


class Ties(msgspec.Struct, frozen=True, array_like=True):
    """What the wiki links of all notes depend on: the aliases that notes give themselves, by path, and which notes have wiki links to others."""

    aliases: dict[str, tuple[str, ...]]
    tied: frozenset[str]


class Wiki:
    """Names are compared without case, and with spaces, "-" and "_" alike. Ties that are known already are not gathered again."""

    def __init__(self, notes: Mapping[str, LinkedNote], tree: Tree, sites: Sites, ties: Ties | None = None) -> None:
        self._tree = tree
        self._sites = sites
        self._facts = notes
        self._ties = ties

    def of(self, note: LinkedNote, link: Link) -> Target:
        """Where a wiki link of `note` leads; UNKNOWN for what may be no wiki link at all."""
        name, sign, fragment = link.destination.partition("#")
        wanted = fragment.strip() if sign else None
        if not name.strip():
            return Target(TargetKind.NOTE, note.path, wanted, note)
        if name.strip("_ ").lower() == "toc" or "://" in name:
            return Target(TargetKind.UNKNOWN)
        for spelling in (name, link.label, name + ".excalidraw"):
            path = self._find(note, spelling.strip().replace("\\", "/"))
            if path is not None:
                facts = self._facts.get(path)
                return Target(TargetKind.NOTE if facts else TargetKind.FILE, path, wanted, facts)
        if self.is_vault or (link.image and is_attachment(name)):
            return Target(TargetKind.MISSING, name.strip())
        return Target(TargetKind.UNKNOWN)

    @cached_property
    def is_vault(self) -> bool:
        """Whether at least one wiki link in these notes leads to another note, or there is an Obsidian folder."""
        if any(site.by_name for site in self._sites.all(sorted(self._facts)[:1])):
            return True
        return bool(self._ties.tied) if self._ties else any(self.is_tied(note) for note in self._facts.values())

    @property
    def ties(self) -> Ties:
        """Those of all notes."""
        return self._ties or Ties(
            {path: note.aliases for path, note in self._facts.items() if note.aliases},
            frozenset(path for path, note in self._facts.items() if self.is_tied(note)),
        )

    def is_tied(self, note: LinkedNote) -> bool:
        """Whether one of its wiki links leads to another note."""
        return any(
            link.wiki and self._find(note, link.destination.partition("#")[0].strip()) not in (None, note.path) for link in note.links
        )

    @cached_property
    def _notes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self._facts:
            found.setdefault(_plain(_stem(self._tree.path("", path))), []).append(path)
        return found

    @cached_property
    def _aliases(self) -> dict[str, str]:
        aliases = self._ties.aliases if self._ties else {path: note.aliases for path, note in self._facts.items()}
        return {_plain(alias): path for path, names in sorted(aliases.items()) for alias in names}

    def _find(self, note: LinkedNote, name: str) -> str | None:
        """The path of the note or file called `name`, the nearest to the note if there are several."""
        parts = [part for part in name.split("/") if part not in ("", ".", "..")]
        if not parts:
            return None
        found = self._nearest(note.path, _plain(_stem(parts[-1]))) if len(parts) == 1 else None
        if found is None:
            fitting = [path for path in self._named(parts[-1]) if _ends_with(path, parts)]
            found = min(fitting, key=lambda path: _distance(note.path, path), default=None)
        return found or self._aliases.get(_plain(name))

    def _nearest(self, here: str, name: str) -> str | None:
        """The note of that name with the fewest folders on the way, the first of them by path; None if there is none.

        Of the notes below a folder the one that is least deep is nearest, seen from whatever else is below that folder: so each folder
        needs to remember one only, and many notes of one name (index, README) take no longer than a few.
        """
        below = self._least_deep.get(name)
        if below is None:
            return None
        folders = here.split("/")[:-1]
        ways = []
        for depth in range(len(folders) + 1):
            best = below.get(tuple(folders[:depth]))
            if best is not None:
                ways.append((len(folders) + best[0] - 2 * depth, best[1]))
        return min(ways)[1]

    @cached_property
    def _least_deep(self) -> dict[str, dict[tuple[str, ...], tuple[int, str]]]:
        """Name -> folder -> depth and path of the note of that name which is least deep below it."""
        found: dict[str, dict[tuple[str, ...], tuple[int, str]]] = {}
        for name, paths in self._notes.items():
            below = found[name] = {}
            for path in paths:
                folders = path.split("/")[:-1]
                for depth in range(len(folders) + 1):
                    folder = tuple(folders[:depth])
                    below[folder] = min(below.get(folder, (len(folders), path)), (len(folders), path))
        return found

    def _named(self, name: str) -> list[str]:
        known = self._notes.get(_plain(_stem(name)), [])
        return known or [path for path in self._tree.named(name) if self._tree.look(path)[0] is TreeEntry.FILE]


def is_attachment(name: str) -> bool:
    """Whether it is the name of an image, a PDF, a sound."""
    return _ATTACHMENT.search(name.partition("#")[0].strip()) is not None


def wiki_name(destination: str) -> str:
    """The name that a wiki link looks for, the same for all its spellings."""
    return _plain(_stem(destination.partition("#")[0].strip()))


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text).strip().casefold()


def _stem(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.lower().endswith(".md") else name


def _ends_with(path: str, parts: list[str]) -> bool:
    folders = [_plain(part) for part in path.split("/")[:-1]]
    wanted = [_plain(part) for part in parts[:-1]]
    return not wanted or folders[-len(wanted) :] == wanted


def _distance(here: str, there: str) -> tuple[int, str]:
    mine, other = here.split("/")[:-1], there.split("/")[:-1]
    same = next((index for index, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), min(len(mine), len(other)))
    return len(mine) + len(other) - 2 * same, there
