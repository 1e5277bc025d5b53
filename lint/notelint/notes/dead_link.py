"""Why a link leads nowhere, and where it was most likely meant to lead."""

import os
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from notelint.links.destination import intended_address, split
from notelint.links.link import Link
from notelint.links.targets import Target, TargetKind
from notelint.links.tree import Tree, TreeEntry
from notelint.notes.facts import Facts
from notelint.notes.note import Corpus
from notelint.source.close_names import close_names

_MOST_COMPARED = 300
"""Names of notes that a lost one is compared with."""
_EVERYWHERE = frozenset({"_index", "index", "license", "readme"})
"""Names that tell nothing about what is in the file."""


class DeadLink(NamedTuple):
    """What is wrong, as the start of a sentence; destinations to put in its place, best first; whether the first of them is certain."""

    problem: str
    instead: tuple[str, ...] = ()
    certain: bool = False


def dead_link(corpus: Corpus, note: Facts, link: Link, target: Target) -> DeadLink:
    """Explain a target that is missing, miscased, a folder in the place of an image, or on the author's own disk."""
    if target.kind is TargetKind.EMPTY:
        return DeadLink("the link has no target")
    if target.kind is TargetKind.OWN_COMPUTER:
        return DeadLink("a path on your own computer; put the file beside the note and link to it by a relative path")
    if target.kind is TargetKind.FOLDER:
        return DeadLink(f'"{split(link.destination).path}" is a folder, not an image')
    if link.wiki:
        return _lost_name(corpus, link, target)
    if target.kind is TargetKind.MISCASED:
        return _miscased(link, target)
    address = intended_address(link.destination)
    if address:
        return DeadLink("no scheme: read as the name of a file that does not exist", (address,))
    return _misspelt(corpus, note, link) or _lost_file(corpus, note, link, target)


def _miscased(link: Link, target: Target) -> DeadLink:
    real = target.path.split("/")
    parts = split(link.destination).path.split("/")
    names = [index for index, part in enumerate(parts) if part not in ("", ".", "..")]
    for index, name in zip(reversed(names), reversed(real), strict=False):
        parts[index] = name
    return DeadLink(
        f'no file "{split(link.destination).path}" in this case, which counts on GitHub',
        (_with_rest("/".join(parts), link),),
        certain=True,
    )


def _misspelt(corpus: Corpus, note: Facts, link: Link) -> DeadLink | None:
    """Signs that mean something else in a link than in a file name."""
    plain = link.destination.replace("\\", "/")
    if plain != link.destination and _exists(corpus.tree, note, split(plain).path):
        return DeadLink('"\\" does not separate folders in a link; use "/"', (plain,), certain=True)
    if "#" in link.destination and _exists(corpus.tree, note, link.destination):
        return DeadLink('"#" ends the path of a link; write it as %23', (quote(link.destination),), certain=True)
    return None


def _lost_file(corpus: Corpus, note: Facts, link: Link, target: Target) -> DeadLink:
    here = corpus.tree.path(os.path.dirname(note.path))
    near = [os.path.relpath(path, here).replace(os.sep, "/") for path in _alike(corpus.tree, target.path)]
    wanted = split(link.destination)
    what = "file or folder" if wanted.is_page else "file"
    return DeadLink(f'no {what} "{wanted.path}"', tuple(_with_rest(path, link) for path in near))


def _lost_name(corpus: Corpus, link: Link, target: Target) -> DeadLink:
    close = close_note_names(corpus, target.path, 0.8)
    rest = link.destination[len(link.destination.partition("#")[0]) :]
    return DeadLink(f'no note and no file is called "{target.path}"', tuple(name + rest for name in close))


def close_note_names(corpus: Corpus, wanted: str, cutoff: float) -> list[str]:
    """The name of a note that is most like the wanted one and begins alike."""
    name = wanted.rsplit("/", 1)[-1]
    return close_names(name, corpus.names.get(name[:2].casefold(), [])[:_MOST_COMPARED], 1, cutoff)


def _alike(tree: Tree, path: str) -> Iterator[str]:
    """Files of the same name elsewhere, if they are few; else the one in the same folder that is spelt most alike."""
    folder, _, name = path.rpartition("/")
    if name.partition(".")[0].lower() in _EVERYWHERE or tree.is_outside(path):
        return
    same = [found for found in tree.named(name) if _is_text(found) and os.path.basename(found).casefold() == name.casefold()]
    if same:
        yield from same if len(same) < 4 else ()
        return
    for close in close_names(name, [one for one in tree.names(folder) if _is_text(one)], 1, 0.85):
        yield f"{folder}/{close}" if folder else close


def _is_text(name: str) -> bool:
    """Not so of a file name that is not UTF-8."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def _exists(tree: Tree, note: Facts, path: str) -> bool:
    return tree.look(tree.path(os.path.dirname(note.path), path))[0] is TreeEntry.FILE


def _with_rest(path: str, link: Link) -> str:
    """The path as it is written in a link, with what followed the old one."""
    _, sign, fragment = link.destination.partition("#")
    return quote(path, safe="/:@!$&'*+,;=~") + sign + fragment
