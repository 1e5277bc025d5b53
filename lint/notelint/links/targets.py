"""Where the links of a corpus lead."""

import os
import posixpath
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from notelint.links.destination import Destination, is_elsewhere, on_own_computer, split
from notelint.links.generated_anchors import GENERATORS
from notelint.links.link import Link
from notelint.links.linked_note import LinkedNote
from notelint.links.sites import Site, Sites
from notelint.links.tree import Tree, TreeEntry

_PAGES = (".md", ".markdown", ".mdx", ".ipynb", ".rst", ".html")
_SITE_FOLDERS = ("", "static", "public", "docs", "content", "src", "source", "assets")
_GITHUB_PAGES_NAMES = """
actions blob branches commit commits compare deployments discussions fork graphs issues labels milestones network new
packages projects pull pulls pulse raw releases security settings stargazers tags tree watchers wiki wikis workflows
"""
_GITHUB_PAGES = frozenset(_GITHUB_PAGES_NAMES.split())


class TargetKind(StrEnum):
    """What a link leads to; UNKNOWN cannot be judged from here."""

    NOTE = "note"
    FILE = "file"
    FOLDER = "folder"
    MISCASED = "miscased"
    MISSING = "missing"
    OWN_COMPUTER = "own computer"
    EMPTY = "empty"
    UNKNOWN = "unknown"


class Target(NamedTuple):
    """`path` is relative to the run's base; `note` is the note of the run that stands there; of a miscased one, `path` is the real path."""

    kind: TargetKind
    path: str = ""
    fragment: str | None = None
    note: LinkedNote | None = None


_UNKNOWN = Target(TargetKind.UNKNOWN)


