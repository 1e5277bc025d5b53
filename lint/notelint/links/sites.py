"""The program that notes are read with: Obsidian, a site generator, or none. Told from the files that these programs keep beside the notes."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from notelint.links.tree import Tree
from notelint.source.lazy_pattern import lazy_pattern

_BASE = lazy_pattern(r"^[ \t]*+(?:base|baseUrl|baseURL)\s*[:=]\s*[\"']([^\"']*)[\"']", re.MULTILINE)
_RELATIVE_PATH = lazy_pattern(r"relativePath\s*:\s*true")
_HOST = lazy_pattern(r"^[a-z]+://[^/]*", re.IGNORECASE)


class Site(msgspec.Struct, frozen=True):
    """How the links of the notes in `folder` (relative to the base of the run) resolve.

    `base_path` is what absolute links begin with beside the folder ("/course"); `sources` are folders, relative to `folder`, where links may also
    start; `by_name` is True where the name of a file is enough, wherever it is; `attachments` is the folder for new images.
    """

    program: str
    folder: str
    told_by: str
    base_path: str = ""
    sources: tuple[str, ...] = ("",)
    by_name: bool = False
    attachments: str = ""
    is_generator: bool = True
    """Whether pages are made whose addresses cannot all be told from here."""
    own_anchors: bool = False
    """Whether the configuration says how anchors are made."""
    moves_pages: bool = False
    """Whether the pages are elsewhere than their sources, so that relative links start elsewhere, too."""

    def without_base(self, path: str) -> str:
        """An absolute path without the base path."""
        base = self.base_path.rstrip("/")
        return path[len(base) :] if base and path.startswith(base + "/") else path


Read = Callable[[str], str]


def _obsidian(name: str, folder: str, read: Read) -> Site:
    settings = _json(read(f"{name}/app.json"))
    told_by = f"{name}/app.json" if settings else name
    return Site("obsidian", folder, told_by, by_name=True, is_generator=False, attachments=_text(settings, "attachmentFolderPath"))


def _jekyll(name: str, folder: str, read: Read) -> Site:
    settings = _yaml(read(name))
    sources = ("", collections) if (collections := _text(settings, "collections_dir")) else ("",)
    return Site("jekyll", folder, name, base_path=_text(settings, "baseurl"), sources=sources, moves_pages=True)


def _mkdocs(name: str, folder: str, read: Read) -> Site:
    text = read(name)
    return Site("mkdocs", folder, name, sources=(_text(_yaml(text), "docs_dir") or "docs", ""), own_anchors="slugify" in text)


def _docsify(name: str, folder: str, read: Read) -> Site:
    """Links start at the folder of index.html unless it says otherwise."""
    return Site("docsify", folder, name, moves_pages=not _RELATIVE_PATH.search(read("index.html")))


class _Generator(msgspec.Struct, frozen=True):
    """A generator whose configuration is a program: only its base path is looked for."""

    program: str
    sources: tuple[str, ...] = ()
    moves_pages: bool = False

    def __call__(self, name: str, folder: str, read: Read) -> Site:
        text = _first_text(read, name, ("config.mts", "config.ts", "config.mjs", "config.js"))
        found = _BASE.search(text)
        base = _HOST.sub("", found[1]) if found else ""
        sources = ("", *self.sources)
        return Site(self.program, folder, name, base, sources, own_anchors="slugify" in text, moves_pages=self.moves_pages)


_DOCUSAURUS = _Generator("docusaurus", ("static", "docs"))
_GITBOOK = _Generator("gitbook", (".gitbook/assets",))
_HUGO = _Generator("hugo", ("static", "content", "assets"), moves_pages=True)
_SIGNS: tuple[tuple[str, str, Callable[[str, str, Read], Site]], ...] = (
    (".obsidian", "obsidian", _obsidian),
    ("_config.yml", "jekyll", _jekyll),
    ("_config.yaml", "jekyll", _jekyll),
    ("mkdocs.yml", "mkdocs", _mkdocs),
    ("mkdocs.yaml", "mkdocs", _mkdocs),
    ("docusaurus.config.js", "docusaurus", _DOCUSAURUS),
    ("docusaurus.config.ts", "docusaurus", _DOCUSAURUS),
    (".vitepress", "vitepress", _Generator("vitepress", ("public",))),
    (".vuepress", "vuepress", _Generator("vuepress", ("public", ".vuepress/public"))),
    ("hugo.toml", "hugo", _HUGO),
    ("hugo.yaml", "hugo", _HUGO),
    ("hugo.json", "hugo", _HUGO),
    ("archetypes", "hugo", _HUGO),
    ("_sidebar.md", "docsify", _docsify),
    (".nojekyll", "docsify", _docsify),
    ("book.toml", "mdbook", _Generator("mdbook", ("src",))),
    (".gitbook.yaml", "gitbook", _GITBOOK),
    ("SUMMARY.md", "gitbook", _GITBOOK),
    ("_quarto.yml", "quarto", _Generator("quarto")),
    ("antora.yml", "antora", _Generator("antora")),
    ("astro.config.mjs", "astro", _Generator("astro", ("public", "src/content"))),
    ("quartz.config.ts", "quartz", _Generator("quartz", ("content",))),
    ("conf.py", "sphinx", _Generator("sphinx", ("_static",))),
    ("gatsby-config.js", "gatsby", _Generator("gatsby", ("static", "content"), moves_pages=True)),
    (".eleventy.js", "eleventy", _Generator("eleventy", moves_pages=True)),
)
"""The name of a file or folder, the program that keeps it, and what it tells of the folder that it is in. The first one that is there counts."""

PROGRAMS = tuple(dict.fromkeys(program for _, program, _ in _SIGNS))


class Sites:
    """Knows the site of each folder of a tree; looks once at each. `program` is what the configuration says: "auto", "github" for none, or one of PROGRAMS."""

    def __init__(self, tree: Tree, program: str = "auto") -> None:
        self._tree = tree
        self._program = program
        self._known: dict[str, Site | None] = {}

    def of(self, path: str) -> Site | None:
        """The site that the note at `path` belongs to: that of the nearest folder above which has one, up to the root."""
        return self._at(path.rpartition("/")[0])

    def all(self, paths: Iterable[str]) -> list[Site]:
        """The sites of some notes, each once."""
        found = {site.folder: site for path in paths if (site := self.of(path)) is not None}
        return [found[folder] for folder in sorted(found)]

    def _at(self, folder: str) -> Site | None:
        if folder not in self._known:
            self._known[folder] = self._look(folder)
        return self._known[folder]

    def _look(self, folder: str) -> Site | None:
        if self._program == "github":
            return None
        signs = [(sign, tell) for sign, program, tell in _SIGNS if self._program in ("auto", program)]
        names = self._tree.names(folder)
        for sign, tell in signs:
            if sign in names:
                return tell(sign, folder, lambda name: self._tree.read(self._tree.path(folder, name)))
        here = self._tree.path(folder)
        if here == self._tree.path(self._tree.root) or self._tree.is_outside(here):
            return signs[0][1]("the setting site", folder, lambda name: "") if self._program != "auto" else None
        above = self._tree.path(folder, "..")
        return None if above == here else self._at("" if above == "." else above)


def _text(settings: dict[str, Any], key: str) -> str:
    value = settings.get(key)
    return value if isinstance(value, str) else ""


def _first_text(read: Read, name: str, inside: tuple[str, ...]) -> str:
    """The text of the file, or of the first of the files `inside` the folder of that name."""
    return read(name) or next((text for one in inside if (text := read(f"{name}/{one}"))), "")


def _json(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _yaml(text: str) -> dict[str, Any]:
    """The top of a YAML file; nothing where it does not parse, as with tags of MkDocs that name Python functions."""
    import yaml  # noqa: PLC0415 - most notes have no such file

    class Loader(yaml.SafeLoader):
        """Takes unknown tags for nothing."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    try:
        data = yaml.load(text, Loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
