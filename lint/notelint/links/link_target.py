"""Links to places inside notes, and whether there is something at the place."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from notelint.links.generated_anchors import GENERATORS
from notelint.links.heading import Heading
from notelint.links.link import Link
from notelint.links.linked_note import LinkedNote
from notelint.source.close_names import close_names
from notelint.source.lazy_pattern import lazy_pattern

_NO_HEADING = lazy_pattern(r"top\Z|readme\Z|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?\Z|fn(?:ref)?[:_-]?\w+\Z|:~:|[/!?]|page=\d", re.IGNORECASE)
_SIGNS = lazy_pattern(r"[\W_]+")
_PREFIX = "user-content-"
"""What GitHub puts before the anchors in its pages."""
_NO_LINK_WORDS = lazy_pattern(r"[\s#|^\[\]:%\\]+")
"""What a wiki link cannot hold of the words of a heading."""
_MOST_COMPARED = 300
_MOST_SEARCHES = 500


class Jump(msgspec.Struct, frozen=True, gc=False):
    """A link into the note of the run at `path`; `fragment` is what is behind "#"."""

    link: Link
    path: str
    fragment: str


class Anchors:
    """What the links into one note can reach; indexed when first asked for."""

    def __init__(self, note: LinkedNote, program: str = "") -> None:
        """`program` is the generator that makes a page of the note, where its anchors are known."""
        self._note = note
        self._program = program
        self._searches = 0

    def reaches(self, fragment: str) -> bool:
        """True for an anchor of the note, and for what is no anchor of a note: line numbers, footnotes, the top of the page."""
        wanted = fragment.removeprefix(_PREFIX)
        return wanted in self._anchors or wanted in self._generated.values() or _NO_HEADING.match(wanted) is not None

    def reaches_words(self, fragment: str) -> bool:
        """As `reaches`, of a wiki link: by the words of a heading (of `#Outer#Inner` by the last ones) or the id of a block (`#^id`)."""
        return self._reaches_word(fragment.rsplit("#", 1)[-1].strip()) or self._reaches_word(_embedded_from(fragment))

    def _reaches_word(self, last: str) -> bool:
        if last.startswith("^"):
            return last.casefold() in self._blocks
        return last in ("", "*") or _letters(last) in self._by_title or self.reaches(last)

    def reaches_on_site(self, fragment: str) -> bool:
        """As `reaches`, where a site generator makes the anchors: they differ from GitHub's in punctuation, but are in lower case too."""
        return fragment == fragment.lower() and bool(self.same_letters(fragment))

    def same_letters(self, fragment: str) -> list[str]:
        """The anchors that differ from `fragment` in case and punctuation only."""
        wanted = _letters(fragment)
        found = self._by_letters.get(wanted, []) if wanted else []
        return list(dict.fromkeys(self._generated.get(anchor, anchor) for anchor in found))

    def closest(self, fragment: str, label: str) -> str | None:
        """The anchor that was most likely meant: that of the heading which reads as the link does, or the one spelt most alike."""
        named = self._by_title.get(_letters(label))
        if named is not None and _letters(label):
            return self.anchor_of(named)
        wanted = _letters(fragment)
        close = self._most_alike(wanted, self._by_letters, 0.8)
        return self.same_letters(close)[0] if close else None

    def closest_heading(self, fragment: str) -> Heading | None:
        """The heading whose words the fragment of a wiki link most likely means."""
        wanted = _letters(fragment.rsplit("#", 1)[-1])
        close = self._most_alike(wanted, self._by_title, 0.7)
        return self._by_title[close] if close else None

    def heading(self, anchor: str) -> Heading | None:
        """The heading that has the anchor; None for anchors of another kind."""
        return self._by_anchor.get(anchor)

    def reached(self, fragment: str, *, by_words: bool) -> Heading | None:
        """The heading that the fragment of a link leads to; with `by_words` also by what it says, as wiki links do."""
        wanted = fragment.removeprefix(_PREFIX)
        named = next((one for one in self._note.headings if one.id and one.id == wanted), None)
        return named or self._by_anchor.get(wanted) or (self._worded(fragment.split("#")) if by_words else None)

    def _worded(self, parts: list[str]) -> Heading | None:
        """The heading with the words of the last part, below those with the words of the others."""
        *outer, last = map(_letters, parts)
        above: list[Heading] = []
        for heading in self._note.headings if outer else ():
            above = [one for one in above if one.level < heading.level]
            titles = {_letters(one.title) for one in above}
            if _letters(heading.title) == last and titles.issuperset(outer):
                return heading
            above.append(heading)
        return self._by_title.get(last) if last else None

    def anchor_of(self, heading: Heading) -> str:
        """The anchor that the program gives to the heading, else GitHub's."""
        return self._generated.get(heading.anchor, heading.anchor)

    def followed(self, fragment: str, renamed: Mapping[Heading, Heading], other: "Anchors", *, wiki: bool, by_words: bool) -> str:
        """What the fragment of a link becomes once the headings are the `renamed` ones, those of `other`: an anchor for an anchor, words for words."""
        heading = self.reached(fragment, by_words=by_words)
        wanted = fragment.removeprefix(_PREFIX)
        if heading is None or (heading.id and heading.id == wanted):
            return fragment
        if not wiki and wanted in (heading.anchor, self.anchor_of(heading)):
            new = renamed[heading]
            return fragment.removesuffix(wanted) + (new.anchor if wanted == heading.anchor else other.anchor_of(new))
        parts = fragment.split("#")
        ways = (self._worded(parts[: number + 1]) for number in range(len(parts)))
        return "#".join(
            _link_words(renamed[one].title) if one and renamed[one].title != one.title else part
            for one, part in zip(ways, parts, strict=True)
        )

    def _most_alike(self, wanted: str, known: Iterable[str], cutoff: float) -> str | None:
        """The word that is spelt most alike; of a great many words, among those that begin in the same way. A note gets so many searches."""
        self._searches += 1
        if self._searches > _MOST_SEARCHES:
            return None
        words = list(known)
        if len(words) > _MOST_COMPARED:
            words = [word for word in words if word[:3] == wanted[:3]][:_MOST_COMPARED]
        return next(iter(close_names(wanted, words, 1, cutoff)), None)

    @cached_property
    def _generated(self) -> dict[str, str]:
        """GitHub's anchor of each heading -> that of the generator, where it is another one."""
        make = GENERATORS.get(self._program)
        if make is None:
            return {}
        headings = self._note.headings
        made = make([heading.title for heading in headings if not heading.id])
        anchors = {heading.anchor: heading.id or next(made, heading.anchor) for heading in headings}
        return {github: anchor for github, anchor in anchors.items() if anchor != github}

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(self._note.anchors)

    @cached_property
    def _blocks(self) -> frozenset[str]:
        return frozenset(anchor.casefold() for anchor in self._note.anchors if anchor.startswith("^"))

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for anchor in self._note.anchors:
            if not anchor.startswith("^"):
                found.setdefault(_letters(anchor), []).append(anchor)
        return found

    @cached_property
    def _by_title(self) -> dict[str, Heading]:
        headings = self._note.headings[::-1]
        return {_letters(one.written): one for one in headings if one.written} | {_letters(one.title): one for one in headings}

    @cached_property
    def _by_anchor(self) -> dict[str, Heading]:
        return {anchor: one for one in self._note.headings for anchor in (one.anchor, self.anchor_of(one))}


def _link_words(title: str) -> str:
    return _NO_LINK_WORDS.sub(" ", title).strip()


def _letters(text: str) -> str:
    return _SIGNS.sub("", text).casefold()


def _embedded_from(fragment: str) -> str:
    """The heading of `#history,1:#trade`, as Dendron embeds a part of a note: from it on, without so many lines, up to another one."""
    first = fragment.partition(":#")[0]
    heading, comma, lines = first.rpartition(",")
    return heading if comma and lines.isdecimal() else first
