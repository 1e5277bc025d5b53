"""Whether the part behind "#" in a link leads to something in a note."""

import re
from difflib import get_close_matches

from notelint.facts.model import Facts, Heading

_NO_HEADING = re.compile(r"top\Z|readme\Z|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?\Z|fn(?:ref)?[:_-]?\w+\Z|:~:|[/!?]|page=\d", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")


def leads_somewhere(note: Facts, fragment: str) -> bool:
    """True for an anchor of the note, and for what is no anchor of a note: line numbers, footnotes, the top of the page."""
    wanted = fragment.removeprefix("user-content-")
    return wanted in note.anchors or _NO_HEADING.match(wanted) is not None


def same_letters(note: Facts, fragment: str) -> list[str]:
    """The anchors of the note that differ from `fragment` in case and punctuation only."""
    wanted = _letters(fragment)
    return [anchor for anchor in note.anchors if not anchor.startswith("^") and _letters(anchor) == wanted] if wanted else []


def closest(note: Facts, fragment: str, label: str) -> str | None:
    """The anchor that was most likely meant: that of the heading which reads as the link does, or the one spelt most alike."""
    words = _letters(label)
    named = [heading.anchor for heading in note.headings if words and _letters(heading.title) == words]
    if named:
        return named[0]
    by_letters = {_letters(anchor): anchor for anchor in reversed(note.anchors) if not anchor.startswith("^")}
    close = get_close_matches(_letters(fragment), list(by_letters), 1, 0.8)
    return by_letters[close[0]] if close else None


def heading_with(note: Facts, anchor: str) -> Heading | None:
    """The heading that has the anchor; None for anchors of another kind."""
    return next((heading for heading in note.headings if heading.anchor == anchor), None)


def _letters(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