class Targets:
    """Resolves links as GitHub does, and silently as site generators and wikis do where that leads somewhere."""

    def __init__(self, notes: Mapping[str, LinkedNote], tree: Tree, sites: Sites) -> None:
        self._tree = tree
        self._facts = notes
        self._sites = sites
        self._notes = {tree.path("", path): path for path in notes}
        self._known: dict[tuple[str, str], Target] = {}
        self._beside: dict[tuple[str, str], Target] = {}
        """What links of the notes of a folder lead to, where that is the same for all of them."""

    def of(self, note: LinkedNote, link: Link) -> Target:
        """Where a link of `note` leads; not for wiki links."""
        here = (os.path.dirname(note.path), link.destination.strip())
        if here in self._beside:
            return self._beside[here]
        key = (note.path, link.destination)
        if key not in self._known:
            self._known[key] = self._resolve(note, link.destination.strip())
        return self._known[key]

    def note(self, path: str) -> LinkedNote | None:
        """The note of the run at a path that is relative to the base."""
        known = self._notes.get(path)
        return self._facts[known] if known is not None else None

    def is_site(self, note: LinkedNote) -> bool:
        """Whether the note is a source of a site generator, whose pages cannot be seen from here."""
        site = self._sites.of(note.path)
        return note.published or (site is not None and site.is_generator)

    def generator(self, note: LinkedNote) -> str:
        """The program that makes the anchors of the note, if it is known how; else empty."""
        site = self._sites.of(note.path)
        return site.program if site is not None and site.program in GENERATORS and not site.own_anchors else ""

    def _resolve(self, note: LinkedNote, destination: str) -> Target:
        if not destination:
            return Target(TargetKind.EMPTY)
        if on_own_computer(destination):
            return Target(TargetKind.OWN_COMPUTER, destination)
        if is_elsewhere(destination):
            return _UNKNOWN
        wanted = split(destination)
        if not wanted.path:
            return Target(TargetKind.NOTE, note.path, wanted.fragment, note)
        miscased = None
        for path in self._candidates(note, wanted, destination):
            found, real = self._tree.look(path)
            if found is TreeEntry.FILE:
                target = self._at(path, wanted)
                if not wanted.is_page:
                    self._beside[os.path.dirname(note.path), destination] = target
                return target
            if found is TreeEntry.FOLDER:
                return Target(TargetKind.FOLDER, path, wanted.fragment)
            if found is TreeEntry.MISCASED and miscased is None:
                miscased = Target(TargetKind.MISCASED, real, wanted.fragment)
        return miscased or self._by_name(note, wanted) or self._missing(note, wanted)

    def _at(self, path: str, wanted: Destination) -> Target:
        note = self.note(self._tree.path(path))
        return Target(TargetKind.NOTE if note else TargetKind.FILE, path, wanted.fragment, note)

    def _by_name(self, note: LinkedNote, wanted: Destination) -> Target | None:
        """The nearest file whose path ends as the link does, in programs that find files so."""
        site = self._sites.of(note.path)
        if site is None or not site.by_name:
            return None
        tail = posixpath.normpath(wanted.path.lstrip("/")).casefold()
        found = [
            path
            for path in self._tree.named(posixpath.basename(tail))
            if f"/{path}".casefold().removesuffix(".md").endswith(f"/{tail.removesuffix('.md')}")
        ]
        nearest = min(found, key=lambda path: (path.count("/"), path), default=None)
        return self._at(nearest, wanted) if nearest is not None else None

    def _candidates(self, note: LinkedNote, wanted: Destination, destination: str) -> Iterator[str]:
        """Paths that a link may mean, the likeliest first."""
        paths = list(self._places(note, wanted.path))
        site = self._sites.of(note.path)
        if site is not None:
            paths += self._in_sources(site, wanted.path)
        yield from paths
        if "%" in destination:
            yield from self._places(note, destination.partition("#")[0])
        if not wanted.is_page:
            return
        if not wanted.path.startswith("/"):
            paths.append(self._tree.path(os.path.splitext(note.path)[0], wanted.path))
        for path in paths:
            stem = path.removesuffix(".html").removesuffix(".htm")
            yield from (stem + extension for extension in _PAGES)
            if stem.endswith("/index") or stem == "index":
                yield from (f"{stem.removesuffix('index')}{name}.md" for name in ("README", "_index"))

    def _in_sources(self, site: Site, path: str) -> Iterator[str]:
        """The path, seen from the folders where links of the site may start."""
        if path.startswith("/") or site.by_name or site.moves_pages:
            tail = site.without_base(path).lstrip("/")
            yield from (self._tree.path(site.folder, posixpath.join(source, tail)) for source in site.sources)

    def _places(self, note: LinkedNote, path: str) -> Iterator[str]:
        if not path.startswith("/"):
            yield self._tree.path(os.path.dirname(note.path), path)
            return
        tail = path.lstrip("/")
        above = self._tree.folders_above(note.path)
        for folder in above:
            yield from (self._tree.path(folder, os.path.join(site, tail)) for site in _SITE_FOLDERS)
            if tail.startswith(os.path.basename(folder) + "/"):
                yield self._tree.path(os.path.dirname(folder), tail)

    def _missing(self, note: LinkedNote, wanted: Destination) -> Target:
        path = wanted.path.rstrip("/")
        shown = next(self._places(note, wanted.path))
        if wanted.path.startswith("/"):
            shown = self._tree.path(self._tree.root, path.lstrip("/"))
        elif self._tree.is_outside(shown):
            first = wanted.path.lstrip("./").partition("/")[0]
            if wanted.is_page or first in _GITHUB_PAGES:
                return _UNKNOWN
        site = self._sites.of(note.path)
        if site is not None and site.moves_pages and self._ends_somewhere(path):
            return _UNKNOWN
        if wanted.is_page and (self.is_site(note) or self._is_made_page(path)):
            return _UNKNOWN
        is_elsewhere_on_host = site is not None and site.base_path.strip("/") and site.without_base(wanted.path) == wanted.path
        if wanted.path.startswith("/") and (
            self._ends_somewhere(path) or ((wanted.is_page or is_elsewhere_on_host) and self._is_route(note, path))
        ):
            return _UNKNOWN
        return Target(TargetKind.MISSING, shown, wanted.fragment)

    def _is_made_page(self, path: str) -> bool:
        """Whether a note somewhere below the root bears the name, as with `/2020/01/31/title.html`."""
        stem = os.path.splitext(os.path.basename(path))[0]
        return path.startswith("/") and bool(stem) and bool(self._tree.named(stem))

    def _is_route(self, note: LinkedNote, path: str) -> bool:
        """Whether not even the first folder of an absolute path exists: then it is the address of a page rather than of a folder."""
        first = "/" + path.lstrip("/").partition("/")[0]
        return all(self._tree.look(place)[0] is TreeEntry.MISSING for place in self._places(note, first))

    def _ends_somewhere(self, path: str) -> bool:
        tail = path.lstrip("./")
        return any(found == tail or found.endswith("/" + tail) for found in self._tree.named(os.path.basename(path)))
