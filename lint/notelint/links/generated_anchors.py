"""The anchors that site generators give to headings, where they differ from GitHub's."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from notelint.source.lazy_pattern import lazy_pattern

_BEFORE_LETTERS = lazy_pattern(r"\A[^A-Za-z]+")
_NOT_KRAMDOWN = lazy_pattern(r"[^A-Za-z0-9 -]")
_NOT_PYTHON_MARKDOWN = lazy_pattern(r"[^\w\s-]")
_HYPHENS = lazy_pattern(r"[-\s]+")
_ACCENTS = lazy_pattern("[\u0300-\u036f]")
_VITEPRESS_SIGNS = lazy_pattern(r"""[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:"'“”‘’<>,.?/\u0000-\u001f]+""")
_LONGEST_NUMBER = 10


def kramdown(titles: Iterable[str]) -> Iterator[str]:
    """Of kramdown without its GFM parser, as some Jekyll sites use it: `Converter::Base#generate_id`."""
    taken: dict[str, int] = {}
    for title in titles:
        letters = _NOT_KRAMDOWN.sub("", _BEFORE_LETTERS.sub("", title))
        anchor = letters.replace(" ", "-").lower() or "section"
        count = taken[anchor] = taken.get(anchor, -1) + 1
        yield f"{anchor}-{count}" if count else anchor


def python_markdown(titles: Iterable[str]) -> Iterator[str]:
    """Of Python-Markdown's table of contents, as MkDocs uses it: `markdown.extensions.toc.slugify` and `unique`."""
    taken: set[str] = set()
    for title in titles:
        ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
        anchor = _HYPHENS.sub("-", _NOT_PYTHON_MARKDOWN.sub("", ascii_only).strip().lower())
        while not anchor or anchor in taken:
            stem, sign, number = anchor.rpartition("_")
            is_numbered = sign and len(number) < _LONGEST_NUMBER and number.isascii() and number.isdigit()
            anchor = f"{stem}_{int(number) + 1}" if is_numbered else f"{anchor}_1"
        taken.add(anchor)
        yield anchor


def vitepress(titles: Iterable[str]) -> Iterator[str]:
    """Of VitePress and VuePress: `slugify` of @mdit-vue/shared, made unique by markdown-it-anchor."""
    taken: set[str] = set()
    for title in titles:
        plain = unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", title)))
        anchor = _VITEPRESS_SIGNS.sub("-", plain).strip("-").lower()
        first = anchor = f"_{anchor}" if anchor[:1].isdigit() else anchor
        count = 1
        while anchor in taken:
            anchor, count = f"{first}-{count}", count + 1
        taken.add(anchor)
        yield anchor


def _as_on_github(titles: Iterable[str]) -> Iterator[str]:
    return iter(())


GENERATORS: dict[str, Callable[[Iterable[str]], Iterator[str]]] = {
    "docusaurus": _as_on_github,
    "jekyll": kramdown,
    "mkdocs": python_markdown,
    "vitepress": vitepress,
    "vuepress": vitepress,
}
"""Programs whose anchors are known; Jekyll and Docusaurus make them as GitHub does, Jekyll only unless kramdown is set to its own way."""
